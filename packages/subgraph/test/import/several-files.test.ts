import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-issue.ts';
import { importProvinceFile } from '../../src/import/import-province-file.ts';
import { administrator } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database: db } = await testSubgraph('loaded', undefined, administrator());
const load = (name: string, text: string) => importProvinceFile(db, { name, text });

/** What is wrong with a file, as "path: sentence". */
async function refusal(name: string, text: string): Promise<string[]> {
  const error = await load(name, text).catch((thrown: unknown) => thrown);
  if (!(error instanceof ImportError)) throw new Error(`was not refused: ${String(error)}`);
  return error.issues.map(({ path, messages }) => `${path}: ${messages.vi}`);
}

interface Statement {
  source: string;
  title?: string;
  unit: string;
  teams?: number;
}

function file({ source, title = 'Báo cáo', unit, teams }: Statement, more = ''): string {
  const figures = `
figures:
  - { unit: "${unit}", day: 2024-06-30, source: ${source}, statement: lời nguồn, values: [{ indicator: TEAMS, value: ${teams} }] }`;
  return `sources:
  ${source}: { title: ${title} }${teams === undefined ? '' : figures}
${more}`;
}

const teamsOf = async (unitCode: string) => {
  const { data } = await run(
    `query ($unitCode: String!) {
      overview(unitCode: $unitCode, asOf: "2024-06-30") { teams { reported { value } } }
    }`,
    { unitCode },
  );
  return data.overview.teams.reported?.value ?? null;
};

describe('two files', () => {
  it('keep a fact that both state until the last of them drops it', async () => {
    const both = { source: 'chung-so', unit: '27' };
    await load('chung-1.yaml', file({ ...both, teams: 7 }));
    expect((await load('chung-2.yaml', file({ ...both, teams: 7 }))).sections.figures).toMatchObject({
      added: 0,
      unchanged: 1,
    });
    expect((await load('chung-2.yaml', file(both))).sections.figures).toMatchObject({ withdrawn: 0 });
    expect(await teamsOf('27')).toBe(7);
    expect((await load('chung-1.yaml', file(both))).sections.figures).toMatchObject({ withdrawn: 1 });
    expect(await teamsOf('27')).toBeNull();
  });

  it('keep a rule that both state', async () => {
    const rule = `rules:
  - { code: CHUNG-SIZE, unit: "24", day: 2024-06-30, requirement: MEMBER_COUNT, min: 4, statement: từ 4 người, source: chung-luat }`;
    const sources = { source: 'chung-luat', unit: '24' };
    const rules = () => db.rows(sql`select min from team_rule where code = 'CHUNG-SIZE'`);
    await load('luat-1.yaml', file(sources, rule));
    await load('luat-2.yaml', file(sources, rule));
    await load('luat-1.yaml', file(sources));
    expect(await rules()).toEqual([{ min: 4 }]);
    await load('luat-1.yaml', file(sources, rule));
    expect(await refusal('luat-2.yaml', file(sources, rule.replace('min: 4', 'min: 5')))).toEqual([
      expect.stringMatching(/^rules\[0\]: Tệp luat-1\.yaml đã ghi "CHUNG-SIZE" với nội dung khác/),
    ]);
    expect(await rules()).toEqual([{ min: 4 }]);
  });

  it('cannot give one source two titles', async () => {
    await load('ten-1.yaml', file({ source: 'trung-ten', title: 'Báo cáo của Sở', unit: '24' }));
    expect(
      await refusal('ten-2.yaml', file({ source: 'trung-ten', title: 'Bài báo khác', unit: '24' })),
    ).toEqual([
      expect.stringMatching(/^sources\.trung-ten: Tệp ten-1\.yaml đã ghi "trung-ten" với nội dung khác/),
    ]);
    expect(await db.rows(sql`select title from source_document where id = 'trung-ten'`)).toEqual([
      { title: 'Báo cáo của Sở' },
    ]);
  });

  it('cannot state one fact with two values', async () => {
    const fact = { source: 'hai-gia-tri', unit: '24' };
    await load('gia-tri-1.yaml', file({ ...fact, teams: 7 }));
    expect(await refusal('gia-tri-2.yaml', file({ ...fact, teams: 8 }))).toEqual([
      expect.stringMatching(/^figures\[0\]\.values\[0\]: Tệp gia-tri-1\.yaml đã ghi /),
    ]);
    expect(await teamsOf('24')).toBe(7);
  });

  it('share a village although its commune has ended since', async () => {
    const village = `villages:
  - { id: thon-chung, kind: THON, name: Chung, commune: "29194", day: 2025-07-01, source: thon-chung }`;
    const text = file({ source: 'thon-chung', unit: '86' }, village);
    await load('thon-1.yaml', text);
    await db.pool.query(`update admin_unit set valid_to = '2026-08-31' where id like 'commune:29194:2025%'`);
    expect((await load('thon-2.yaml', text)).name).toBe('thon-2.yaml');
    expect(await refusal('thon-2.yaml', text.replace('name: Chung', 'name: Riêng'))).toEqual([
      expect.stringMatching(/^villages\[0\]: Tệp thon-1\.yaml/),
    ]);
  });
});

describe('a file', () => {
  it("cannot take the id of a source of the units' data", async () => {
    const taken = file({ source: 'nq-202-2025-qh15', title: 'Cái khác', unit: '24' });
    expect(await refusal('lay-id.yaml', taken)).toEqual([
      expect.stringMatching(/^sources\.nq-202-2025-qh15: .*dữ liệu đơn vị hành chính hoặc chỉ số/),
    ]);
  });

  it('may drop a source, after which another file may describe it', async () => {
    await load('nhuong-1.yaml', file({ source: 'nhuong', title: 'Cũ', unit: '24' }));
    await load('nhuong-1.yaml', 'sources: {}');
    await load('nhuong-2.yaml', file({ source: 'nhuong', title: 'Mới', unit: '24' }));
    expect(await db.rows(sql`select title from source_document where id = 'nhuong'`)).toEqual([
      { title: 'Mới' },
    ]);
  });
});

const register = (code: string, teams: number) => `decisions:
  - { id: qd-${code}, unit: "29188", day: 2022-11-30, number: 1/QĐ, title: Thành lập, issuer: UBND, source: so-chung }
register:
  - code: ${code}
    unit: "29188"
    day: 2022-11-30
    decision: qd-${code}
    founded: { from: 2022-01-05, to: 2022-02-05 }
    villageTeams: { count: ${teams}, villageKind: AP, size: { min: 3, max: 3 }, composition: [VILLAGE_HEAD] }`;
const registerFile = (code: string, teams: number) =>
  file({ source: 'so-chung', unit: '83' }, register(code, teams));

describe('made-up teams', () => {
  const count = (code: string) =>
    db.rows(sql`select count(*) as teams from team where starts_with(code, ${`${code}-`})`);

  it('stay while one of two files holds their entry', async () => {
    await load('so-1.yaml', registerFile('CHUNG', 2));
    expect((await load('so-2.yaml', registerFile('CHUNG', 2))).register).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    await load('so-2.yaml', file({ source: 'so-chung', unit: '83' }));
    expect(await count('CHUNG')).toEqual([{ teams: 2 }]);
    expect(await refusal('so-2.yaml', registerFile('CHUNG', 3))).toEqual([
      expect.stringMatching(/^register\[0\]\.code: Tệp so-1\.yaml đã ghi "CHUNG"/),
    ]);
    await load('so-1.yaml', 'sources: {}');
    expect(await count('CHUNG')).toEqual([{ teams: 0 }]);
  });

  it('are not mixed up with those whose code goes on after theirs', async () => {
    expect(await refusal('so-3.yaml', registerFile('BTR', 2))).toEqual([
      expect.stringMatching(/^register\[0\]\.code: Trùng phần đầu với mã "BTR-DDI"/),
    ]);
  });
});
