import type { Messages } from '@cnscd/domain';
import { type ClientErrorCode, CnscdError, type CnscdErrorDetails } from '@cnscd/sdk';

type OutboxErrorCode = Extract<ClientErrorCode, `OUTBOX_${string}` | 'USER_CHANGED'>;

const MESSAGES: Readonly<Record<OutboxErrorCode, Messages>> = {
  OUTBOX_FULL: {
    vi: 'Bộ nhớ của máy đã đầy: nội dung này CHƯA được lưu. Hãy gửi các mục đang chờ rồi lưu lại.',
    en: 'The storage of this device is full: this was NOT kept. Send what waits, then save it again.',
  },
  OUTBOX_STORAGE: {
    vi: 'Máy không cho lưu dữ liệu: nội dung này CHƯA được lưu.',
    en: 'This device does not let anything be kept: this was NOT kept.',
  },
  OUTBOX_ITEM_NOT_FOUND: {
    vi: 'Mục này không còn chờ gửi: đã gửi xong hoặc đã bỏ.',
    en: 'This is not waiting any more: it was sent or discarded.',
  },
  OUTBOX_ITEM_SENT: {
    vi: 'Mục này đã được gửi và chưa rõ kết quả: chưa sửa hay bỏ được.',
    en: 'This was sent and nobody knows yet what came of it: it cannot be changed or discarded now.',
  },
  OUTBOX_TEXT_INVALID: {
    vi: 'Đây không phải là bản xuất của danh sách chờ gửi.',
    en: 'This text is no export of an outbox.',
  },
  USER_CHANGED: {
    vi: 'Bản xuất này là của người khác.',
    en: 'This export is of somebody else.',
  },
};

export const outboxError = (code: OutboxErrorCode, details?: CnscdErrorDetails): CnscdError =>
  new CnscdError(code, MESSAGES[code], details);

const FULL_NAMES = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

/** What a storage of the platform threw, as an error that says whether there was no room. */
export function storageError(cause: unknown): CnscdError {
  const name = (cause as { name?: unknown } | null)?.name;
  const isFull = typeof name === 'string' && FULL_NAMES.includes(name);
  return outboxError(isFull ? 'OUTBOX_FULL' : 'OUTBOX_STORAGE', { cause });
}
