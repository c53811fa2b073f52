import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { deriveUnitScopes } from '../../../src/features/units/loading/derive-unit-scopes.ts';
import { officer, stranger } from '../../support/people.ts';
import { registerCounts } from '../../support/register-contents.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
// Xã Cam Lộ of today, in Quảng Trị.
const camLo = officer('COMMUNE_OFFICER', '19597');

const establish = sendWrites(run, {
  AdminUnit: 'id unitCode: code name fullName kind level validFrom aliases isSynthetic parent { code }',
})('establishVillage');
const found = sendWrites(run, { Team: 'id code status unit { fullName }' })('establishTeam');

const DRAFT = { parentCode: '19597', kind: 'THON', name: 'Tà Lang Mới', aliases: ['Ta Lang'] };

describe('a village', () => {
  it('is added to its commune, and a team is founded in it', async () => {
    const made = await establish(camLo, DRAFT);
    expect(made).toMatchObject({
      ...{
        __typename: 'AdminUnit',
        unitCode: null,
        fullName: 'Thôn Tà Lang Mới',
        level: 'VILLAGE',
        validFrom: null,
      },
      ...{ aliases: ['Ta Lang'], isSynthetic: false, parent: { code: '19597' } },
    });
    expect(made.id).toMatch(/^village:19597:.*thon-ta-lang-moi$/);
    const team = { kind: 'COMMUNITY', level: 'VILLAGE', unitId: made.id, name: 'Tổ thôn Tà Lang Mới' };
    expect(await found(camLo, team)).toMatchObject({
      status: 'PLANNED',
      unit: { fullName: 'Thôn Tà Lang Mới' },
    });
    const { data } = await run(`{
      adminUnits(search: "ta lang moi", parentCode: "19597") { nodes { id } }
      teams(unitCode: "44", search: "ta lang moi cam lo") { nodes { name } } }`);
    expect(data).toEqual({
      adminUnits: { nodes: [{ id: made.id }] },
      teams: { nodes: [{ name: 'Tổ thôn Tà Lang Mới' }] },
    });
  });

  it('lies where a derivation of all scopes would put it', async () => {
    await establish(camLo, { ...DRAFT, kind: 'BAN' });
    const scopes = () =>
      database.rows(sql`
      select count(*) as rows, md5(string_agg(s::text, '' order by s.region_id, s.unit_id)) as hash from unit_scope s`);
    const before = await scopes();
    await deriveUnitScopes(database);
    expect(await scopes()).toEqual(before);
  });

  it('is there once, however its name is typed', async () => {
    const { id } = await establish(camLo, { ...DRAFT, name: 'Hòa Bình Mới' });
    for (const name of ['Hòa Bình Mới', 'Hoà Bình mới', 'Hòa Bình Mới'.normalize('NFD')]) {
      expect(await establish(camLo, { ...DRAFT, name })).toMatchObject({
        code: 'UNIT_EXISTS',
        field: 'name',
        value: id,
      });
    }
    const alike = await establish(camLo, { ...DRAFT, name: 'Hóa Binh Mới' });
    expect(alike.id).toBe(`${id}-2`);
  });

  it('is added once by two who add it at once', async () => {
    const both = await Promise.all([1, 2].map(() => establish(camLo, { ...DRAFT, name: 'Một lần' })));
    expect(both.map(({ __typename, code }) => (__typename === 'Refusal' ? code : __typename)).sort()).toEqual(
      [...['AdminUnit', 'UNIT_EXISTS']],
    );
  });

  it('costs few statements', async () => {
    const { statements } = await establish(camLo, { ...DRAFT, name: 'Đếm lệnh' });
    expect(statements.slice(0, statements.indexOf('commit') + 1)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'unitForWrite',
        'communeFacts',
        'insertVillage',
        'scopeVillage',
      ],
      ...['appendAudits', 'storeOutcome', 'commit'],
    ]);
  });

  it.each([
    ['TEXT_INVALID', 'name', { name: '' }],
    ['TEXT_INVALID', 'name', { name: 'a\0b' }],
    ['TEXT_INVALID', 'name', { name: 'x\ud800' }],
    ['TEXT_INVALID', 'name', { name: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'name', { name: '045201000123' }],
    ['INPUT_INVALID', 'name', { name: 'Thôn Tà Lang' }],
    ['INPUT_INVALID', 'kind', { kind: 'XA' }],
    ['TEXT_INVALID', 'aliases[1]', { aliases: ['a', 'b\0'] }],
    ['INPUT_INVALID', 'aliases', { aliases: Array.from({ length: 11 }, () => 'a') }],
    ['DATE_INVALID', 'validFrom', { validFrom: '2026-02-30' }],
    ['DATE_INVALID', 'validFrom', { validFrom: '2026-11-23' }],
    ['INPUT_INVALID', 'validFrom', { validFrom: '2024-01-01' }],
    ['INPUT_INVALID', 'parentCode', { parentCode: '44' }],
    ['UNIT_NOT_FOUND', 'parentCode', { parentCode: '99999' }],
    ['UNIT_CODE_INVALID', 'parentCode', { parentCode: 'Cam Lộ' }],
  ])('is refused as %s in %s', async (code, field, fault) => {
    const before = await registerCounts(database);
    const refused = await establish(officer('PROVINCIAL_OFFICER', '44'), { ...DRAFT, name: 'Xấu', ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await registerCounts(database)).toEqual(before);
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'NOT_PERMITTED'],
    ['an officer of another commune', officer('COMMUNE_OFFICER', '19603'), 'NOT_PERMITTED'],
  ])('is not added by %s', async (_, as, code) => {
    expect(await establish(as, DRAFT)).toMatchObject({ code });
  });
});
