import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import sql from 'sql-template-tag';
import { afterAll, expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';
import { KEY } from './support.ts';

const db = await testDatabase('loaded');
const folder = mkdtempSync(join(tmpdir(), 'cnscd-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) =>
  startCommand(args, { DATABASE_URL: db.url, CNSCD_PERSONAL_DATA_KEY: KEY }).ended;

const [team] = await db.rows<{ code: string }>(sql`
  select t.code from team t join unit_scope s on s.unit_id = t.unit_id join admin_unit u on u.id = s.region_id
  where u.code = '19597' and u.valid_to is null and t.status = 'ACTIVE' order by t.code limit 1`);
const path = join(folder, 'to.csv');
writeFileSync(path, `Quý danh;Mã tổ\nNgười Mới Một;${team?.code}\nNgười Mới Hai;KHONG-CO\n`);
const named = () => db.rows(sql`select 1 from member where display_name like 'Người Mới %'`);

it('shows what a file would do, does it, and takes it back', { timeout: 120_000 }, async () => {
  const table = ['import', path, '--kind=ROSTER', '--unit=19597', '--map=Quý danh=fullName'];
  const copy = join(folder, 'to-loi.xlsx');
  const dry = await run(...table, `--annotated=${copy}`);
  expect(dry.stdout).toContain('2 dòng: thêm 1, sửa 0, giữ nguyên 0, lỗi 1');
  expect(dry.stdout).toContain('CSV!B3: Không tìm thấy tổ "KHONG-CO"');
  expect(dry.stderr).toContain('Đang đối chiếu với sổ');
  expect(dry.code).toBe(0);
  const rows = (await readXlsx(readFileSync(copy))).sheets[0]?.rows ?? [];
  expect(rows[2]?.at(-1)).toContain('KHONG-CO');
  const refused = await run(...table, '--apply');
  expect([refused.code, (await named()).length]).toEqual([1, 0]);
  // What --map said is remembered.
  const applied = await run(...table.slice(0, 4), '--apply', '--skip-faulty');
  expect([applied.code, (await named()).length]).toEqual([0, 1]);
  const id = /^ {2}([0-9a-f-]{36})$/mu.exec(applied.stdout)?.[1] ?? '';
  const list = await run('imports', 'list');
  expect(list.stdout.split('\n')[0]).toMatch(new RegExp(`^${id} .*ROSTER .*đã ghi vào sổ`));
  const undone = await run('imports', 'undo', id);
  expect([undone.code, (await named()).length]).toEqual([0, 0]);
  const again = await run('imports', 'undo', id);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('chưa được ghi vào sổ') });
});

it.each([
  [['--kind=PEOPLE'], /--kind là "PEOPLE"/],
  [[], /to\.csv là bảng tính: hãy thêm --kind/],
  [['--kind=ROSTER', '--map=abc'], /--map là "abc"/],
  [['--kind=ROSTER', '--map=Quý vị=fullName'], /không có cột "Quý vị"; các cột của tệp: "Quý danh", "Mã tổ"/],
  [['--kind=ROSTER', '--unit=00000'], /mang mã 00000/],
])('says in one sentence what is wrong with %j', { timeout: 60_000 }, async (flags, sentence) => {
  const ended = await run('import', path, ...flags);
  expect(ended.code).toBe(1);
  // Below the line of progress, where there is one: the sentence in Vietnamese, then in English.
  expect(ended.stderr.trim().split('\n').at(-2)).toMatch(sentence);
});
