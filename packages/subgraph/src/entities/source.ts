import { isStorableText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../context.ts';
import { required } from './required.ts';
import type { SourceRow } from './rows.ts';

export const sourceById = perRequest<string, SourceRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<SourceRow>(sql`
    /* sourceById */
    select id, title, publisher, published_on as "publishedOn", url, note
    from source_document where id = any(${ids.filter(isStorableText)}::text[])`);
  return inOrder(ids, rows, (row) => row.id);
});

export async function requireSource(ctx: Context, id: string): Promise<SourceRow> {
  return required(await sourceById(ctx).load(id), `source_document ${id}`);
}
