import { QueuedThread } from '../../queued-thread.ts';
import type { annotateFile, MarkedIssue } from '../reading/annotate-file.ts';

/** A file and what is to be marked in it. */
export interface Annotation {
  bytes: Uint8Array;
  issues: readonly MarkedIssue[];
  options: Parameters<typeof annotateFile>[2];
}

const annotator = new QueuedThread<Annotation>('imports/annotating/annotating-worker');

/**
 * The same as `annotateFile`, in a thread of its own: requests are answered meanwhile, and one file is marked at a time.
 *
 * @throws {DomainError} `BUSY` where too many others wait already
 */
export const annotateInThread = (annotation: Annotation): Promise<Uint8Array> => annotator.run(annotation);
