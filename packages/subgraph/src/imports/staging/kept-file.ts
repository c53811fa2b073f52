import { DomainError, type Messages } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { ImportRecord } from '../../entities/import.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { phoneUnavailable } from '../../personal-data/phone-cipher.ts';
import type { ImportTools } from '../import-tools.ts';

/** What is kept of an officer's file. */
export interface KeptFile {
  content: Buffer;
  /** With the extension of what is kept: a copy is always XLSX. */
  fileName: string;
  /** Whether it is a copy without what is never stored. */
  isCopy: boolean;
}

/** @throws {DomainError} `PHONE_UNAVAILABLE`, `IMPORT_STATE` for a file that is not kept */
export async function openFile(
  { db, phones }: Pick<ImportTools, 'db' | 'phones'>,
  { id, fileName }: Pick<ImportRecord, 'id' | 'fileName'>,
): Promise<KeptFile> {
  if (phones === null) throw phoneUnavailable('file');
  const [row] = await db.rows<{ content: Buffer; isCopy: boolean }>(sql`
    /* fileOfImport */ select content, is_copy as "isCopy" from import_file where import_id = ${id}::uuid`);
  if (row === undefined) throw notKept(FORGOTTEN);
  const content = phones.files.open(row.content);
  if (content === null) throw phoneUnavailable('file');
  if (content.length === 0) throw notKept(NOT_COPIED);
  const { isCopy } = row;
  return { content, isCopy, fileName: isCopy ? `${fileName.replace(/\.[^.]*$/u, '')}.xlsx` : fileName };
}

/**
 * Keeps a copy in place of the file.
 *
 * @param copy - null where there is none: nothing is kept but that it is so
 */
export async function keepInstead(
  tx: Transaction,
  { phones }: Pick<ImportTools, 'phones'>,
  { id, copy }: { id: string; copy: Uint8Array | null },
): Promise<void> {
  if (phones === null) throw phoneUnavailable('file');
  const content = phones.files.seal(Buffer.from(copy ?? []));
  await tx.rows(sql`
    /* keepCopyOfFile */
    update import_file set content = ${content}::bytea, is_copy = true where import_id = ${id}::uuid`);
}

/** Forgets a file that could not be read: nobody knows what stands in it. What was read already is kept as it may be. */
export async function forgetUnread(tx: Transaction, id: string): Promise<void> {
  await tx.rows(sql`
    /* forgetUnreadFile */
    delete from import_file f using import i
    where f.import_id = ${id}::uuid and i.id = f.import_id and i.status = 'FAILED' and i.staged_at is null and not f.is_copy`);
}

const FORGOTTEN: Messages = {
  vi: 'Tệp gốc không còn được lưu; hãy tải tệp lên lại.',
  en: 'The file itself is no longer kept; upload it again.',
};

const NOT_COPIED: Messages = {
  vi: 'Tệp có số căn cước, mật khẩu hoặc hình ảnh và không tạo được bản sao đã bỏ chúng, nên không được lưu; hãy xóa chúng khỏi tệp rồi tải lên lại.',
  en: 'The file has citizen-ID numbers, passwords or pictures, and no copy could be made without them, so it is not kept; delete them from it and upload it again.',
};

const notKept = (messages: Messages) => new DomainError('IMPORT_STATE', messages, { field: 'id' });
