import sql, { raw } from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';

// What a write leaves behind when it is undone, and what is meant to go on: outcomes, audit, the merger and its journal.
const GOES_ON = [
  ...['idempotency_key', 'audit_entry', 'audit_personal', 'audit_seal', 'merger', 'journal', 'journal_row'],
  // Sums are compared as such: what was added and taken away leaves two rows.
  'kpi_delta',
];

/** A fingerprint of every table, and the sums of what is pending. Versions go on when something is undone, and are left out. */
export async function registerContents(db: Database): Promise<Record<string, unknown>> {
  const tables = await db.rows<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'public' and not tablename = any(${GOES_ON}::text[])
      and tablename !~ '^_' order by 1`);
  const hashes = tables.map(async ({ name }): Promise<[string, unknown]> => {
    const [row] = await db.rows(sql`
      select count(*) as rows, md5(string_agg(content, '' order by content)) as hash
      from (select (to_jsonb(t) - case when ${name} = 'indicator_version' then '' else 'version' end)::text as content
        from ${raw(`"${name}"`)} t) t`);
    return [name, row];
  });
  const pending = await db.rows(sql`
    select unit_id, day::text, topic, sum(activities) as activities, sum(reached) as reached from kpi_delta
    group by 1, 2, 3 having (sum(activities), sum(reached)) <> (0, 0) order by 1, 2, 3`);
  return { ...Object.fromEntries(await Promise.all(hashes)), pending };
}

/** Numbers of rows and sums of versions: enough to tell that a refusal left nothing. */
export const registerCounts = (db: Database): Promise<unknown[]> =>
  db.rows(sql`
    select (select count(*) from team) as teams, (select sum(version) from team) as team_versions,
      (select count(*) from membership) as memberships, (select sum(version) from membership) as membership_versions,
      (select count(*) from responsibility) as responsibilities, (select count(*) from team_link) as links,
      (select sum(version) from activity) as activity_versions, (select count(*) from founding_decision) as decisions,
      (select count(*) from admin_unit) as units, (select count(*) from source_document) as sources,
      (select count(*) from merger) as mergers, (select count(*) from journal_row) as journaled,
      (select count(*) from audit_entry) as entries`);
