import { fold, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { ERASED_NAME } from '../../entities/member.ts';
import type { Write } from '../../operations/write.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import type { PersonToErase } from './person-to-erase.ts';

/**
 * Empties the person's records and ends the memberships: what is left is a place that is counted, on the days on which
 * it was. Rows to undo by lose name and number too, so that whatever they belong to can no longer be undone.
 */
export async function eraseRegister(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  { ids, membershipIds }: PersonToErase,
): Promise<(ErasureLine | null)[]> {
  const day = today(now);
  const [row] = await tx.rows<Counts>(sql`
    /* eraseMember */
    with record as (
      update member set display_name = ${ERASED_NAME}, search_text = ${fold(ERASED_NAME)}, name_key = '', phone_cipher = null,
        phone_digest = null, erased_at = ${now.toISOString()}::timestamptz, version = version + 1
      where id = any(${ids}::uuid[]) returning id
    ), duty as (
      delete from responsibility where membership_id = any(${membershipIds}::uuid[]) returning id
    ), ended as (
      update membership set valid_to = ${day}::date, version = version + 1
      where id = any(${membershipIds}::uuid[]) and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      returning id
    )
    select (select count(*) from record) as records, (select count(*) from duty) as duties, (select count(*) from ended) as ended`);
  const ahead = await tx.rows(sql`
    /* eraseMembershipsAhead */
    delete from membership where id = any(${membershipIds}::uuid[]) and valid_from > ${day}::date returning id`);
  const journaled = await tx.rows(sql`
    /* eraseJournaledMember */
    update journal_row set
      old = case when old is not null then old || ${NOBODY}::jsonb end, new = case when new is not null then new || ${NOBODY}::jsonb end
    where table_name = 'member' and key ->> 'id' = any(${ids}::text[]) returning n`);
  const links = await tx.rows(sql`
    /* eraseZaloLinks */
    delete from zalo_link where member_id = any(${ids}::uuid[]) returning id`);
  const { records = 0, duties = 0, ended = 0 } = row ?? {};
  return [
    lineOf('NAME_AND_PHONE', records),
    lineOf('MEMBERSHIPS_ENDED', ended),
    lineOf('MEMBERSHIPS_KEPT', membershipIds.length - ended - ahead.length),
    lineOf('MEMBERSHIPS_AHEAD', ahead.length),
    lineOf('DUTIES', duties),
    lineOf('ZALO_LINKS', links.length),
    lineOf('JOURNAL_ROWS', journaled.length),
  ];
}

interface Counts {
  records: number;
  duties: number;
  ended: number;
}

/** A record without its person, which no row in the register is: whoever undoes by it is told that it has changed. */
const NOBODY = JSON.stringify({
  ...{ display_name: null, search_text: null, name_key: null, phone_cipher: null, phone_digest: null },
});
