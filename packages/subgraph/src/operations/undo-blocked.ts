import { DomainError, formatDate, type Messages, today } from '@cnscd/domain';
import { JOURNAL_RETENTION_DAYS } from './journal.ts';
import type { BlockedRow } from './undo-journal.ts';

const MOST_NAMED = 5;

/** A row in the way, and what people call it where its table and key would tell them nothing. */
export interface NamedBlockedRow extends BlockedRow {
  named?: Messages | undefined;
}

/** The refusal of an undo: what stands in the way, by table and key or by codes, never by a person's name. */
export function undoBlocked(rows: readonly NamedBlockedRow[], count = rows.length): DomainError {
  const told = rows.slice(0, MOST_NAMED);
  const more = count - told.length;
  const list = (language: 'vi' | 'en') =>
    told
      .map(
        ({ reason, table, key, named }) =>
          `${named?.[language] ?? `${table} ${Object.values(key).join(' ')}`} (${REASONS[reason][language]})`,
      )
      .join(', ');
  return new DomainError(
    'UNDO_BLOCKED',
    {
      vi: `Không thể hoàn tác vì đã có thay đổi sau đó: ${list('vi')}${more > 0 ? ` và ${more} mục khác` : ''}; hãy sửa lại từng mục.`,
      en: `It cannot be undone because of what happened since: ${list('en')}${more > 0 ? ` and ${more} more` : ''}; change them one by one.`,
    },
    { field: 'id', value: String(count) },
  );
}

const REASONS: Readonly<Record<BlockedRow['reason'], { vi: string; en: string }>> = {
  CHANGED: { vi: 'đã đổi', en: 'changed' },
  REFERENCED: { vi: 'đã có dữ liệu mới gắn vào', en: 'something new refers to it' },
  TAKEN: { vi: 'mã đã có nơi khác dùng', en: 'its code is taken' },
  MISSING: { vi: 'thiếu mục mà nó gắn vào', en: 'what it refers to is gone' },
};

/** The refusal of an undo whose journal is forgotten. */
export const undoExpired = (expiry: Date): DomainError =>
  new DomainError(
    'UNDO_EXPIRED',
    {
      vi: `Chỉ hoàn tác được trong ${JOURNAL_RETENTION_DAYS} ngày, đến hết ngày ${formatDate(today(expiry), 'vi')}; hãy sửa lại từng mục.`,
      en: `It could be undone for ${JOURNAL_RETENTION_DAYS} days, until ${formatDate(today(expiry), 'en')}; change what there is one by one.`,
    },
    { field: 'id' },
  );
