import sql, { raw } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, inOrder, perRequest } from '../../context.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import { inLowerCase, isUuid } from '../../entities/uuid.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { handlesMember, type Scope, scopeOf } from '../../permissions/scope.ts';

export interface ZaloLinkRow {
  id: string;
  memberId: string;
  linkedAt: Date;
  removedAt: Date | null;
  version: number;
}

const ZaloLink = builder.objectRef<ZaloLinkRow>('ZaloLink').implement({
  extensions: HELD,
  description:
    'That a Zalo account signs in as a person [tài khoản Zalo đã gắn]. Which account it is can be told by nobody. For the person and for officers who handle him or her.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    member: t.field({
      type: 'Member',
      description: 'The person.',
      resolve: async ({ memberId }, _, ctx) =>
        required(await memberById(ctx).load(memberId), `member ${memberId}`),
    }),
    linkedAt: t.expose('linkedAt', { type: 'DateTime', description: 'Since when.' }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was removed: the account was forgotten then. Null while it stands.',
    }),
    version: t.exposeInt('version', { description: 'Rises with the removal.' }),
  }),
});

/** The columns of a ZaloLinkRow, from zalo_link under the alias l and its person's record under m. */
export const zaloLinkColumns = raw(`
  l.id, coalesce(m.merged_into_id, m.id) as "memberId", l.linked_at as "linkedAt", l.removed_at as "removedAt", l.version`);

const person = raw('coalesce(m.merged_into_id, m.id)');

/** Whether the scope may see that the person of the record m has a link. */
const seesLinksOf = (scope: Scope) =>
  sql`(${handlesMember(scope, person)} or coalesce(${person} = ${scope.memberId}::uuid, false))`;

const linksOfPeople = perRequest<string, ZaloLinkRow[]>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ZaloLinkRow>(sql`
    /* zaloLinksOf */
    select own.* from unnest(${ids}::uuid[]) as asked (id) cross join lateral (
      select ${zaloLinkColumns} from zalo_link l join member m on m.id = l.member_id
      where ${person} = asked.id and ${seesLinksOf(scope)} order by l.linked_at desc, l.id limit ${MOST_LINKS}) own`);
  return groupedBy(ids, rows, (row) => row.memberId);
});

const MOST_LINKS = 20;

/** A session may see the link that it stands on, also the one that it has just removed. */
const ownLink = ({ credential }: Context) =>
  (credential.kind === 'VERIFIED' && credential.claims.linkId) || null;

const linkSeen = perRequest<string, ZaloLinkRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ZaloLinkRow>(sql`
    /* zaloLinksSeen */
    select ${zaloLinkColumns} from zalo_link l join member m on m.id = l.member_id
    where l.id = any(${ids.filter(isUuid)}::uuid[])
      and (${seesLinksOf(scope)} or coalesce(l.id = ${ownLink(ctx)}::uuid, false))`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

builder.objectField('Member', 'zaloLinks', (t) =>
  t.field({
    type: [ZaloLink],
    description: `Zalo accounts that sign in as the person, or did, newest first, at most ${MOST_LINKS}. Empty for who is neither the person nor an officer handling him or her.`,
    listSize: { assumedSize: 2 },
    resolve: ({ id }, _, ctx) => linksOfPeople(ctx).load(id),
  }),
);

versioned({ type: 'ZaloLink', load: (ctx, id) => linkSeen(ctx).load(id), notFound: 'ZALO_LINK_NOT_FOUND' });

/** What the writes of a link answer. */
export const ZaloLinkResult = resultUnion('ZaloLink');
