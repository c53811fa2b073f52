import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';
import { diceOf, EDITS, makeRegister } from './edit-register.ts';

const db = await testDatabase('empty');
await makeRegister(db);

const command = (...args: string[]) => startCommand(args, { DATABASE_URL: db.url });

async function pending(): Promise<number> {
  const { rows } = await db.pool.query('select count(*)::int as count from kpi_delta');
  return rows[0].count;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(50);
}

it('workers fold until they are told to stop, and one that is killed is missed by nobody', async () => {
  const dice = diceOf(3);
  const edit = async (times: number) => {
    for (let step = 0; step < times; step++) await EDITS[dice(EDITS.length)]?.(db, dice);
  };
  await edit(60);
  expect(await pending()).toBeGreaterThan(0);
  const [first, second] = [command('work', '--interval=0.1'), command('work', '--interval=0.1')];
  await until(async () => (await pending()) === 0);
  first.child.kill('SIGKILL');
  await edit(60);
  await until(async () => (await pending()) === 0);
  second.child.kill('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, stdout: 'Đang làm việc nền · Working\n' });
  const { code, stdout } = await command('recount').ended;
  expect(stdout).toMatch(/^\d+ hoạt động đã xác nhận, 0 thay đổi chờ cộng .*\nlệch 0 · drift 0\n$/);
  expect(code).toBe(0);
});

it('recount fails where sums drifted, and puts them right when it is told to', async () => {
  const { rowCount } = await db.pool.query(
    `update kpi_rollup set reached = reached + 1 where region_id = 'VN'`,
  );
  const drifted = await command('recount').ended;
  expect(drifted.stdout).toContain('kpi_rollup VN BELOW 2025 E_ID: {"reached":-1}');
  expect(drifted.stdout).toContain(`drift ${rowCount}`);
  expect(drifted.code).toBe(1);
  const repaired = await command('recount', '--repair').ended;
  expect(repaired.stdout).toMatch(/drift [1-9]\d*\n[\s\S]*drift 0\n$/);
  expect(repaired.code).toBe(0);
  expect((await command('recount').ended).code).toBe(0);
});

it('says which intervals it takes', async () => {
  const { code, stderr } = await command('work', '--interval=soon').ended;
  expect(stderr).toMatch(/--interval là "soon": .*\n--interval is "soon": it must be a number of seconds/);
  expect(code).toBe(1);
});
