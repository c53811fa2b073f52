import { phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import { readFile } from '../../src/imports/reading/read-file.ts';
import type { SheetRow } from '../../src/imports/reading/sheet-row.ts';
import { administrator, officer, staffedTeams } from '../support/people.ts';
import { addActivity, exportsOfRegister } from './reading.ts';

const { database, contextOf } = await exportsOfRegister();
const [team] = await staffedTeams(database, '19597');
await addActivity(database, team?.id ?? '');
await database.pool.query(
  `update team set is_synthetic = false, zalo_group_status = 'LINKED', zalo_group_url = 'https://zalo.me/g/abcdef123' where id = $1`,
  [team?.id],
);
const { phones } = await contextOf();
const sealed = phones?.seal(phoneNumber('0987612534'));
await database.pool.query(`update member set phone_cipher = $1, phone_digest = $2 where random() < 0.5`, [
  sealed?.cipher,
  sealed?.digest,
]);
const provincial = officer('PROVINCIAL_OFFICER', '44');

/** What an import reads of an exported file. */
async function readBack(
  kind: 'ROSTER' | 'TEAMS' | 'ACTIVITIES' | 'FIGURES',
  name: string,
  given: Record<string, string>,
) {
  const { bytes, fileName } = await exportFile(await contextOf(provincial), { name, given });
  const rows: SheetRow[] = [];
  const result = await readFile(
    bytes,
    { fileName, kind, today: '2026-11-22' },
    async (batch) => void rows.push(...batch),
  );
  const issues = [...result.issues, ...rows.flatMap((row) => row.issues)];
  // That a column is left out, such as the day on which a team ended, is no fault of the file.
  const faults = issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN');
  return {
    values: rows.map(({ values }) => values),
    faults,
    columns: result.columns,
    skipped: result.skipped,
  };
}

const FORMATS = [
  ['xlsx', {}],
  ['csv', {}],
  ['csv', { delimiter: 'COMMA' }],
  ['csv', { delimiter: 'TAB' }],
] as const;

describe.each(FORMATS)('an exported %s %o', (format, options) => {
  it('of a roster is read back as the memberships that there are', async () => {
    const { values, faults, skipped } = await readBack('ROSTER', `roster.${format}`, {
      unitCode: '44',
      ...options,
    });
    expect(faults).toEqual([]);
    expect(skipped.filter(({ reason }) => reason !== 'HEADER')).toEqual([]);
    const held = await database.rows(sql`
      select t.code as "teamCode", m.display_name as "fullName", ms.role, ms.affiliations::text[] as affiliations,
        ms.is_core as "isCore", ms.valid_from as "from", ms.valid_to as "to",
        case when m.phone_cipher is not null then array['+84987612534'] end as phones
      from membership ms join team t on t.id = ms.team_id join member m on m.id = ms.member_id
      join unit_scope s on s.unit_id = t.unit_id join admin_unit u on u.id = s.region_id
      where u.code = '44' and u.valid_to is null and (ms.valid_to is null or ms.valid_to >= '2026-11-22')`);
    const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row, KEYS)).sort();
    expect(values.length).toBeGreaterThan(1_000);
    expect(inOrder(values)).toEqual(inOrder(held as object[]));
  });

  it('of teams is read back as the teams that there are', async () => {
    const { values, faults } = await readBack('TEAMS', `teams.${format}`, { unitCode: '44', ...options });
    expect(faults).toEqual([]);
    const held = await database.rows(sql`
      select t.code as "teamCode", t.name as "teamName", t.kind, t.founded_on as "foundedOn", d.number as "decisionNumber",
        d.issued_on as "decisionIssuedOn", case when not t.is_synthetic then t.zalo_group_url end as "zaloGroupUrl"
      from team t left join founding_decision d on d.id = t.decision_id
      join unit_scope s on s.unit_id = t.unit_id join admin_unit u on u.id = s.region_id
      where u.code = '44' and u.valid_to is null`);
    const KEPT = [
      'teamCode',
      'teamName',
      'kind',
      'foundedOn',
      'decisionNumber',
      'decisionIssuedOn',
      'zaloGroupUrl',
    ];
    const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row, KEPT)).sort();
    expect(inOrder(values)).toEqual(inOrder(held as object[]));
  });

  it('of activities is read back with its topics, its hour and what nobody counted', async () => {
    const given = { unitCode: '44', period: '2026-11', ...options };
    const { values, faults } = await readBack('ACTIVITIES', `activities.${format}`, given);
    expect(faults).toEqual([]);
    expect(values).toMatchObject([
      {
        ...{
          teamCode: team?.code,
          kind: 'MARKET_VISIT',
          title: '=1+1 ở chợ',
          date: '2026-11-02',
          time: '06:30',
        },
        ...{ place: 'Chợ Cam Lộ', outcomes: [{ topic: 'E_ID', reached: 40, assisted: 12, succeeded: 0 }] },
      },
      { outcomes: [{ topic: 'QR_PAYMENT', reached: 25, assisted: null, succeeded: null }] },
    ]);
  });

  it('of figures is read back with how sure each of them is', async () => {
    const { values, faults } = await readBack('FIGURES', `figures.${format}`, {
      unitCode: '44',
      boundary: 'CURRENT',
      ...options,
    });
    expect(faults).toEqual([]);
    const held = await database.rows(sql`
      select f.indicator_code as "indicatorCode", f.value, f.qualifier, f.as_of as "asOf", f.period, d.title as "sourceTitle"
      from reported_figure f join source_document d on d.id = f.source_id
      join unit_scope s on s.unit_id = f.unit_id join admin_unit u on u.id = s.region_id
      where u.code = '44' and u.valid_to is null and f.superseded_at is null`);
    const KEPT = ['indicatorCode', 'value', 'qualifier', 'asOf', 'period', 'sourceTitle'];
    const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row, KEPT)).sort();
    expect(values.length).toBeGreaterThan(20);
    expect(inOrder(values)).toEqual(inOrder(held as object[]));
  });
});

const KEYS = ['teamCode', 'fullName', 'phones', 'role', 'affiliations', 'isCore', 'from', 'to'];

describe('an exported figure', () => {
  it('comes from every province as it went', async () => {
    const { bytes, fileName } = await exportFile(await contextOf(administrator()), {
      name: 'figures.csv',
      given: {},
    });
    const faults: unknown[] = [];
    const result = await readFile(
      bytes,
      { fileName, kind: 'FIGURES', today: '2026-11-22' },
      async (rows) => void faults.push(...rows.flatMap(({ issues }) => issues)),
    );
    expect([...result.issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN'), ...faults]).toEqual([]);
  });
});
