import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { phoneNumber } from '@cnscd/domain';
import { parse } from 'csv-parse/sync';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, it } from 'vitest';
import { readPersonalDataKeys } from '../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../src/personal-data/phone-cipher.ts';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';
import { staffedTeams } from '../support/people.ts';

const database = await testDatabase('loaded');
const KEY = randomBytes(32).toString('base64');
const [team] = await staffedTeams(database, '19597');
const sealed = phoneCipher(readPersonalDataKeys(KEY)).seal(phoneNumber('0987612534'));
await database.pool.query(
  `update member set phone_cipher = $1, phone_digest = $2
   where id in (select member_id from membership where team_id = $3)`,
  [sealed.cipher, sealed.digest, team?.id],
);
const folder = mkdtempSync(join(tmpdir(), 'cnscd-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: string[], key = KEY) {
  const out = join(folder, `${randomBytes(4).toString('hex')}.csv`);
  const env = { DATABASE_URL: database.url, ...(key === '' ? {} : { CNSCD_PERSONAL_DATA_KEY: key }) };
  const ended = await startCommand(['export', ...args, '--out', out], env).ended;
  const cells = existsSync(out)
    ? (parse(readFileSync(out), { bom: true, delimiter: ';' }) as string[][])
    : [];
  return { ...ended, out, cells };
}

const phonesIn = ([head = [], ...rows]: string[][]) => {
  const at = head.indexOf('Số điện thoại');
  return new Set(rows.map((row) => row[at]));
};

// Each command is a process that loads everything anew.
describe('cnscd-subgraph export', { timeout: 180_000 }, () => {
  it('writes a list that only its owner reads, with no whole phone numbers unless they are asked for', async () => {
    const masked = await run(['roster', '--team', team?.id ?? '']);
    expect(masked).toMatchObject({ code: 0, stderr: '' });
    expect(masked.stdout).toBe(`${masked.out}: ${masked.cells.length - 1} dòng · rows\n`);
    expect(statSync(masked.out).mode & 0o777).toBe(0o600);
    expect(phonesIn(masked.cells)).toEqual(new Set(['•••• ••• 534']));
    expect(phonesIn((await run(['roster', '--team', team?.id ?? '', '--with-phones'])).cells)).toEqual(
      new Set(['0987 612 534']),
    );
    expect(phonesIn((await run(['roster', '--team', team?.id ?? ''], '')).cells)).toEqual(new Set(['']));
    const entries = await database.rows<{ tenant: string; actor: string }>(sql`
      select tenant, actor from audit_entry where entity_type = 'Export'`);
    expect(entries).toHaveLength(3);
    expect(entries[0]).toEqual({ tenant: 'cnscd-subgraph', actor: userInfo().username });
  });

  it('takes the filters of the export', async () => {
    const { cells } = await run([
      'teams',
      '--unit',
      '44',
      '--as-of',
      '2026-01-01',
      '--filter',
      'level=COMMUNE',
    ]);
    expect(cells.length).toBeGreaterThan(3);
    expect(new Set(cells.slice(1).map((row) => row[8]))).toEqual(new Set(['Cấp xã']));
  });

  it.each([
    [['roster', '--with-phones'], '', /Thiếu khóa/, /no key/],
    [['teams', '--filter', 'level'], KEY, /tên=giá trị/, /name=value/],
    [['teams', '--filter', 'size=3'], KEY, /không có bộ lọc đó/, /has no such filter/],
    [['people'], KEY, /Không có tệp xuất/, /There is no export/],
    [['board', '--unit', '44'], KEY, /cần period/, /needs period/],
  ])('says in one sentence that it cannot: %j', async (args, key, vi, en) => {
    const { code, stderr, cells } = await run(args, key);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(vi), expect.stringMatching(en)]);
    expect([code, cells]).toEqual([1, []]);
  });
});
