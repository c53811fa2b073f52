import { expect, it } from 'vitest';
import { audit, sealTogether } from '../support/audited.ts';
import { type Ended, startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');

const verify = (...args: string[]): Promise<Ended> =>
  startCommand(['audit', 'verify', ...args], { DATABASE_URL: database.url }).ended;

it('audit verify says whether the chain holds, and fails where it does not', async () => {
  await audit(database);
  await sealTogether(database, 1);
  await audit(database);
  const whole = await verify();
  expect(whole.stdout).toMatch(/✓ Chuỗi niêm phong nguyên vẹn · The chain holds\n {2}1 niêm phong · 1 seals/);
  expect(whole.stdout).toMatch(/1 mục chưa niêm phong · 1 entries not sealed, \d{4}-/);
  expect(whole.code).toBe(0);

  const [, noted = ''] = /elsewhere: (1:[0-9a-f]{64})\n/.exec(whole.stdout) ?? [];
  expect((await verify('--known', noted)).code).toBe(0);
  const other = await verify(
    '--known',
    noted.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  );
  expect([other.code, other.stdout]).toEqual([
    1,
    expect.stringContaining('not the seal that was noted: number 1'),
  ]);

  await database.pool.query('alter table audit_entry disable trigger audit_entry_append_only');
  await database.pool.query(`update audit_entry set actor = 'somebody else'`);
  const tampered = await verify();
  expect([tampered.code, tampered.stdout]).toEqual([1, expect.stringContaining('✗ Nhật ký đã bị can thiệp')]);
  expect(tampered.stdout).toContain('or the seal itself: number 1');
});

it('audit verify refuses a seal that is none', async () => {
  const { code, stderr } = await verify('--known', '12');
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('--known is "12": it must be the number of a seal'),
  ]);
});
