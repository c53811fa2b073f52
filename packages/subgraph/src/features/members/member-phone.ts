import { maskPhone, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../../context.ts';
import { phoneSight } from '../../permissions/phone-sight.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { phoneUnavailable } from '../../personal-data/phone-cipher.ts';

interface PhoneRow {
  id: string;
  cipher: Buffer;
  sight: 'WHOLE' | 'MASKED';
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
  return row.sight === 'MASKED' ? maskPhone(phone) : phone;
}

/** Null where there is none, and for whom it is not. */
const phones = perRequest<string, PhoneRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<PhoneRow>(sql`
    /* phonesOf */
    select * from (
      select m.id, m.phone_cipher as cipher, ${phoneSight(await scopeOf(ctx), today(ctx.now))} as sight
      from member m where m.id = any(${ids}::uuid[]) and m.phone_cipher is not null) seen
    where sight is not null`);
  return inOrder(ids, rows, (row) => row.id);
});
