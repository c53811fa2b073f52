import sql from 'sql-template-tag';
import type { Write } from '../../operations/write.ts';
import { sessionIssuer } from '../../zalo/session-issuer.ts';

/** What tells that something is about a person. */
export interface PersonToErase {
  /** The person's record, and those that went into it. */
  ids: string[];
  /** Names that any of them has or had, in NFC. */
  names: string[];
  phoneDigests: Buffer[];
  phoneCiphers: Buffer[];
  /** Teams that the person is or was in: texts about them are about the person. */
  teamIds: string[];
  /** Units of those teams: texts about what lies around them may be about the person. */
  unitIds: string[];
  membershipIds: string[];
  /** What the person said about the own data, and accounts that sign in as the person. */
  rightsIds: string[];
  /** The person's own sign-ins, as issuer and subject, where somebody knows them: the register knows those by Zalo alone. */
  signIns: readonly string[];
}

interface Row extends Omit<PersonToErase, 'signIns' | 'phoneDigests' | 'phoneCiphers'> {
  phoneDigests: string[];
  phoneCiphers: string[];
  links: { appId: string; memberId: string }[];
}

/** Reads who a person is, record by record; they are kept from others until it is done. */
export async function readPersonToErase(
  { tx }: Pick<Write, 'tx'>,
  id: string,
  signIns: readonly string[],
): Promise<PersonToErase> {
  await tx.rows(sql`
    /* lockPersonToErase */
    select from member where id = ${id}::uuid or merged_into_id = ${id}::uuid order by id for no key update`);
  const [row] = await tx.rows<Row>(sql`
    /* personToErase */
    with record as materialized (
      select id, display_name, phone_digest, phone_cipher from member where id = ${id}::uuid or merged_into_id = ${id}::uuid
    ), name as (
      select display_name as name from record
      union select state ->> 'displayName' from audit_entry e join audit_personal p on p.entry_id = e.id
        cross join lateral jsonb_array_elements(p.states) state
        where e.entity_type = 'Member' and e.entity_id in (select id::text from record) and jsonb_typeof(state) = 'object'
      union select state ->> 'display_name' from journal_row j cross join lateral (values (j.old), (j.new)) s (state)
        where j.table_name = 'member' and j.key ->> 'id' in (select id::text from record)
    )
    select (select array_agg(id) from record) as ids,
      (select coalesce(array_agg(distinct name), '{}') from name where name is not null) as names,
      (select coalesce(array_agg(encode(phone_digest, 'hex')) filter (where phone_digest is not null), '{}') from record) as "phoneDigests",
      (select coalesce(array_agg(encode(phone_cipher, 'hex')) filter (where phone_cipher is not null), '{}') from record) as "phoneCiphers",
      (select coalesce(array_agg(distinct team_id), '{}') from membership where member_id in (select id from record)) as "teamIds",
      (select coalesce(array_agg(distinct t.unit_id) filter (where t.unit_id is not null), '{}')
        from membership ms join team t on t.id = ms.team_id where ms.member_id in (select id from record)) as "unitIds",
      (select coalesce(array_agg(id), '{}') from membership where member_id in (select id from record)) as "membershipIds",
      (select coalesce(array_agg(id), '{}') from (
        select id from consent where member_id in (select id from record)
        union all select id from subject_request where member_id in (select id from record)
        union all select id from restriction where member_id in (select id from record)
        union all select id from zalo_link where member_id in (select id from record)) said) as "rightsIds",
      (select coalesce(json_agg(distinct jsonb_build_object('appId', app_id, 'memberId', member_id)), '[]')
        from zalo_link where member_id in (select id from record)) as links`);
  if (row === undefined) throw new Error('a person without a row');
  const bytes = (hexes: readonly string[]) => hexes.map((hex) => Buffer.from(hex, 'hex'));
  const { links, ...person } = row;
  const byZalo = links.map(({ appId, memberId }) => `${sessionIssuer(appId)}#${memberId}`);
  return {
    ...person,
    ...{ phoneDigests: bytes(row.phoneDigests), phoneCiphers: bytes(row.phoneCiphers) },
    signIns: [...signIns, ...byZalo],
  };
}
