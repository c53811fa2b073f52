import type { Messages } from '@cnscd/domain';
import { type ClientErrorCode, CnscdError, type CnscdErrorDetails } from '@cnscd/sdk';
import type { OutboxStorage } from './storage/outbox-storage.ts';

type OutboxErrorCode = Exclude<Extract<ClientErrorCode, `OUTBOX_${string}`>, 'OUTBOX_TEXT_INVALID'>;

const MESSAGES: Readonly<Record<OutboxErrorCode, Messages>> = {
  OUTBOX_FULL: {
    vi: 'Máy hết chỗ lưu: nội dung này CHƯA được lưu. Hãy gửi các mục đang chờ rồi lưu lại.',
    en: 'This device is full: this was NOT kept. Send what waits, then save it again.',
  },
  OUTBOX_STORAGE: {
    vi: 'Máy không cho lưu dữ liệu: nội dung này CHƯA được lưu.',
    en: 'This device keeps nothing: this was NOT kept.',
  },
  OUTBOX_ITEM_NOT_FOUND: {
    vi: 'Mục này không còn chờ gửi: đã gửi xong hoặc đã bỏ.',
    en: 'This is gone: it was sent or discarded.',
  },
  OUTBOX_ITEM_SENT: {
    vi: 'Mục này đã được gửi và chưa rõ kết quả: chưa sửa, chưa bỏ được.',
    en: 'This was sent and is not answered yet: it cannot be changed now.',
  },
};

export const outboxError = (code: OutboxErrorCode, details?: CnscdErrorDetails): CnscdError =>
  new CnscdError(code, MESSAGES[code], details);

/** What a storage of the platform threw, as an error that says whether there was no room. */
function storageError(cause: unknown): CnscdError {
  if (cause instanceof CnscdError) return cause;
  const { name } = Object(cause) as { name?: unknown };
  return outboxError(/quota/i.test(String(name)) ? 'OUTBOX_FULL' : 'OUTBOX_STORAGE', { cause });
}

/** A storage whose every failure is an error of ours. */
export function withOwnErrors(storage: OutboxStorage): OutboxStorage {
  const tell = (cause: unknown) => {
    throw storageError(cause);
  };
  return {
    readAll: (prefix) => storage.readAll(prefix).catch(tell),
    write: (name, text) => storage.write(name, text).catch(tell),
    remove: (name) => storage.remove(name).catch(tell),
  };
}
