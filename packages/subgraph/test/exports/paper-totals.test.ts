import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { paperOf } from '../../src/exports/paper-of-table.ts';
import type { PaperTable } from '../../src/papers/paper.ts';
import { newTeam } from '../support/new-teams.ts';
import { administrator, officer, staffedTeams } from '../support/people.ts';
import { addActivity, columnOf, exportsOfRegister } from './reading.ts';

const { database, contextOf, read } = await exportsOfRegister();
const provincial = officer('PROVINCIAL_OFFICER', '44');
const [team] = await staffedTeams(database, '19597');
await addActivity(database, team?.id ?? '');

async function printed(name: string, given: Record<string, string>, as: Claims): Promise<PaperTable> {
  const paper = await paperOf(await contextOf(as), await read(name, given, { as }));
  return paper.sections[0]?.table ?? expect.fail('no table');
}

describe('the last row of a paper', () => {
  it('counts teams and members of a roster, and the people where some are in two teams', async () => {
    const roster = await read('roster.pdf', { unitCode: '19597' }, { as: provincial });
    const teams = new Set(columnOf(roster, 'Mã tổ')).size;
    expect(teams).toBeGreaterThan(1);
    const members = roster.rows.length;
    const { totals } = await printed('roster.pdf', { unitCode: '19597' }, provincial);
    expect(totals?.[0]).toBe(`Tổng cộng: ${teams} tổ, ${members} thành viên`);
    expect(totals?.slice(1).every((cell) => cell === '')).toBe(true);
    const { people } = await newTeam(database, '19597', { An: { role: 'LEADER' } });
    await newTeam(database, '19597', { An: { role: 'LEADER', id: people['An'] ?? '' } });
    const more = await printed('roster.pdf', { unitCode: '19597' }, provincial);
    expect(more.totals?.[0]).toBe(
      `Tổng cộng: ${teams + 2} tổ, ${members + 2} thành viên (${members + 1} người)`,
    );
  });

  it('counts teams and adds their members up, and says so where some are not known', async () => {
    const all = await printed('teams.pdf', { unitCode: '19597' }, administrator());
    expect(all.totals?.[0]).toBe(`Tổng cộng: ${all.rows.length} tổ`);
    expect(all.totals?.at(-1)).toBeGreaterThan(all.rows.length);
    expect(all.notes).not.toContain(GAPS);
    // A member sees inside the own team only: the others are no 0.
    const own = await printed('teams.pdf', { unitCode: '19597' }, team?.member ?? expect.fail('no team'));
    expect(own.rows).toHaveLength(all.rows.length);
    expect(own.totals?.at(-1)).toBeLessThan(Number(all.totals?.at(-1)));
    expect(own.notes).toContain(GAPS);
  });

  it('counts an activity with two topics once', async () => {
    const given = { unitCode: '44', status: 'VERIFIED', period: '2026-11' };
    const { rows, totals } = await printed('activities.pdf', { ...given, kind: 'MARKET_VISIT' }, provincial);
    expect(rows.filter((row) => !('heading' in row))).toHaveLength(2);
    expect(totals?.[0]).toBe('Tổng cộng: 1 hoạt động');
  });

  it('is none where nothing may be added: figures, boards, a unit beside what lies in it, and no rows', async () => {
    const none = await Promise.all([
      printed('figures.pdf', { unitCode: '45', asOf: '2023-09-30' }, provincial),
      printed('board.pdf', { unitCode: '45', period: '2023', breakdown: 'DISTRICT' }, provincial),
      printed('overview.pdf', { unitCode: '45', asOf: '2023-09-30', breakdown: 'DISTRICT' }, provincial),
      printed('roster.pdf', { unitCode: '19597', asOf: '2022-01-02' }, provincial),
    ]);
    expect(none.map(({ totals }) => totals)).toEqual([null, null, null, null]);
  });
});

const GAPS = 'Tổng cộng chỉ gồm các dòng có số liệu.';
