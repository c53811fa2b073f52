import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { importProvinceFile } from '../../../src/import/import-province-file.ts';
import { loadProvinces } from '../../../src/import/load-provinces.ts';
import { auditReason } from '../../../src/operations/audit.ts';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { afterCommit, untilCommit } from '../../support/statements.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [team] = await staffedTeams(database, '44');
if (team === undefined) throw new Error('no team');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const RECORD = `mutation ($input: RecordMeasurementInput!) { recordMeasurement(input: $input) { __typename
  ... on UnitFigure { id version value valueMax numerator denominator qualifier asOf period statement reason
    unit { code } indicator { code } source { id title } history { revision value qualifier reason } }
  ... on Refusal { code field given: givenValue message messageEn retryable }
  ... on Conflict { expectedVersion currentVersion current { ... on UnitFigure { version value } } } } }`;

const record = async (as: Claims | undefined, input: Record<string, unknown>) => {
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, errors, statements } = await run(RECORD, variables, as === undefined ? {} : { as });
  expect(errors).toBeUndefined();
  return { ...data.recordMeasurement, statements };
};

let facts = 0;
/** A fact that no other test has stated. */
const draft = () => {
  facts += 1;
  return {
    unitCode: '44',
    ...{ indicatorCode: 'MEMBERS', asOf: '2026-10-31', value: 4000, qualifier: 'AT_LEAST' },
    statement: 'hơn 4.000 thành viên',
    source: {
      title: `Báo cáo số ${facts}/BC-UBND`,
      publisher: 'UBND tỉnh Quảng Trị',
      publishedOn: '2026-11-02',
    },
  };
};

describe('a measurement', () => {
  it.each([
    ['EXACT', 4327],
    ['AT_LEAST', 4000],
    ['ABOUT', 30],
    ['ESTIMATE', 9],
  ])('comes back as it was stated: %s', async (qualifier, value) => {
    const stated = { ...draft(), qualifier, value };
    const made = await record(provincial, stated);
    expect(made).toMatchObject({
      ...{ __typename: 'UnitFigure', version: 1, value, qualifier, asOf: '2026-10-31', reason: null },
      ...{ statement: stated.statement, unit: { code: '44' }, indicator: { code: 'MEMBERS' } },
      source: { title: stated.source.title },
    });
    const { data } = await run(
      `{ adminUnit(code: "44") { figures(indicatorCodes: ["MEMBERS"]) { id value qualifier } } }`,
    );
    expect(data.adminUnit.figures).toContainEqual({ id: made.id, value, qualifier });
  });

  it('is corrected with a reason, and what was said before stays its history', async () => {
    const stated = draft();
    const made = await record(provincial, stated);
    const again = { ...stated, value: 4105, qualifier: 'EXACT' };
    expect(await record(provincial, again)).toMatchObject({
      ...{ __typename: 'Conflict', expectedVersion: 0, currentVersion: 1, current: { value: 4000 } },
    });
    expect(await record(provincial, { ...again, expectedVersion: 1 })).toMatchObject({
      code: 'REASON_MISSING',
    });
    const corrected = await record(provincial, { ...again, expectedVersion: 1, reason: 'Đếm lại danh sách' });
    expect(corrected).toMatchObject({
      ...{ id: made.id, version: 2, value: 4105, qualifier: 'EXACT', reason: 'Đếm lại danh sách' },
      history: [
        { revision: 2, value: 4105, qualifier: 'EXACT', reason: 'Đếm lại danh sách' },
        { revision: 1, value: 4000, qualifier: 'AT_LEAST', reason: null },
      ],
    });
    const audited = await database.rows<{
      before: object;
      after: object;
      reason: string;
      unitId: string;
    }>(sql`
      select e.before, e.after, ${auditReason} as reason, e.unit_id as "unitId" from audit_entry e left join audit_personal p on p.entry_id = e.id
      where entity_type = 'UnitFigure' and entity_id = ${made.id} order by version`);
    expect(audited).toMatchObject([
      { before: null, after: { value: 4000, qualifier: 'AT_LEAST' }, unitId: 'province:44:2025-07-01' },
      { before: { value: 4000 }, after: { value: 4105 }, reason: 'Đếm lại danh sách' },
    ]);
  });

  it('is corrected once by two who saw the same', async () => {
    const stated = draft();
    await record(provincial, stated);
    const correct = (value: number) =>
      record(provincial, { ...stated, value, expectedVersion: 1, reason: 'Đếm lại' });
    const answers = await Promise.all([correct(4001), correct(4002), correct(4003)]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Conflict', 'UnitFigure']);
  });

  it('is recorded once by two who state the same at the same time', async () => {
    const stated = draft();
    const answers = await Promise.all([record(provincial, stated), record(provincial, stated)]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'UnitFigure']);
  });

  it('of a ratio has numerator and denominator, or a reason why not', async () => {
    const rate = {
      ...draft(),
      indicatorCode: 'ONLINE_DOSSIER_RATE',
      value: 75,
      qualifier: 'EXACT',
      period: '2026-10',
    };
    expect(await record(provincial, rate)).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
    expect(await record(provincial, { ...rate, reason: 'Nguồn chỉ nêu tỷ lệ' })).toMatchObject({
      ...{ value: 75, numerator: null, reason: 'Nguồn chỉ nêu tỷ lệ' },
    });
    const whole = { ...rate, source: draft().source, numerator: 300, denominator: 400 };
    expect(await record(provincial, { ...whole, value: 57 })).toMatchObject({
      code: 'COUNTS_CONTRADICT',
      field: 'value',
    });
    expect(await record(provincial, whole)).toMatchObject({
      value: 75,
      numerator: 300,
      denominator: 400,
      reason: null,
    });
  });

  it('of a former unit is stated by the officer of its successor', async () => {
    const former = { ...draft(), unitCode: '45', asOf: '2024-12-31' };
    expect(await record(provincial, former)).toMatchObject({
      __typename: 'UnitFigure',
      unit: { code: '45' },
    });
  });

  it('of a village is stated by its id', async () => {
    const [village] = await database.rows<{ id: string; validTo: string | null }>(sql`
      select u.id, u.valid_to as "validTo" from admin_unit u join unit_scope s on s.unit_id = u.id
      where s.region_id = 'province:44:2025-07-01' and u.level = 'VILLAGE' order by u.id limit 1`);
    const { unitCode: _, ...rest } = draft();
    const asOf = village?.validTo ?? rest.asOf;
    expect(await record(provincial, { ...rest, asOf, unitId: village?.id })).toMatchObject({ version: 1 });
    expect(await record(provincial, { ...draft(), unitId: village?.id })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await record(provincial, rest)).toMatchObject({ code: 'INPUT_INVALID', field: 'unitCode' });
  });

  it('names a source that is there, or makes it once', async () => {
    const stated = draft();
    const made = await record(provincial, stated);
    const other = await record(provincial, { ...stated, asOf: '2026-09-30' });
    expect(other.source.id).toBe(made.source.id);
    const known = await record(provincial, { ...stated, asOf: '2026-08-31', source: { id: made.source.id } });
    expect(known.source).toEqual(made.source);
    expect(await record(provincial, { ...stated, source: { id: 'nowhere' } })).toMatchObject({
      ...{ code: 'SOURCE_NOT_FOUND', field: 'source.id', retryable: true },
    });
  });
});

describe('what a measurement may hold', () => {
  it.each([
    ['COUNT_INVALID', 'value', { value: -1 }],
    ['COUNT_INVALID', 'value', { value: 1.5 }],
    ['COUNT_INVALID', 'value', { value: 3_000_000_000 }],
    ['COUNTS_CONTRADICT', 'valueMax', { valueMax: 3000 }],
    ['COUNT_INVALID', 'value', { indicatorCode: 'DTI_RANK', value: 0 }],
    ['NUMBER_INVALID', 'value', { indicatorCode: 'ONLINE_DOSSIER_RATE', value: -0.5, reason: 'x' }],
    ['NUMBER_INVALID', 'value', { indicatorCode: 'ONLINE_DOSSIER_RATE', value: 1e9, reason: 'x' }],
    ['INPUT_INVALID', 'denominator', { numerator: 3 }],
    ['NUMBER_INVALID', 'denominator', { numerator: 3, denominator: 0 }],
    ['NUMBER_INVALID', 'numerator', { numerator: -3, denominator: 4 }],
    ['INDICATOR_NOT_FOUND', 'indicatorCode', { indicatorCode: 'NOTHING' }],
    ['INDICATOR_NOT_FOUND', 'indicatorCode', { indicatorCode: 'a\0b' }],
    ['DATE_INVALID', 'asOf', { asOf: '2026-02-30' }],
    ['DATE_INVALID', 'asOf', { asOf: '2026-11-23' }],
    ['DATE_INVALID', 'asOf', { asOf: '1990-01-01' }],
    ['PERIOD_INVALID', 'period', { period: '2026-Q5' }],
    ['PERIOD_INVALID', 'period', { period: '2026-11' }],
    ['PERIOD_INVALID', 'period', { period: '2026' }],
    ['UNIT_NOT_FOUND', 'unitCode', { unitCode: '99' }],
    ['UNIT_CODE_INVALID', 'unitCode', { unitCode: '4\0' }],
    ['UNIT_NOT_FOUND', 'unitId', { unitCode: null, unitId: 'a\0' }],
    ['TEXT_INVALID', 'statement', { statement: 'x\ud800' }],
    ['TEXT_INVALID', 'statement', { statement: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'statement', { statement: 'Bà Hoa, CCCD 045201000123' }],
    ['TEXT_INVALID', 'reason', { reason: 'a\0b' }],
    ['INPUT_INVALID', 'source', { source: { id: 'a', title: 'b' } }],
    ['INPUT_INVALID', 'source', { source: {} }],
    ['TEXT_INVALID', 'source.id', { source: { id: '\0' } }],
    ['TEXT_INVALID', 'source.title', { source: { title: ' ' } }],
    ['TEXT_INVALID', 'source.title', { source: { title: 'x'.repeat(1_000_000) } }],
    ['TEXT_INVALID', 'source.publisher', { source: { title: 'x', publisher: '\ud800' } }],
    ['DATE_INVALID', 'source.publishedOn', { source: { title: 'x', publishedOn: '2026-02-30' } }],
    ['INPUT_INVALID', 'source.url', { source: { title: 'x', url: 'javascript:alert(1)' } }],
  ])('gets %s for %s', async (code, field, fault) => {
    const count = () =>
      database.rows(sql`
      select (select count(*) from reported_figure) as figures, (select count(*) from source_document) as sources,
        (select count(*) from audit_entry) as audited`);
    const before = await count();
    const refused = await record(provincial, { ...draft(), ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(String(refused.given).length).toBeLessThan(200);
    expect(await count()).toEqual(before);
  });

  it('corrects nothing that is not there', async () => {
    expect(await record(provincial, { ...draft(), expectedVersion: 1, reason: 'x' })).toMatchObject({
      ...{ code: 'FIGURE_NOT_FOUND', retryable: true },
    });
  });
});

describe('who may record a measurement', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'NOT_PERMITTED'],
    ['the leader of a team there', team.leader, 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'NOT_PERMITTED'],
    ['the officer of a unit that ended', officer('PROVINCIAL_OFFICER', '45@2025-01-01'), 'NOT_PERMITTED'],
  ])('not %s', async (_, as, code) => {
    expect(await record(as, draft())).toMatchObject({ code, retryable: true });
  });

  it('costs the same statements for every measurement', async () => {
    const { statements } = await record(provincial, draft());
    expect(untilCommit(statements)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'unitForWrite',
        'indicatorForWrite',
        'citeSource',
      ],
      ...['figureForWrite', 'insertFigure', 'appendAudits', 'storeOutcome', 'commit'],
    ]);
    expect(afterCommit(statements)).toEqual([
      'figureByFactKey',
      'indicatorByCode',
      'revisionsOf',
      'sourceById',
      'unitById',
    ]);
  });
});

describe('a correction of what a file states', () => {
  const stands = () =>
    database.rows<{ id: string; value: number; revision: number }>(sql`
      select fact_key as id, value, revision from reported_figure
      where indicator_code = 'MEMBERS' and unit_id = 'province:45' and as_of = '2023-09-30' and level is null
        and superseded_at is null`);

  it('stands when the file is loaded again, until the file says something new', async () => {
    const [stated] = await stands();
    const [figure] = await database.rows<{ sourceId: string; period: string | null }>(sql`
      select source_id as "sourceId", period from reported_figure where fact_key = ${stated?.id} and superseded_at is null`);
    const corrected = await record(provincial, {
      ...{ unitCode: '45', indicatorCode: 'MEMBERS', asOf: '2023-09-30', period: figure?.period ?? null },
      ...{
        value: 4330,
        qualifier: 'EXACT',
        source: { id: figure?.sourceId },
        expectedVersion: stated?.revision,
        reason: 'Đếm lại',
      },
    });
    expect(corrected).toMatchObject({ value: 4330, version: 2 });
    await loadProvinces(database);
    expect(await stands()).toEqual([{ id: stated?.id, value: 4330, revision: 2 }]);
    const text = readFileSync(join(packageFolder(), 'data', 'provinces', 'quang-tri.yaml'), 'utf8');
    const changed = text.replace('indicator: MEMBERS, value: 4327', 'indicator: MEMBERS, value: 4329');
    expect(changed === text).toBe(false);
    await importProvinceFile(database, { name: 'quang-tri.yaml', text: changed });
    expect(await stands()).toEqual([{ id: stated?.id, value: 4329, revision: 3 }]);
  });
});
