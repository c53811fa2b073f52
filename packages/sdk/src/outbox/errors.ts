import type { Messages } from '@cnscd/domain';
import { type ClientErrorCode, CnscdError, type CnscdErrorDetails } from '@cnscd/sdk';

type OutboxErrorCode = Extract<ClientErrorCode, `OUTBOX_${string}` | 'USER_CHANGED'>;

const MESSAGES: Readonly<Record<OutboxErrorCode, Messages>> = {
  OUTBOX_FULL: {
    vi: 'Bộ nhớ của máy đã đầy: nội dung này CHƯA được lưu. Hãy gửi các mục đang chờ hoặc giải phóng bộ nhớ rồi lưu lại.',
    en: 'The storage of this device is full: this was NOT kept. Send what waits or free some room, then save it again.',
  },
  OUTBOX_STORAGE: {
    vi: 'Máy không cho lưu dữ liệu: nội dung này CHƯA được lưu.',
    en: 'This device does not let anything be kept: this was NOT kept.',
  },
  OUTBOX_ITEM_NOT_FOUND: {
    vi: 'Không còn mục này trong danh sách chờ gửi: có thể đã gửi xong hoặc đã bỏ.',
    en: 'This is not waiting any more: it was sent or discarded.',
  },
  OUTBOX_ITEM_SENT: {
    vi: 'Mục này đã được gửi đi và chưa rõ kết quả, nên chưa sửa hay bỏ được. Hãy chờ có mạng để biết kết quả.',
    en: 'This was sent and nobody knows yet what came of it: it cannot be changed or discarded before the server says.',
  },
  OUTBOX_TEXT_INVALID: {
    vi: 'Nội dung này không phải là bản xuất của danh sách chờ gửi.',
    en: 'This text is no export of an outbox.',
  },
  USER_CHANGED: {
    vi: 'Bản xuất này của người khác: chỉ chính người đó nhập lại được.',
    en: 'This export is of somebody else: only that one can take it in again.',
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
