import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { loadProvinces } from '../../../src/import/load-provinces.ts';
import { officer } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const national = officer('ADMINISTRATOR', 'VN');

const RESULT = `__typename
  ... on Indicator { code name nameEn unit direction aggregation version versions { version definition validFrom validTo source { title } } }
  ... on Refusal { code field given: givenValue message retryable }`;

const write = (field: string) => async (as: Claims | undefined, input: Record<string, unknown>) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const { data, errors, statements } = await run(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${RESULT} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    as === undefined ? {} : { as },
  );
  expect(errors).toBeUndefined();
  return { ...data[field], statements };
};
const define = write('defineIndicator');
const redefine = write('defineIndicatorVersion');

let codes = 0;
const draft = () => {
  codes += 1;
  return {
    ...{
      code: `STREETS_WITH_QR_${codes}`,
      nameVi: 'Số tuyến phố thanh toán QR',
      nameEn: 'Streets with QR payment',
    },
    ...{ unit: 'TRADER', direction: 'HIGHER_IS_BETTER', aggregation: 'SUM' },
    definition: 'Số tuyến phố có từ 80% hộ kinh doanh nhận thanh toán QR.',
  };
};

describe('an indicator', () => {
  it('is defined with its unit of measure, and found by its name', async () => {
    const stated = draft();
    expect(await define(national, stated)).toMatchObject({
      ...{ __typename: 'Indicator', code: stated.code, unit: 'TRADER', version: '1' },
      versions: [
        { version: '1', definition: stated.definition, validFrom: null, validTo: null, source: null },
      ],
    });
    const { data } = await run(`{ indicators(search: "tuyen pho qr") { code } }`);
    expect(data.indicators).toContainEqual({ code: stated.code });
    expect(await define(national, stated)).toMatchObject({ code: 'ID_TAKEN', field: 'code' });
  });

  it('gets a new definition from a day on, and keeps the one before', async () => {
    const { code } = await define(national, { ...draft(), version: '2025', validFrom: '2025-01-01' });
    const next = { code, version: '2027', definition: 'Từ 90% hộ kinh doanh.', validFrom: '2027-01-01' };
    const source = { title: 'Quyết định 1/QĐ-BKHCN' };
    expect(await redefine(national, { ...next, source })).toMatchObject({
      version: '2025', // the new one is not in force yet
      versions: [
        { version: '2027', validFrom: '2027-01-01', validTo: null, source },
        { version: '2025', validFrom: '2025-01-01', validTo: '2026-12-31', source: null },
      ],
    });
    expect(await redefine(national, next)).toMatchObject({ code: 'ID_TAKEN', field: 'version' });
    expect(await redefine(national, { ...next, version: '2026' })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'validFrom',
    });
  });

  it('of the files that is given a new definition keeps it when they are loaded again', async () => {
    const next = { version: '2027', definition: 'Đếm lại.', validFrom: '2027-01-01' };
    const defined = await redefine(national, { ...next, code: 'TEAMS' });
    const versions = () =>
      database.rows(sql`select * from indicator_version where indicator_code = 'TEAMS' order by version`);
    const before = await versions();
    expect(defined.versions).toMatchObject([{ validTo: null }, { validTo: '2026-12-31' }]);
    await loadProvinces(database);
    expect(await versions()).toEqual(before);
  });
});

describe('what an indicator may be', () => {
  it.each([
    ['INPUT_INVALID', 'unit', { unit: '' }],
    ['INPUT_INVALID', 'unit', { unit: 'UNKNOWN' }],
    ['INPUT_INVALID', 'unit', { unit: 'x\0' }],
    ['INPUT_INVALID', 'code', { code: 'số tổ' }],
    ['TEXT_INVALID', 'code', { code: 'X'.repeat(1_000_000) }],
    ['TEXT_INVALID', 'nameVi', { nameVi: ' ' }],
    ['TEXT_INVALID', 'nameEn', { nameEn: '\ud800' }],
    ['TEXT_INVALID', 'definition', { definition: 'a\0b' }],
    ['TEXT_SENSITIVE', 'definition', { definition: 'mật khẩu: abc123' }],
    ['DATE_INVALID', 'validFrom', { validFrom: '2026-02-30' }],
    ['TEXT_INVALID', 'version', { version: '' }],
    ['SOURCE_NOT_FOUND', 'source.id', { source: { id: 'nowhere' } }],
  ])('gets %s for %s', async (code, field, fault) => {
    const count = () =>
      database.rows(sql`
      select (select count(*) from indicator) as indicators, (select count(*) from indicator_version) as versions,
        (select count(*) from audit_entry) as audited`);
    const before = await count();
    expect(await define(national, { ...draft(), ...fault })).toMatchObject({
      __typename: 'Refusal',
      code,
      field,
    });
    expect(await count()).toEqual(before);
  });

  it.each([
    ['INDICATOR_NOT_FOUND', 'code', { code: 'NOTHING' }],
    ['INDICATOR_NOT_FOUND', 'code', { code: 'a\0' }],
    ['TEXT_INVALID', 'version', { version: 'a\0' }],
    ['TEXT_INVALID', 'definition', { definition: '' }],
    ['DATE_INVALID', 'validFrom', { validFrom: '2027-13-01' }],
  ])('gets %s for %s of a version', async (code, field, fault) => {
    const version = { code: 'MEMBERS', version: 'x', definition: 'x', validFrom: '2027-01-01' };
    expect(await redefine(national, { ...version, ...fault })).toMatchObject({
      __typename: 'Refusal',
      code,
      field,
    });
  });

  it('is never averaged', async () => {
    const { errors } = await run(
      `mutation ($input: DefineIndicatorInput!) { defineIndicator(input: $input) { __typename } }`,
      {
        input: { idempotencyKey: randomUUID(), ...draft(), aggregation: 'AVG' },
      },
    );
    expect(errors?.[0]?.message).toContain('Aggregation');
  });
});

describe('who may define indicators', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a provincial officer', officer('PROVINCIAL_OFFICER', '44'), 'NOT_PERMITTED'],
    ['the administrator of one province', officer('ADMINISTRATOR', '44'), 'NOT_PERMITTED'],
  ])('not %s', async (_, as, code) => {
    expect(await define(as, draft())).toMatchObject({ code, retryable: true });
    const version = { code: 'MEMBERS', version: 'x', definition: 'x', validFrom: '2027-01-01' };
    expect(await redefine(as, version)).toMatchObject({ code, retryable: true });
  });

  it('costs the same statements for every indicator and version', async () => {
    const opening = ['scopeOf', 'begin', 'insertKey', 'savepoint part', 'unitForWrite'];
    const closing = ['appendAudits', 'storeOutcome', 'commit', 'indicatorByCode', 'versionsOf'];
    const made = await define(national, draft());
    expect(made.statements).toEqual([...opening, 'insertIndicator', ...closing]);
    const version = { code: made.code, version: '2', definition: 'x', validFrom: '2027-01-01' };
    const { statements } = await redefine(national, version);
    expect(statements).toEqual([
      ...opening,
      ...['indicatorForWrite', 'indicatorVersions', 'insertIndicatorVersion'],
      ...closing,
    ]);
  });
});
