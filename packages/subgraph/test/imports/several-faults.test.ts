import type { ImportKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { beforeEach, expect, it } from 'vitest';
import { issuesOfImport } from '../../src/imports/annotating/issues-of-import.ts';
import { readFile } from '../../src/imports/reading/read-file.ts';
import { receiveFile } from '../../src/imports/staging/receive-file.ts';
import { testDatabase } from '../support/database.ts';
import { importing, NOW, phones } from './support.ts';

const db = await testDatabase('loaded');
const [region, commune] = await db.rows<{ id: string; code: string; fullName: string }>(sql`
  select id, code, full_name as "fullName" from admin_unit where code in ('44', '19597') and valid_to is null order by code desc`);
const jobs = importing(db, [region?.id ?? '']);
jobs.tools.readFile = (bytes, options, { onBatch }) => readFile(bytes, options, onBatch);

beforeEach(async () => {
  await db.pool.query(`delete from responsibility; delete from membership; delete from activity_outcome; delete from activity;
    delete from team; delete from member`);
  await db.rows(sql`
    insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason, founded_on)
    values (gen_random_uuid(), 'T-1', 'Tổ một', 'COMMUNITY', 'ACTIVE', 'COMMUNE', ${commune?.id}, 'to', 'x', '2025-01-01')`);
  await db.rows(sql`
    with leader as (
      insert into member (id, display_name, search_text, name_key)
      values (gen_random_uuid(), 'Lê Thị Trưởng', 'le thi truong', 'le thi truong') returning id)
    insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from)
    select gen_random_uuid(), t.id, leader.id, 'LEADER', false, '{}', '2025-01-01' from team t, leader`);
});

/** What the dry run of a CSV has against each of its rows: cells and codes, errors and warnings. */
async function told(kind: ImportKind, lines: readonly string[]): Promise<Record<number, string[]>> {
  const file = { kind, fileName: 'tep.csv', content: Buffer.from(lines.join('\n')) };
  const who = { tenant: 'test', actor: 'officer', regionIds: [region?.id ?? ''] };
  const record = await jobs.work(await receiveFile({ db, phones, now: NOW }, { ...file, ...who }));
  const codes = await db.rows<{ row: number; codes: string[] }>(sql`
    select r.sheet_row as row, array(
      select coalesce(x ->> 'field', '-') || ' ' || (x ->> 'code')
      from jsonb_array_elements(coalesce(r.issues, '[]') || coalesce(v.findings, '[]')) x order by 1) as codes
    from import_row r join import_verdict v using (import_id, n) where import_id = ${record.id}::uuid order by n`);
  const all = await issuesOfImport(db, record);
  expect(all).toHaveLength(codes.flatMap((row) => row.codes).length);
  return Object.fromEntries(codes.filter((row) => row.codes.length > 0).map((row) => [row.row, row.codes]));
}

it('every fault of every row of a roster is told, whether the reading or the register has it', async () => {
  const found = await told('ROSTER', [
    'Họ và tên;SĐT;Mã xã;Xã;Mã tổ;Tổ;Vai trò;Từ ngày;Đến ngày',
    'Nguyễn An;0912;;;KHONG-CO;;;;',
    'Lê Bình;0912;;Xã Không Đâu;;Tổ không đâu;Cố vấn;01/02/2026;31/01/2026',
    'Trần Cường;;;;T-1;;Tổ trưởng;01/03/2024;',
    'Trần Cường;;;;T-1;;Tổ trưởng;01/03/2024;',
    'Phạm Dũng;0912;19597X;;T-1;;Tổ trưởng;01/03/2024;',
    'Phạm Dũng;0912;19600Y;;T-1;;Tổ trưởng;01/03/2024;',
    'Lê Thị Trưởng;;;;T-1;;Cố vấn;3/2024;',
    ';0912;;;T-1;;Tổ phó;01/03/2024;01/02/2024',
    ';0913;;;T-1;;Tổ phó;;',
    'Hồ Giang;;19597;;;Tổ không đâu;Tổ trưởng;01/03/2030;01/02/2030',
    'Hồ Giang;;19597;;;Tổ nào nữa;Tổ trưởng;;',
    'Võ Hà;;;;T-1;;;01/03/2025;',
  ]);
  const again = ['fullName VALUE_MISSING', 'phones PHONE_INVALID'];
  expect(found).toEqual({
    2: ['phones PHONE_INVALID', 'teamCode TEAM_UNKNOWN'],
    3: [
      ...['commune UNIT_UNKNOWN', 'phones PHONE_INVALID', 'role CHOICE_UNKNOWN', 'teamName TEAM_UNKNOWN'],
      'to DAYS_REVERSED',
    ],
    4: ['from FROM_BEFORE_TEAM', 'role TEAM_HAS_LEADER'],
    5: ['- ROW_REPEATED', 'from FROM_BEFORE_TEAM', 'role TEAM_HAS_LEADER'],
    // Where the place cannot be read, nothing is said of the team that the other cells would give.
    6: ['phones PHONE_INVALID', 'unitCode CODE_INVALID'],
    7: ['phones PHONE_INVALID', 'unitCode CODE_INVALID'],
    8: ['from DATE_INCOMPLETE', 'role CHOICE_UNKNOWN'],
    9: ['from FROM_BEFORE_TEAM', ...again, 'to DAYS_REVERSED'],
    10: again,
    11: ['from DATE_OUT_OF_RANGE', 'teamName TEAM_UNKNOWN', 'to DATE_OUT_OF_RANGE'],
    12: ['teamName TEAM_UNKNOWN'],
  });
});

it('so is every fault of lists of teams and of figures', async () => {
  const teams = await told('TEAMS', [
    'Tên tổ;Xã;Mã xã;Loại tổ;Doanh nghiệp;Ngày thành lập;Trạng thái',
    'Tổ hai;Xã Không Đâu;;Tổ gì đó;Công ty X;01/01/2015;',
    'Tổ hai;Xã Chẳng Đâu;;Cộng đồng;Công ty X;ngày nào;',
    ';;19597;Cộng đồng;Công ty X;01/01/2020;đã giải thể',
  ]);
  expect(teams).toMatchInlineSnapshot(`
    {
      "2": [
        "commune UNIT_UNKNOWN",
        "foundedOn DATE_OUT_OF_RANGE",
        "kind CHOICE_UNKNOWN",
      ],
      "3": [
        "commune UNIT_UNKNOWN",
        "employer TEAM_EMPLOYER_NEEDLESS",
        "foundedOn DATE_INVALID",
      ],
      "4": [
        "employer TEAM_EMPLOYER_NEEDLESS",
        "foundedOn DATE_OUT_OF_RANGE",
        "teamName VALUE_MISSING",
      ],
    }
  `);
  const [rate] = await db.rows<{ code: string }>(sql`
    select code from indicator where unit = 'PERCENT' and aggregation = 'RATIO_OF_SUMS' order by code limit 1`);
  const figures = await told('FIGURES', [
    'Mã xã;Mã chỉ tiêu;Giá trị;Tử số;Mẫu số;Đơn vị tính;Tính đến ngày;Kỳ;Nguồn',
    '99999;KHONG_CO;1;;;;;;',
    `99999;${rate?.code};98,5;;;người;01/01/2020;2026-Q3;`,
    `19597;${rate?.code};98,5;nhiều;200;%;30/06/2026;kỳ này;`,
  ]);
  expect(figures).toMatchInlineSnapshot(`
    {
      "2": [
        "asOf FIGURE_INCOMPLETE",
        "indicatorCode INDICATOR_UNKNOWN",
        "sourceTitle FIGURE_INCOMPLETE",
        "unitCode UNIT_UNKNOWN",
      ],
      "3": [
        "asOf DATE_OUT_OF_RANGE",
        "sourceTitle FIGURE_INCOMPLETE",
        "unitCode UNIT_UNKNOWN",
        "unitOfMeasure FIGURE_UNIT_DIFFERS",
        "value FIGURE_REFUSED",
      ],
      "4": [
        "numerator NUMBER_INVALID",
        "period PERIOD_INVALID",
        "sourceTitle FIGURE_INCOMPLETE",
      ],
    }
  `);
});
