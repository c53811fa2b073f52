import { DomainError, type ImportStatus, label, type Messages } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type ImportRecord, importColumns, importNotFound, seesImport } from '../../entities/import.ts';
import { isUuid } from '../../entities/uuid.ts';
import { VersionConflict } from '../../operations/gate.ts';
import type { Write } from '../../operations/write.ts';

/**
 * The import that a write is about, kept from others until the write is done.
 *
 * @param allowed - statuses in which this can be done, and what it is called
 * @throws {DomainError} `IMPORT_NOT_FOUND`, also for one whose region the caller does not oversee; `IMPORT_STATE`
 * @throws {VersionConflict} unless it is at the version that the caller saw
 */
export async function requireImport(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  { id, expectedVersion }: { id: string; expectedVersion: number },
  { allowed, what }: { allowed: readonly ImportStatus[]; what: Messages },
): Promise<ImportRecord> {
  const [row] = isUuid(id)
    ? await tx.rows<ImportRecord>(sql`
        /* importForWrite */
        select ${importColumns} from import i
        where i.id = ${id}::uuid and ${seesImport(scope)} for no key update of i`)
    : [];
  if (row === undefined) throw importNotFound(id);
  if (row.version !== expectedVersion) throw new VersionConflict('Import', row.id, expectedVersion);
  if (!allowed.includes(row.status)) throw wrongState(row.status, allowed, what);
  return row;
}

function wrongState(status: ImportStatus, allowed: readonly ImportStatus[], what: Messages): DomainError {
  const names = (language: 'vi' | 'en') =>
    allowed.map((each) => label('importStatus', each, language)).join(language === 'vi' ? ' hoặc ' : ' or ');
  return new DomainError(
    'IMPORT_STATE',
    {
      vi: `Tệp này đang ở tình trạng: ${label('importStatus', status, 'vi')}; chỉ ${what.vi} được khi: ${names('vi')}.`,
      en: `This import is ${label('importStatus', status, 'en')}; it can be ${what.en} when it is ${names('en')}.`,
    },
    { field: 'id', value: status },
  );
}
