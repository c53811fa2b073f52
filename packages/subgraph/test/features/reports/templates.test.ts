import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { ImportError } from '../../../src/import/import-issue.ts';
import { readYaml } from '../../../src/import/yaml-file.ts';
import { loadTemplates } from '../../../src/reports/templates/load-templates.ts';
import { readTemplateFile } from '../../../src/reports/templates/template-file.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');

describe('the templates of the package', () => {
  it('are shown with their lines, deadlines and levels', async () => {
    const { data, errors } = await run(`{ reportTemplates { code version levels periods validFrom validTo note
      deadlines { level workingDays } lines { code table label origin isRequired indicator { unit } } } }`);
    expect(errors).toBeUndefined();
    expect(data.reportTemplates.map(({ code }: { code: string }) => code)).toEqual([
      'TEAM_ACTIVITY',
      'VILLAGE_SUPPORT',
    ]);
    const [first] = data.reportTemplates;
    expect(first).toMatchObject({ note: 'Mẫu tham khảo, chưa phải biểu mẫu chính thức.', validTo: null });
    expect(first.deadlines[0]).toEqual({ level: 'COMMUNE', workingDays: 3 });
    expect(first.lines[0]).toMatchObject({
      ...{ code: 'TEAMS', table: 'Tổ chức', label: 'Số tổ công nghệ số cộng đồng', origin: 'REGISTERED' },
      ...{ isRequired: true, indicator: { unit: 'TEAM' } },
    });
    const before = await run('{ reportTemplates(asOf: "2022-12-31") { code } }');
    expect(before.data.reportTemplates).toEqual([]);
  });

  it('load again without a change, and take back a line that a file no longer has', async () => {
    const content = async () =>
      (await database.pool.query('select * from report_template_line order by template_id, code')).rows;
    const before = await content();
    await database.pool.query(
      `insert into report_template_line select template_id, 'KHAC', 99, table_code, table_vi, table_en, label_vi, label_en,
         indicator_code, origin, is_required from report_template_line where code = 'TEAMS'`,
    );
    await loadTemplates(database);
    expect(await content()).toEqual(before);
  });
});

describe('templates of a place', () => {
  const inForce = async (period: string) => {
    const { data } = await run(`{ reportTemplates(asOf: "${period}") { code version } }`);
    return data.reportTemplates.filter(({ code }: { code: string }) => code === 'VILLAGE_SUPPORT');
  };
  const place = (change: (text: string) => string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'cnscd-templates-'));
    const name = 'village-support.yaml';
    const text = readFileSync(join(packageFolder(), 'data', 'reports', name), 'utf8');
    writeFileSync(join(folder, name), change(text));
    return folder;
  };

  it('never leave two versions in force on a day, and are not undone by those of the package', async () => {
    const own = (text: string) =>
      text.replace('version: "1"', 'version: "QT-1"').replace('2023-01-01', '2027-01-01');
    await expect(loadTemplates(database, { folder: place(own) })).rejects.toThrow(
      /Trùng thời gian hiệu lực hoặc tên với bản "1"/,
    );
    const after = (text: string) => {
      const [head = '', version = ''] = text.split(/(?= {2}- version)/);
      return `${head}${version.replace('2023-01-01', '2023-01-01\n    validTo: 2026-12-31')}${own(version)}`;
    };
    await loadTemplates(database, { folder: place(after) });
    await loadTemplates(database);
    expect(await inForce('2026-12-31')).toEqual([{ code: 'VILLAGE_SUPPORT', version: '1' }]);
    expect(await inForce('2027-01-01')).toEqual([{ code: 'VILLAGE_SUPPORT', version: 'QT-1' }]);
  });

  it('keep their lines once there are reports by them', async () => {
    await database.pool.query(
      `insert into report (id, template_id, template_code, unit_id, level, period)
       select gen_random_uuid(), 'VILLAGE_SUPPORT@QT-1', 'VILLAGE_SUPPORT', id, level, '2027-Q1' from admin_unit
       where code = '44' and valid_to is null`,
    );
    const own = (text: string) => {
      const [head = '', version = ''] = text.split(/(?= {2}- version)/);
      const before = version.replace('2023-01-01', '2023-01-01\n    validTo: 2026-12-31');
      return `${head}${before}${version.replace('"1"', '"QT-1"').replace('2023-01-01', '2027-01-01')}`;
    };
    const shorter = (text: string) => own(text).replace(/\n *- \{ code: SUCCESS_RATE[^\n]*\n*$/, '\n');
    await expect(loadTemplates(database, { folder: place(shorter) })).rejects.toThrow(
      /Đã có báo cáo theo bản này/,
    );
    await loadTemplates(database, { folder: place(own) });
  });
});

describe('a template file', () => {
  const measures = new Map([
    ['TEAMS', 'TEAMS'],
    ['ASSISTED', 'ASSISTED'],
    ['DTI_RANK', null],
  ]);
  const versionsOf = (text: string) => {
    try {
      return readTemplateFile(readYaml('mau.yaml', text), measures).map(({ id }) => id);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return error.issues.map(({ messages }) => messages.en);
    }
  };
  const version = (name: string, days: string, lines: string) => `
  - version: "${name}"
    ${days}
    levels: [COMMUNE, PROVINCE]
    periods: [QUARTER]
    deadlines: { COMMUNE: 3, PROVINCE: 5 }
    tables: [{ code: I, title: A, titleEn: A, lines: [${lines}] }]`;
  const file = (...versions: string[]) =>
    `code: MAU\nname: Mẫu\nnameEn: A form\nversions:${versions.join('')}`;
  const TEAMS = '{ code: TEAMS, indicator: TEAMS, from: REGISTERED }';

  it('may have versions one after the other', () => {
    expect(
      versionsOf(
        file(
          version('1', 'validFrom: 2023-01-01\n    validTo: 2025-06-30', TEAMS),
          version('2', 'validFrom: 2025-07-01', TEAMS),
        ),
      ),
    ).toEqual(['MAU@1', 'MAU@2']);
  });

  it('is refused where versions overlap, lines repeat, and values cannot come from where it says', () => {
    const lines = [
      ...[TEAMS, TEAMS, '{ code: A, indicator: KHONG_CO, from: COMPUTED }'],
      ...[
        '{ code: B, indicator: TEAMS, from: COMPUTED }',
        '{ code: C, indicator: DTI_RANK, from: REGISTERED }',
      ],
      '{ code: D, indicator: DTI_RANK, from: MEASURED }',
    ].join(', ');
    expect(
      versionsOf(
        file(version('1', 'validFrom: 2023-01-01', lines), version('2', 'validFrom: 2025-07-01', TEAMS)),
      ),
    ).toEqual([
      'The line "TEAMS" is there already.',
      'There is no indicator "KHONG_CO".',
      'The line "B" cannot come from COMPUTED.',
      'The line "C" cannot come from REGISTERED.',
      'Overlaps with the version "1", or has its name.',
    ]);
  });

  it('is refused without the deadline of a level', () => {
    const text = file(version('1', 'validFrom: 2023-01-01', TEAMS)).replace('PROVINCE: 5', 'NATION: 5');
    expect(versionsOf(text)).toEqual(['The deadline of PROVINCE is missing.']);
  });
});
