import sql from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { SourceRow } from './rows.ts';

export const sourceById = perRequest<string, SourceRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<SourceRow>(sql`
    /* sourceById */
    select id, title, publisher, published_on as "publishedOn", url, note
    from source_document where id = any(${ids}::text[])`);
  return inOrder(ids, rows, (row) => row.id);
});

/** A foreign key guarantees that the row is there. */
export async function requireSource(ctx: Parameters<typeof sourceById>[0], id: string): Promise<SourceRow> {
  const source = await sourceById(ctx).load(id);
  if (source === null) throw new Error(`source_document ${id} is missing`);
  return source;
}
