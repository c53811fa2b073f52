import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { startCommand } from '../../support/command.ts';
import { testDatabase } from '../../support/database.ts';

const { url, pool } = await testDatabase('loaded');
const folder = mkdtempSync(join(tmpdir(), 'cnscd-templates-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) => startCommand(args, { DATABASE_URL: url }).ended;

it('a place loads templates of its own, beside those of the package', async () => {
  const ours = readFileSync(join(packageFolder(), 'data/reports/village-support.yaml'), 'utf8');
  writeFileSync(join(folder, 'tinh.yaml'), ours.replace('code: VILLAGE_SUPPORT', 'code: TINH_44'));
  const { code, stdout } = await run('templates', 'load', folder);
  expect([code, stdout]).toEqual([0, expect.stringContaining('TINH_44@1: Báo cáo hỗ trợ người dân')]);
  const { rows } = await pool.query('select id from report_template order by id');
  expect(rows.map(({ id }) => id)).toEqual(['TEAM_ACTIVITY@1', 'TINH_44@1', 'VILLAGE_SUPPORT@1']);
});

it('says why there is no deadline yet, and what to do about it', async () => {
  const { code, stdout } = await run('report', 'progress', 'TEAM_ACTIVITY', '2026-Q4', '44');
  expect([code, stdout]).toEqual([0, expect.stringContaining('hạn –')]);
  expect(stdout).toMatch(/chưa nạp lịch nghỉ lễ, tết của năm đó; hãy nạp bằng cnscd-subgraph calendar load/);
});

it('a year after one that is missing is refused', async () => {
  const path = join(folder, 'lich-2028.yml');
  const days = 'holidays: [{ from: 2028-01-01, name: Tết Dương lịch, nameEn: New Year, source: bo-luat }]';
  const source = 'bo-luat: { title: Bộ luật Lao động, publisher: Quốc hội }';
  writeFileSync(path, `sources:\n  ${source}\nyears:\n  2028:\n    ${days}\n`);
  const { code, stderr } = await run('calendar', 'load', path);
  expect([code, stderr]).toEqual([1, expect.stringContaining('thiếu năm trước đó')]);
  expect((await pool.query('select max(year)::int as year from calendar_year')).rows).toEqual([
    { year: 2026 },
  ]);
});

it('a further year is known once it is loaded', async () => {
  const path = join(folder, 'lich.yml');
  const known = readFileSync(join(packageFolder(), 'data/calendar/viet-nam.yaml'), 'utf8');
  writeFileSync(
    path,
    `${known}  2027:\n    holidays: [{ from: 2027-01-01, name: Tết Dương lịch, nameEn: New Year, source: bo-luat-lao-dong-2019 }]\n`,
  );
  const { code, stdout } = await run('calendar', 'load', path);
  expect([code, stdout]).toEqual([0, expect.stringContaining('2023, 2024, 2025, 2026, 2027')]);
  expect((await pool.query('select max(year)::int as year from calendar_year')).rows).toEqual([
    { year: 2027 },
  ]);
});

it('locked reports are held against their digests and the audit', async () => {
  const { code, stdout } = await run('audit', 'reports');
  expect([code, stdout.trim()]).toEqual([0, '✓ 0 báo cáo đã khóa · locked reports']);
});

it('a file with faults is refused as a whole, with each of them', async () => {
  writeFileSync(join(folder, 'zzz.yaml'), 'code: X\nname: X\n');
  const { code, stderr } = await run('templates', 'load', folder);
  expect(code).toBe(1);
  expect(stderr).toContain('zzz.yaml');
});
