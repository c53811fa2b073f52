import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { expect, it, vi } from 'vitest';
import { startCommand } from '../../support/command.ts';
import { testDatabase } from '../../support/database.ts';
import { staffedTeams } from '../../support/people.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const db = await testDatabase('loaded');
const [team] = await staffedTeams(db, '19597');
const memberId = team?.member.memberId ?? '';
const folder = mkdtempSync(join(tmpdir(), 'cnscd-rights-'));
const KEY = randomBytes(32).toString('base64');

const command = async (...args: string[]) =>
  startCommand(['rights', ...args], { DATABASE_URL: db.url, CNSCD_PERSONAL_DATA_KEY: KEY }).ended;

it('loads rules again without a change, and refuses to rewrite what people were asked by', async () => {
  const again = await command('load');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toBe(
    ['consentTexts', 'responseTerms', 'retentionRules', 'processing']
      .map((section) => `${section}: 0 mới · new, 0 đổi · changed\n`)
      .join(''),
  );
  const rewritten = join(folder, 'rights.yaml');
  writeFileSync(
    rewritten,
    'consentTexts:\n  - purpose: CONTACT\n    version: "2026-01"\n    validFrom: 2026-01-01\n    vi: Câu khác\n    en: Other words\n',
  );
  const refused = await command('load', rewritten);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('hãy thêm một bản mới');
});

it('writes the record of processing and what is held about a person', async () => {
  for (const name of ['record.json', 'record.xlsx', 'record.docx']) {
    const out = join(folder, name);
    expect(await command('record', '--out', out, '--unit', 'UBND xã Cam Lộ')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readFileSync(out).length).toBeGreaterThan(1000);
  }
  const out = join(folder, 'evidence.json');
  expect(await command('evidence', memberId, '--out', out)).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ memberId, sections: expect.any(Array) });
  const wrong = await command('record', '--out', join(folder, 'record.pdf'));
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('.json, .xlsx, .docx') });
});

it('shows an erasure first, and erases when it is told to', async () => {
  const requestId = randomUUID();
  await db.rows(sql`
    insert into subject_request (id, member_id, kind, channel, received_on, has_processor, acknowledge_due_on, due_on,
      is_due_provisional, recorded_by, recorded_at)
    values (${requestId}::uuid, ${memberId}::uuid, 'ERASE', 'PAPER', '2026-11-19', false, '2026-11-23', '2026-12-17', false, 'a', now())`);
  const isErased = async () => {
    const [row] = await db.rows<{ isErased: boolean }>(sql`
      select erased_at is not null as "isErased" from member where id = ${memberId}::uuid`);
    return row?.isErased;
  };
  const shown = await command('erase', requestId, '--reason', 'Theo đơn');
  expect(shown).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('thêm --execute') });
  expect(await isErased()).toBe(false);
  const done = await command('erase', requestId, '--reason', 'Theo đơn', '--execute');
  expect(done).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('không khôi phục được'),
  });
  expect(await isErased()).toBe(true);
  const again = await command('erase', requestId, '--reason', 'Theo đơn', '--execute');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('Không có yêu cầu nào') });
  expect(await command('evidence', memberId, '--out', join(folder, 'none.json'))).toMatchObject({ code: 1 });
});

it('counts what is past its retention', async () => {
  const { code, stdout } = await command('retention', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('gói thay đổi để hoàn tác (30 ngày · days): 0');
});
