import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { officer, stranger } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const administrator = officer('ADMINISTRATOR', '44');
const write = sendWrites(run, { Merger: 'id status' });
const merge = write('mergeUnits');
const undo = write('undoMerger');

const VILLAGE = 'village:19597:2025-07-01:thon-moi';
await database.pool.query(
  `insert into admin_unit (id, name, full_name, kind, level, parent_id, valid_from, search_text, source_id)
   select $1, 'Mới', 'Thôn Mới', 'THON', 'VILLAGE', u.id, '2026-01-01', 'thon moi', u.source_id
   from admin_unit u where u.id = 'commune:19597:2025-07-01'`,
  [VILLAGE],
);
await database.pool.query(
  `
  insert into unit_scope (region_id, unit_id, containment, reason)
  select region_id, $1, 'WHOLE'::containment, 'DESCENT'::scope_reason from unit_scope where unit_id = 'commune:19597:2025-07-01'
  union all select $1, $1, 'WHOLE', 'DESCENT'`,
  [VILLAGE],
);

const draft = () => ({
  fromUnits: [{ code: '19597' }, { code: '19603' }],
  ...{ code: '19597', name: 'Cam Hiếu', kind: 'XA', effectiveOn: '2026-11-01' },
  source: { title: 'Nghị quyết 1/NQ-UBTVQH về sắp xếp đơn vị hành chính' },
});

describe('what a merger of units may be', () => {
  const one = { code: '19597' };
  it.each([
    ['MERGER_INVALID', 'fromUnits', { fromUnits: [] }],
    ['MERGER_INVALID', 'fromUnits', { fromUnits: Array.from({ length: 51 }, () => one) }],
    ['MERGER_INVALID', 'fromUnits[1]', { fromUnits: [one, one] }],
    ['MERGER_INVALID', 'fromUnits[1].kind', { fromUnits: [one, { code: '19603', kind: 'PART' }] }],
    ['MERGER_INVALID', 'fromUnits[0].kind', { fromUnits: [{ ...one, kind: 'UNSPECIFIED' }] }],
    ['MERGER_INVALID', 'fromUnits[1].kind', { fromUnits: [one, { code: '19603', kind: 'RENAMED' }] }],
    ['INPUT_INVALID', 'fromUnits[0]', { fromUnits: [{}] }],
    ['INPUT_INVALID', 'fromUnits[0]', { fromUnits: [{ ...one, id: 'x' }] }],
    ['UNIT_CODE_INVALID', 'fromUnits[0].code', { fromUnits: [{ code: '1\0' }] }],
    ['UNIT_NOT_FOUND', 'fromUnits[1]', { fromUnits: [one, { code: '99999' }] }],
    ['TEXT_INVALID', 'fromUnits[0].id', { fromUnits: [{ id: '\ud800' }] }],
    ['MERGER_INVALID', 'fromUnits[0]', { fromUnits: [{ code: '44' }] }],
    ['MERGER_INVALID', 'fromUnits[1]', { fromUnits: [one, { id: VILLAGE }] }],
    ['NOT_PERMITTED', 'fromUnits[1]', { fromUnits: [one, { code: '20275' }] }],
    ['UNIT_CODE_INVALID', 'code', { code: '44' }],
    ['UNIT_CODE_INVALID', 'code', { code: null }],
    ['UNIT_CODE_INVALID', 'code', { code: 'x'.repeat(1_000_000) }],
    ['MERGER_INVALID', 'code', { code: '19555' }],
    ['INPUT_INVALID', 'kind', { kind: 'THON' }],
    ['INPUT_INVALID', 'kind', { kind: '\0' }],
    ['TEXT_INVALID', 'name', { name: ' ' }],
    ['TEXT_INVALID', 'name', { name: 'x'.repeat(1_000_000) }],
    ['TEXT_SENSITIVE', 'name', { name: 'CCCD 045201000123' }],
    ['TEXT_INVALID', 'reason', { reason: 'a\0b' }],
    ['DATE_INVALID', 'effectiveOn', { effectiveOn: '2026-02-30' }],
    ['DATE_INVALID', 'effectiveOn', { effectiveOn: '2025-07-01' }],
    ['DATE_INVALID', 'effectiveOn', { effectiveOn: '2029-01-01' }],
    ['MERGER_INVALID', 'effectiveOn', { effectiveOn: '2025-12-01' }],
    ['ID_INVALID', 'id', { id: 'x' }],
    ['INPUT_INVALID', 'source', { source: {} }],
    ['SOURCE_NOT_FOUND', 'source.id', { source: { id: 'nowhere' } }],
    ['MERGER_INVALID', 'parentCode', { parentCode: '19555' }],
    ['NOT_PERMITTED', 'parentCode', { parentCode: '48' }],
    ['UNIT_NOT_FOUND', 'parentCode', { parentCode: '99' }],
  ])('gets %s for %s', async (code, field, fault) => {
    const count = () =>
      database.rows(sql`select (select count(*) from admin_unit) as units,
      (select count(*) from unit_link) as links, (select count(*) from merger) as mergers, (select count(*) from journal) as journals`);
    const before = await count();
    const refused = await merge(administrator, { ...draft(), ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await count()).toEqual(before);
  });

  it('takes the client’s id once, and units that stand', async () => {
    const id = randomUUID();
    const merged = await merge(administrator, { ...draft(), id });
    expect(merged.id).toBe(id);
    expect(await merge(administrator, draft())).toMatchObject({
      code: 'MERGER_INVALID',
      field: 'fromUnits[0]',
    });
    await undo(administrator, { id, expectedVersion: 1, reason: 'x' });
    expect(await merge(administrator, { ...draft(), id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
  });

  it('may rename a single unit, or make a ward of it', async () => {
    const renamed = {
      ...draft(),
      fromUnits: [{ code: '19597', kind: 'KIND_CHANGED' }],
      name: 'Cam Lộ',
      kind: 'PHUONG',
    };
    const merged = await merge(administrator, renamed);
    const { data } = await run(
      `{ adminUnit(code: "19597") { fullName predecessors { kind from { fullName } } } }`,
    );
    expect(data.adminUnit).toEqual({
      fullName: 'Phường Cam Lộ',
      predecessors: [{ kind: 'KIND_CHANGED', from: { fullName: 'Xã Cam Lộ' } }],
    });
    await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'x' });
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'NOT_PERMITTED'],
    ['the officer of one of the communes', officer('COMMUNE_OFFICER', '19597'), 'NOT_PERMITTED'],
    ['a provincial officer', officer('PROVINCIAL_OFFICER', '44'), 'NOT_PERMITTED'],
    ['the administrator of another province', officer('ADMINISTRATOR', '48'), 'NOT_PERMITTED'],
  ])('not for %s', async (_, as, code) => {
    expect(await merge(as, draft())).toMatchObject({ code, retryable: true });
  });
});
