import { DomainError } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../context.ts';
import { mayBeNamed } from '../permissions/restricted.ts';
import { knowsMember, scopeOf } from '../permissions/scope.ts';
import type { MemberRow } from './rows.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** The columns of a MemberRow, from member under the alias m. No personal data beyond the name. */
export const memberColumns = raw(`
  m.id, m.display_name as "displayName", m.is_synthetic as "isSynthetic", m.version, m.search_text as "sortKey",
  exists (select from restriction r where r.member_id = m.id and r.lifted_at is null) as "isRestricted",
  m.erased_at is not null as "isErased"`);

/** What stands for the name of a person who was erased. */
export const ERASED_NAME = 'Người đã được xóa thông tin';

/** What stands for the name of a person whose data are restricted. */
export const RESTRICTED_NAME = 'Đang hạn chế xử lý';

/** The name of a person, or of a restricted one what those are shown who do not handle him or her. */
export async function nameShown(ctx: Context, member: MemberRow): Promise<string> {
  if (!member.isRestricted || (await namable(ctx).load(member.id))) return member.displayName;
  return RESTRICTED_NAME;
}

/** Asked of restricted people only. */
const namable = perRequest<string, boolean>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<{ id: string }>(sql`
    /* mayBeNamed */
    select m.id from member m where m.id = any(${ids}::uuid[]) and ${mayBeNamed(scope, sql`m.id`)}`);
  const named = new Set(rows.map(({ id }) => id));
  return ids.map((id) => named.has(id));
});

/** The record of an id, as m, found through `asked`: where it went into another one, that one. */
export const memberRecord = raw(
  `member asked join member m on m.id = coalesce(asked.merged_into_id, asked.id)`,
);

/**
 * People whom the caller knows; null for all others, whether they are there or not. The id of a record that went into
 * another one answers that one.
 */
export const memberSeen = perRequest<string, MemberRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<MemberRow & { askedId: string }>(sql`
    /* memberSeen */
    select asked.id as "askedId", ${memberColumns} from ${memberRecord}
    where asked.id = any(${ids.filter(isUuid)}::uuid[]) and (${knowsMember(scope, sql`m.id`)}
      or asked.id = ${scope.memberId}::uuid)`);
  return inOrder(inLowerCase(ids), rows, (row) => row.askedId);
});

/** For who holds a membership already: whoever sees that sees the person. */
export const memberById = perRequest<string, MemberRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<MemberRow>(sql`
    /* memberById */
    select ${memberColumns} from member m where m.id = any(${ids.filter(isUuid)}::uuid[])`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

/** The refusal of an id that nobody has whom the caller knows. */
export function memberNotFound(field: string, id: string): DomainError {
  const value = JSON.stringify(id).slice(1, -1).slice(0, 60);
  return new DomainError(
    'MEMBER_NOT_FOUND',
    {
      vi: `Không có thành viên nào với ${field} ${value}.`,
      en: `There is no member with the ${field} ${value}.`,
    },
    { field, value },
  );
}

/** The refusal of a write about a person whose data are only kept. */
export const memberRestricted = (field: string): DomainError =>
  new DomainError(
    'MEMBER_RESTRICTED',
    {
      vi: 'Dữ liệu của người này đang bị hạn chế xử lý theo yêu cầu của họ; hãy bỏ hạn chế trước.',
      en: "The processing of this person's data is restricted at his or her request; lift the restriction first.",
    },
    { field },
  );
