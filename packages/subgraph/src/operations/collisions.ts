import { DomainError } from '@cnscd/domain';

/** PostgreSQL sees who waits for whom after a second; three of them are what a gateway waits. */
const MOST_TRIES = 3;

// Codes of PostgreSQL.
/** It ended one of several transactions that would have waited for one another for ever: nothing of it is stored. */
const ENDED_FOR_ANOTHER = ['40P01', '40001'];
/** The statement waited longer than it may. */
const WAITED_TOO_LONG = ['57014', '55P03'];

/**
 * Runs a transaction, and again, three times at most, where PostgreSQL ended it for the sake of another one.
 *
 * @throws {DomainError} `BUSY` where others are in the way for longer
 */
export async function despiteOthers<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      const code = codeOf(error);
      const isEnded = ENDED_FOR_ANOTHER.includes(code);
      if (isEnded && tries < MOST_TRIES) continue;
      throw isEnded || WAITED_TOO_LONG.includes(code) ? busy(error) : error;
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function busy(cause: unknown): DomainError {
  const refusal = new DomainError('BUSY', {
    vi: 'Nhiều người đang sửa cùng nội dung này nên thao tác chưa được ghi; hãy gửi lại sau ít giây với cùng khóa.',
    en: 'Others are changing the same at this moment, so nothing was written; send it again in a few seconds under the same key.',
  });
  refusal.cause = cause;
  return refusal;
}
