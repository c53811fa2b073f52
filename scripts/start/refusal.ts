/** Why a command cannot go on, in one sentence for each language. Nothing else is shown: no stack trace. */
export class Refusal extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = 'Refusal';
    this.vi = vi;
    this.en = en;
  }
}

/** The two lines that a person reads when a command failed. The stack is shown only with CNSCD_DEBUG. */
export function describeFailure(error: unknown): string {
  if (process.env['CNSCD_DEBUG'] && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof Refusal) return `${error.vi}\n${error.en}`;
  if (isBilingual(error)) return `${error.messages.vi}\n${error.messages.en}`;
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
  return `Không khởi động được: ${reason}\nCould not start: ${reason}`;
}

/** A refusal of the subgraph, such as a data file with faults: its sentences say where and what would be right. */
function isBilingual(error: unknown): error is { messages: { vi: string; en: string } } {
  return error instanceof Error && 'messages' in error;
}

/** For what cannot be written: the folder and, where there is one, the setting that names another. */
export function notWritable(folder: string, setting: string | null, cause: unknown): Refusal {
  return new Refusal(
    `Không ghi được vào ${folder}: hãy cấp quyền ghi cho người dùng này${setting === null ? '' : `, hoặc đặt ${setting}`}.`,
    `Cannot write to ${folder}: give this user write permission there${setting === null ? '' : `, or set ${setting}`}.`,
    { cause },
  );
}

/** True when a tool failed because a file or folder may not be written, however it wraps that. */
export function isPermissionFailure(error: unknown): boolean {
  return /\b(EACCES|EPERM|EROFS)\b/.test(
    `${codeOf(error)} ${error instanceof Error ? error.message : error}`,
  );
}

/** The code that Node and PostgreSQL put on their errors, such as `EADDRINUSE` or `28P01`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
