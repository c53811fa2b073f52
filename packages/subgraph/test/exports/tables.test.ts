import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { administrator, officer, staffedTeams } from '../support/people.ts';
import { addActivity, columnOf, exportsOfRegister, refusalOf } from './reading.ts';

const { database, read } = await exportsOfRegister();
const provincial = officer('PROVINCIAL_OFFICER', '44');

describe('the list of teams', () => {
  it('has every team of the unit with its place in the units of its own time', async () => {
    const table = await read('teams.xlsx', { unitCode: '44' }, { as: provincial });
    const [counted] = await database.rows<{ n: number }>(sql`
      select count(*) as n from team t join unit_scope s on s.unit_id = t.unit_id
      join admin_unit u on u.id = s.region_id where u.code = '44' and u.valid_to is null`);
    expect(table.rows).toHaveLength(counted?.n ?? 0);
    expect(table.rows.length).toBeGreaterThan(50);
    expect(table).toMatchObject({ place: 'Tỉnh Quảng Trị', time: 'Tính đến ngày 22/11/2026' });
    expect(new Set(columnOf(table, 'Tỉnh/Thành phố'))).toEqual(new Set(['Tỉnh Quảng Trị']));
    const members = columnOf(table, 'Số thành viên');
    expect(members.every((cell) => typeof cell === 'number' && cell > 0)).toBe(true);
    expect(table.totals?.at(-1)).toBe((members as number[]).reduce((sum, each) => sum + each, 0));
  });

  it('takes the filters of the query', async () => {
    const all = await read('teams.csv', { unitCode: '44' });
    const villages = await read('teams.csv', { unitCode: '44', level: 'VILLAGE', status: 'ACTIVE' });
    expect(villages.rows.length).toBeGreaterThan(0);
    expect(villages.rows.length).toBeLessThan(all.rows.length);
    expect(new Set(columnOf(villages, 'Cấp'))).toEqual(new Set(['Thôn, tổ dân phố']));
    const found = await read('teams.csv', { search: 'cam lo', unitCode: '44', asOf: '2026-01-01' });
    expect(found.rows.length).toBeGreaterThan(0);
  });
});

describe('a roster', () => {
  it('has a row for each membership of the day, the leader of a team first', async () => {
    const [team] = await staffedTeams(database, '44');
    const table = await read('roster.xlsx', { teamId: team?.id ?? '' }, { as: provincial });
    const [counted] = await database.rows<{ n: number }>(sql`
      select count(*) as n from membership where team_id = ${team?.id}::uuid and valid_to is null`);
    expect(table.rows).toHaveLength(counted?.n ?? 0);
    expect(columnOf(table, 'Vai trò')[0]).toBe('Tổ trưởng');
    expect(new Set(columnOf(table, 'Mã tổ'))).toEqual(new Set([team?.code]));
  });

  it('is of the day that is asked for', async () => {
    const before = await read('roster.xlsx', { unitCode: '45', asOf: '2022-01-02' }, { as: administrator() });
    expect(before.rows).toHaveLength(0);
    expect(before.time).toBe('Tính đến ngày 02/01/2022');
  });
});

describe('a list of activities', () => {
  it('has a row for each topic, the hour of Việt Nam, sums of what was counted, and no 0 for what was not', async () => {
    const [team] = await staffedTeams(database, '19597');
    await addActivity(database, team?.id ?? '');
    const given = { unitCode: '44', status: 'VERIFIED', period: '2026-11' };
    const table = await read('activities.xlsx', given, { as: provincial });
    expect(table.time).toBe('Tháng 11/2026');
    expect(columnOf(table, 'Nội dung')).toEqual(['Định danh điện tử (VNeID)', 'Thanh toán bằng mã QR']);
    expect(columnOf(table, 'Ngày')).toEqual(['2026-11-02', '2026-11-02']);
    expect(columnOf(table, 'Giờ')).toEqual(['06:30', '06:30']);
    expect(columnOf(table, 'Số người được hỗ trợ')).toEqual([12, null]);
    expect(columnOf(table, 'Số người làm được')).toEqual([0, null]);
    const totals = table.columns.map(({ header }, index) => [header, table.totals?.[index]]);
    expect(Object.fromEntries(totals)).toMatchObject({
      'Số người được tiếp cận': 65,
      'Số người được hỗ trợ': 12,
      'Mã tổ': null,
    });
    expect((await read('activities.xlsx', { ...given, kind: 'MEETING' }, { as: provincial })).rows).toEqual(
      [],
    );
  });
});

describe('figures', () => {
  it('are those that stand, of the unit and what lies in it, with their source', async () => {
    const table = await read('figures.xlsx', { unitCode: '45', asOf: '2025-01-01' });
    const [counted] = await database.rows<{ n: number }>(sql`
      select count(*) as n from reported_figure f join unit_scope s on s.unit_id = f.unit_id and s.reason = 'DESCENT'
      join admin_unit u on u.id = s.region_id
      where u.code = '45' and u.level = 'PROVINCE' and f.superseded_at is null and f.as_of <= '2025-01-01'`);
    expect(table.rows).toHaveLength(counted?.n ?? 0);
    expect(table.rows.length).toBeGreaterThan(10);
    expect(columnOf(table, 'Nguồn').every((source) => source !== null)).toBe(true);
  });

  it('of officers are none where nobody recorded any', async () => {
    expect((await read('measurements.xlsx', {})).rows).toEqual([]);
  });
});

describe('a board and an overview', () => {
  it('have what the query has: the unit, and the units below it', async () => {
    const board = await read(
      'board.xlsx',
      { unitCode: '45', period: '2023', indicatorCodes: 'TEAMS', breakdown: 'DISTRICT' },
      { as: administrator() },
    );
    expect(columnOf(board, 'Đơn vị')[0]).toBe('Tỉnh Quảng Trị');
    expect(columnOf(board, 'Giá trị')[0]).toBe(830);
    expect(board.rows.length).toBe(11);
    const overview = await read('overview.xlsx', {
      unitCode: '45',
      asOf: '2023-09-30',
      breakdown: 'DISTRICT',
    });
    expect(columnOf(overview, 'Số tổ: Báo cáo')[0]).toBe(830);
    expect(columnOf(overview, 'Số thành viên: Báo cáo')[0]).toBe(4327);
    expect(overview.rows.length).toBe(11);
  });

  it('are refused without what they need', async () => {
    expect(await refusalOf(read('board.xlsx', { unitCode: '45' }))).toMatchObject({
      code: 'FILTER_MISSING',
      field: 'period',
    });
    expect(await refusalOf(read('overview.pdf'))).toMatchObject({ code: 'FILTER_MISSING' });
  });
});

describe('what is not asked for as it should be', () => {
  it.each([
    ['teams.xlsx', { unit: '44' }, 'unit'],
    ['teams.xlsx', { __proto__x: '1' }, '__proto__x'],
    ['teams.xlsx', { status: 'ALIVE' }, 'status'],
    ['teams.xlsx', { hasDecision: 'yes' }, 'hasDecision'],
    ['activities.xlsx', { status: 'ACTIVE' }, 'status'],
    ['figures.csv', { boundary: 'OLD' }, 'boundary'],
    ['roster.csv', { unitCode: '44\0' }, 'unitCode'],
  ])('is refused by the name of the filter: %s %o', async (name, given, field) => {
    expect(await refusalOf(read(name, given, { as: provincial }))).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });

  it.each(['roster.ods', 'people.xlsx', 'roster', 'roster.xlsx.csv', 'ROSTER.xlsx', '__proto__.xlsx'])(
    'is no export: %s',
    async (name) => {
      expect(await refusalOf(read(name))).toMatchObject({ code: 'EXPORT_NOT_FOUND', field: 'name' });
    },
  );

  it('is too large, with the filter that makes it smaller', async () => {
    const refused = (name: string, given: Record<string, string>) =>
      refusalOf(read(name, given, { as: administrator(), mostRows: 10 }));
    expect(await refused('roster.pdf', {})).toMatchObject({
      code: 'EXPORT_TOO_LARGE',
      field: 'unitCode',
      messages: {
        vi: 'Bản in sẽ có hơn 10 dòng; hãy thu hẹp bằng unitCode, hoặc tải bảng .xlsx.',
      },
    });
    expect(await refused('teams.xlsx', { unitCode: '44' })).toMatchObject({ field: 'level' });
    expect(await refused('activities.csv', { unitCode: '44' })).toMatchObject({ field: 'period' });
    expect(await refused('figures.xlsx', {})).toMatchObject({ code: 'EXPORT_TOO_LARGE' });
  });
});

describe('the statements of an export', () => {
  it.each([
    ['teams.xlsx', 'exportTeams'],
    ['roster.xlsx', 'exportRoster'],
    ['activities.xlsx', 'exportActivities'],
    ['figures.xlsx', 'exportFigures'],
  ])(
    '%s are as many for the nation as for a commune: one, beside what is asked about',
    async (name, statement) => {
      const of = async (unitCode: string) =>
        (await read(name, { unitCode }, { as: administrator() })).statements.sort();
      const ofNation = await of('VN');
      expect(ofNation).toEqual(await of('19597'));
      expect(
        ofNation.filter((each) => !['scopeOf', 'unitByCodeOnDay', 'exportSettings'].includes(each)),
      ).toEqual([statement]);
    },
  );
});
