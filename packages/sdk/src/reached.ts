import { CnscdError } from './error.ts';

/**
 * Waits for what may break off on the way, a request and the body of its answer: whatever ends it is a lost connection,
 * unless it says itself what it is, as the end of the time does.
 */
export async function reached<Value>(way: () => Promise<Value>): Promise<Value> {
  try {
    return await way();
  } catch (cause) {
    throw cause instanceof CnscdError ? cause : unreachable(cause);
  }
}

function unreachable(cause: unknown): CnscdError {
  const messages = {
    vi: 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
    en: 'The server cannot be reached. Check the connection and try again.',
  };
  return new CnscdError('NETWORK', messages, { retryable: true, cause });
}
