import type { ImportStatus } from '@cnscd/domain';

const AT_WORK: readonly ImportStatus[] = ['WAITING', 'READING', 'APPLYING', 'UNDOING'];

/** Whether a job of the server is at it: then it is looked at again and again. */
export const isAtWork = (status: ImportStatus): boolean => AT_WORK.includes(status);
