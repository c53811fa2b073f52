import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { officer, staffedTeams, stranger } from '../../support/people.ts';
import { registerCounts } from '../../support/register-contents.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [staffed] = await staffedTeams(database, '468');
if (staffed === undefined) throw new Error('no team');
// Xã Cam Lộ of today, in Quảng Trị.
const camLo = officer('COMMUNE_OFFICER', '19597');

const send = sendWrites(run, { Team: 'id version' });
const establish = send('establishTeam');
const update = send('updateTeam');
const link = send('linkZaloGroup');
const dissolve = send('dissolveTeam');

const DECISION = {
  ...{
    number: '103/QĐ-UBND',
    title: 'Thành lập tổ công nghệ số cộng đồng',
    issuer: 'Chủ tịch UBND xã Cam Lộ',
  },
  ...{ issuedOn: '2026-11-02', effectiveOn: '2026-11-10', fileUrl: 'https://camlo.quangtri.gov.vn/103.pdf' },
};
const DRAFT = {
  ...{ name: 'Tổ công nghệ số cộng đồng xã Cam Lộ', kind: 'COMMUNITY', level: 'COMMUNE', unitCode: '19597' },
  ...{ foundedOn: '2026-11-10', decision: DECISION },
};

const BAD_TEXTS = [
  ['', 'TEXT_INVALID'],
  ['a\0b', 'TEXT_INVALID'],
  ['x\ud800', 'TEXT_INVALID'],
  ['x'.repeat(1_000_000), 'TEXT_INVALID'],
  ['Ông An, CCCD 045201000123', 'TEXT_SENSITIVE'],
] as const;
const bad = (field: string, inputOf: (text: string) => object) =>
  BAD_TEXTS.map(([text, code]) => [code, field, inputOf(text)] as const);

async function refuses(
  write: typeof establish,
  input: Record<string, unknown>,
  expected: { code: string; field: string },
) {
  const before = await registerCounts(database);
  const refused = await write(camLo, input);
  expect(refused).toMatchObject({ __typename: 'Refusal', ...expected });
  expect(refused.message.length).toBeLessThan(400);
  expect(refused.value?.length ?? 0).toBeLessThan(100);
  expect(await registerCounts(database)).toEqual(before);
}

describe('what a new team may be', () => {
  it.each([
    ...bad('name', (name) => ({ name })),
    ...bad('decision.title', (title) => ({ decision: { ...DECISION, title } })),
    ...bad('noDecisionReason', (noDecisionReason) => ({ decision: null, noDecisionReason })).slice(1),
    ['ID_INVALID', 'id', { id: 'not a uuid' }],
    ['INPUT_INVALID', 'code', { code: 'tổ 1' }],
    ['TEXT_INVALID', 'code', { code: 'a\0b' }],
    ['DATE_INVALID', 'foundedOn', { foundedOn: '2026-02-30' }],
    ['DATE_INVALID', 'foundedOn', { foundedOn: '2026-11-23' }],
    ['DATE_INVALID', 'foundedOn', { foundedOn: '1999-01-01' }],
    ['DATE_INVALID', 'decision.issuedOn', { decision: { ...DECISION, issuedOn: '2026-02-30' } }],
    ['INPUT_INVALID', 'decision.fileUrl', { decision: { ...DECISION, fileUrl: 'http://x.vn/a.pdf' } }],
    ['INPUT_INVALID', 'decision', { decisionId: 'x' }],
    ['DECISION_NOT_FOUND', 'decisionId', { decision: null, decisionId: 'a\0b' }],
    ['DECISION_MISSING', 'decision', { decision: null, status: 'ACTIVE' }],
    ['INPUT_INVALID', 'status', { status: 'MERGED' }],
    ['NOT_PERMITTED', 'unitCode', { level: 'VILLAGE', unitCode: '44' }],
    ['INPUT_INVALID', 'level', { level: 'PROVINCE' }],
    ['UNIT_CODE_INVALID', 'unitCode', { unitCode: 'Cam Lộ' }],
    ['UNIT_NOT_FOUND', 'unitCode', { unitCode: '99999' }],
    ['UNIT_NOT_FOUND', 'unitId', { unitCode: null, unitId: 'a\0b' }],
    ['INPUT_INVALID', 'unitCode', { unitCode: null }],
    ['INPUT_INVALID', 'employer', { kind: 'ENTERPRISE' }],
    ['INPUT_INVALID', 'employer', { employer: 'VNPT' }],
  ] as const)('is refused as %s in %s', async (code, field, fault) => {
    await refuses(establish, { ...DRAFT, ...fault }, { code, field });
  });
});

describe('what a change of a team may be', async () => {
  const { id } = await establish(camLo, DRAFT);
  it.each([
    ...bad('name', (name) => ({ name })),
    ['ID_INVALID', 'id', { id: 'x' }],
    ['TEAM_NOT_FOUND', 'id', { id: randomUUID() }],
    ['DATE_INVALID', 'foundedOn', { foundedOn: '2026-02-30' }],
    ['INPUT_INVALID', 'status', { status: 'DISSOLVED' }],
    ['INPUT_INVALID', 'status', { status: 'PLANNED' }],
    ['DECISION_MISSING', 'decision', { decisionId: null }],
    ['NOT_PERMITTED', 'unitCode', { level: 'VILLAGE', unitCode: '19603' }],
    ['INPUT_INVALID', 'level', { level: 'PROVINCE' }],
    ['INPUT_INVALID', 'employer', { employer: 'VNPT' }],
  ] as const)('is refused as %s in %s', async (code, field, fault) => {
    await refuses(update, { id, expectedVersion: 1, ...fault }, { code, field });
  });

  it.each([
    ...bad('url', (url) => ({ url })).slice(1),
    ['TEXT_SENSITIVE', 'url', { url: 'https://zalo.me/0912345678' }],
    ['INPUT_INVALID', 'url', { url: 'https://example.org/g/abcdef' }],
    ['INPUT_INVALID', 'url', { status: 'LINKED' }],
    ['INPUT_INVALID', 'status', { url: 'https://zalo.me/g/abcdef', status: 'NONE' }],
  ] as const)('of its group is refused as %s in %s', async (code, field, fault) => {
    await refuses(link, { id, expectedVersion: 1, ...fault }, { code, field });
  });

  it.each([
    ...bad('reason', (reason) => ({ reason })),
    ['DATE_INVALID', 'lastDay', { lastDay: '2026-02-30' }],
    ['ID_INVALID', 'id', { id: 'x' }],
  ] as const)('that ends it is refused as %s in %s', async (code, field, fault) => {
    await refuses(
      dissolve,
      { id, expectedVersion: 1, lastDay: '2026-11-20', reason: 'x', ...fault },
      { code, field },
    );
  });
});

describe('who may found a team', () => {
  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED'],
    ['a stranger', stranger(), 'NOT_PERMITTED'],
    ['the leader of a team there', staffed.leader, 'NOT_PERMITTED'],
    ['an officer of another commune', officer('COMMUNE_OFFICER', '19603'), 'NOT_PERMITTED'],
    ['an officer of another province', officer('PROVINCIAL_OFFICER', '48'), 'NOT_PERMITTED'],
  ])('not %s', async (_, as, code) => {
    expect(await establish(as, DRAFT)).toMatchObject({ code, retryable: true });
  });
});
