import { maskPhone, today } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../../context.ts';
import { oversees, type Scope, scopeOf } from '../../permissions/scope.ts';
import { phoneUnavailable } from '../../personal-data/phone-cipher.ts';

interface PhoneRow {
  id: string;
  cipher: Buffer;
  isMasked: boolean;
}

/**
 * The phone number of a person, as much of it as the caller may see.
 *
 * @throws {DomainError} `PHONE_UNAVAILABLE` where the caller may see it and no key opens it
 */
export async function phoneShown(ctx: Context, memberId: string): Promise<string | null> {
  const row = await phones(ctx).load(memberId);
  if (row === null) return null;
  if (ctx.phones === null) throw phoneUnavailable();
  const phone = ctx.phones.open(row.cipher);
  return row.isMasked ? maskPhone(phone) : phone;
}

/** Null where there is none, and for whom it is not. */
const phones = perRequest<string, PhoneRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const isOwn = sql`coalesce(m.id = ${scope.memberId}::uuid, false)`;
  const rows = await ctx.db.rows<PhoneRow>(sql`
    /* phonesOf */
    select m.id, m.phone_cipher as cipher, not (${isOwn} or seen."asOfficer") as "isMasked"
    from member m cross join lateral (select ${isInTeam(ctx, oversees(scope, sql`t.unit_id`))} as "asOfficer", ${isInTeam(ctx, led(scope))} as "asLeader") seen
    where m.id = any(${ids}::uuid[]) and m.phone_cipher is not null
      and (${isOwn} or seen."asOfficer" or seen."asLeader")`);
  return inOrder(ids, rows, (row) => row.id);
});

/** Whether the person is today in a team t that the condition holds for. */
const isInTeam = (ctx: Context, condition: Sql): Sql => sql`exists (
  select from membership ms join team t on t.id = ms.team_id
  where ms.member_id = m.id and ms.valid_from <= ${today(ctx.now)}::date
    and (ms.valid_to is null or ms.valid_to >= ${today(ctx.now)}::date) and ${condition})`;

const led = ({ teams }: Scope): Sql =>
  sql`t.id = any(${teams.filter(({ role }) => role !== 'MEMBER').map(({ teamId }) => teamId)}::uuid[])`;
