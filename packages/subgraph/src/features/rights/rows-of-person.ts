import sql, { raw, type Sql } from 'sql-template-tag';
import { groupedBy, inOrder, perRequest } from '../../context.ts';
import { inLowerCase, isUuid } from '../../entities/uuid.ts';
import { handlesMember, type Scope, scopeOf } from '../../permissions/scope.ts';

/** A table about people's rights, joined with their records under the alias m. */
interface Source {
  /** Names the statements: `consents` gives consentsOf and consentsSeen. */
  name: string;
  columns: Sql;
  tables: Sql;
  /** Of the table. */
  alias: string;
  /** The column that says what is newest. */
  since: string;
}

/** Whether the scope may see what a person of the record m said about the own data. */
export const seesRightsOf = (scope: Scope): Sql => {
  const person = sql`coalesce(m.merged_into_id, m.id)`;
  return sql`(${handlesMember(scope, person)} or coalesce(${person} = ${scope.memberId}::uuid, false))`;
};

/**
 * Loaders of a table about people's rights: `ofPerson` has those of a person, newest first, at most 100; `seen` the one
 * of an id, null where there is none for the caller. Records that went into another one are that one.
 */
export function rowsOfPerson<Row extends { id: string; memberId: string }>(source: Source) {
  const { columns, tables } = source;
  const [id, since] = [raw(`${source.alias}.id`), raw(`${source.alias}.${source.since}`)];
  const named = (ending: string) => raw(`/* ${source.name}${ending} */`);
  const ofPerson = perRequest<string, Row[]>(async (ctx, ids) => {
    const scope = await scopeOf(ctx);
    const rows = await ctx.db.rows<Row>(sql`
      ${named('Of')}
      select own.* from unnest(${ids}::uuid[]) as person (id) cross join lateral (
        select ${columns} from ${tables}
        where coalesce(m.merged_into_id, m.id) = person.id and ${seesRightsOf(scope)}
        order by ${since} desc, ${id} limit 100) own`);
    return groupedBy(ids, rows, (row) => row.memberId);
  });
  const seen = perRequest<string, Row | null>(async (ctx, ids) => {
    const scope = await scopeOf(ctx);
    const rows = await ctx.db.rows<Row>(sql`
      ${named('Seen')}
      select ${columns} from ${tables}
      where ${id} = any(${ids.filter(isUuid)}::uuid[]) and ${seesRightsOf(scope)}`);
    return inOrder(inLowerCase(ids), rows, (row) => row.id);
  });
  return { ofPerson, seen };
}
