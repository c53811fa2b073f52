import { DomainError, type Messages } from '@cnscd/domain';

/** One thing that is wrong with an imported file. */
export interface ImportIssue {
  /** Where in the file's content, such as `figures[3].values[1].value`. */
  path: string;
  /** Line and column in the file, both from 1. */
  line: number;
  column: number;
  /** What stands there, as text; null where something is missing. */
  value: string | null;
  messages: Messages;
}

/** A file that was refused as a whole; nothing of it was written. */
export class ImportError extends DomainError {
  override readonly name = 'ImportError';
  readonly issues: readonly ImportIssue[];

  /** @param issues - all that is wrong, in the order of the file; at least one */
  constructor(fileName: string, issues: readonly ImportIssue[]) {
    const list = (language: 'vi' | 'en', line: string) =>
      issues.map((issue) => `\n  ${line} ${issue.line}, ${issue.path}: ${issue.messages[language]}`).join('');
    super('IMPORT_INVALID', {
      vi: `${fileName} có ${issues.length} lỗi, chưa ghi gì vào cơ sở dữ liệu:${list('vi', 'dòng')}`,
      en: `${fileName} has ${issues.length} faults, nothing was written:${list('en', 'line')}`,
    });
    this.issues = issues;
  }
}
