import { createHash } from 'node:crypto';
import { DomainError, type ImportKind, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import { newId } from '../../operations/new-id.ts';
import { inTransaction, type Transaction } from '../../operations/transaction.ts';
import { type PhoneCipher, phoneUnavailable } from '../../personal-data/phone-cipher.ts';
import { rulesOf } from '../kinds/all-kinds.ts';
import { headingKey } from '../reading/recognise-headings.ts';

/** A file as an officer brings it. */
export interface ReceivedFile {
  kind: ImportKind;
  fileName: string;
  content: Buffer;
  tenant: string;
  actor: string;
  /** Units that the officer oversees. */
  regionIds: readonly string[];
  /** What columns are, as far as somebody says so; it is remembered, as what officers of the region said before. */
  mapping?: Mapping | undefined;
}

/**
 * Keeps a file until the worker reads it. Nothing of it is looked at yet.
 *
 * @returns the id of the import
 * @throws {DomainError} `PHONE_UNAVAILABLE` without a key to encrypt it with, `INPUT_INVALID` for a kind that cannot be
 * imported, `BUSY` where too many files of the same person wait already
 */
export async function receiveFile(
  { db, phones, now }: { db: Database; phones: PhoneCipher | null; now: Date },
  file: ReceivedFile,
): Promise<string> {
  const { kind, fileName, content, tenant, actor, regionIds } = file;
  rulesOf(kind);
  if (phones === null) throw phoneUnavailable('file');
  const id = newId(null);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await inTransaction(db, async (tx) => {
    await requireFewWaiting(tx, file);
    if (file.mapping !== undefined) await rememberMapping(tx, file, file.mapping);
    const mapping = await rememberedMapping(tx, { kind, regionIds });
    await tx.rows(sql`
      /* insertImport */
      insert into import (id, kind, file_name, file_size, sha256, tenant, actor, region_ids, judged_on, mapping, asker, created_at)
      values (${id}::uuid, ${kind}::import_kind, ${fileName}, ${content.length}, ${sha256}, ${tenant}, ${actor},
        ${regionIds}::text[], ${today(now)}::date, ${JSON.stringify(mapping)}::jsonb,
        ${JSON.stringify({ tenant, actor })}::jsonb, ${now.toISOString()}::timestamptz)`);
    await tx.rows(sql`
      /* insertImportFile */
      insert into import_file (import_id, content) values (${id}::uuid, ${phones.files.seal(content)}::bytea)`);
  });
  return id;
}

/** Somebody who brings files faster than they are read would fill the disk with them. */
const MOST_WAITING = 20;

async function requireFewWaiting(
  tx: Transaction,
  { tenant, actor }: Pick<ReceivedFile, 'tenant' | 'actor'>,
): Promise<void> {
  const [row] = await tx.rows<{ waiting: number }>(sql`
    /* filesWaiting */
    select count(*) as waiting from import
    where status in ('WAITING', 'READING') and tenant = ${tenant} and actor = ${actor}`);
  if ((row?.waiting ?? 0) < MOST_WAITING) return;
  throw new DomainError('BUSY', {
    vi: `Bạn có ${MOST_WAITING} tệp đang chờ đọc; hãy đợi đọc xong rồi tải thêm.`,
    en: `${MOST_WAITING} files of yours are waiting to be read; wait for them before you upload more.`,
  });
}

/** A mapping by the keys of its headings: two spellings of one heading are one choice. */
export const byHeading = (mapping: Mapping): Record<string, string | null> =>
  Object.fromEntries(Object.entries(mapping).map(([header, field]) => [headingKey(header), field]));

type Mapping = Readonly<Record<string, string | null>>;

/** What officers of these regions said that headings mean; of several the last word. */
async function rememberedMapping(
  tx: Transaction,
  { kind, regionIds }: Pick<ReceivedFile, 'kind' | 'regionIds'>,
): Promise<Record<string, string | null>> {
  const rows = await tx.rows<{ header: string; field: string | null }>(sql`
    /* rememberedMapping */
    select header, field from import_mapping
    where kind = ${kind}::import_kind and region_id = any(${regionIds}::text[])
    order by updated_at, region_id desc, header`);
  return Object.fromEntries(rows.map(({ header, field }) => [headingKey(header), field]));
}

/** Remembers what a heading means for files of the same kind from the same regions. */
export async function rememberMapping(
  tx: Transaction,
  { kind, regionIds }: Pick<ReceivedFile, 'kind' | 'regionIds'>,
  mapping: Mapping,
): Promise<void> {
  const said = byHeading(mapping);
  await tx.rows(sql`
    /* rememberMapping */
    insert into import_mapping (region_id, kind, header, field)
    select region.id, ${kind}::import_kind, m.header, m.field
    from unnest(${regionIds}::text[]) as region (id)
    cross join unnest(${Object.keys(said)}::text[], ${Object.values(said)}::text[]) as m (header, field)
    order by region.id, m.header
    on conflict (region_id, kind, header) do update set field = excluded.field, updated_at = now()`);
}
