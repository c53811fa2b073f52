import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { MemberRow } from './rows.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** The columns of a MemberRow, from member under the alias m. No personal data beyond the name. */
export const memberColumns = raw(`
  m.id, m.display_name as "displayName", m.is_synthetic as "isSynthetic", m.version, m.search_text as "sortKey"`);

export const memberById = perRequest<string, MemberRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<MemberRow>(sql`
    /* memberById */
    select ${memberColumns} from member m where m.id = any(${ids.filter(isUuid)}::uuid[])`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});
