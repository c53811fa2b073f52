import { findingMessages, type ImportFinding } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportFile } from '../../../src/exports/export-file.ts';
import { fitsMeasureUnit } from '../../../src/imports/kinds/figures/fits-measure-unit.ts';
import { readFile } from '../../../src/imports/reading/read-file.ts';
import { exportsOfRegister } from '../../exports/reading.ts';
import { officer } from '../../support/people.ts';
import { importing, registerDigest } from '../support.ts';

const { database, contextOf } = await exportsOfRegister();
const [province] = await database.rows<{ id: string }>(sql`
  select id from admin_unit where code = '44' and valid_to is null`);
const jobs = importing(database, [province?.id ?? '']);

beforeEach(() =>
  database.pool.query(
    `delete from reported_figure where source_id like 'cited:%'; delete from source_document where id like 'cited:%'`,
  ),
);

const stated = {
  ...{ unitCode: '19597', indicatorCode: 'MEMBERS', value: 120, qualifier: 'AT_LEAST', asOf: '2026-06-30' },
  ...{ statement: 'hơn 120', sourceTitle: 'Báo cáo 15/BC-UBND', unitOfMeasure: 'thành viên (người)' },
};
const FIGURES = [
  stated,
  {
    ...stated,
    indicatorCode: null,
    indicatorName: 'teams',
    value: 0,
    unitOfMeasure: 'tổ',
    qualifier: 'EXACT',
  },
];
const held = () =>
  database.rows(sql`
    select f.indicator_code as code, f.revision, f.value, f.qualifier, f.reason, f.superseded_at is null as stands, d.title
    from reported_figure f join source_document d on d.id = f.source_id where d.id like 'cited:%' order by f.indicator_code, f.revision`);
const [teams] = await database.rows<{ name: string }>(
  sql`select name_vi as name from indicator where code = 'TEAMS'`,
);
const named = FIGURES.map((row) => ('indicatorName' in row ? { ...row, indicatorName: teams?.name } : row));

describe.each(['FIGURES', 'MEASUREMENTS'] as const)('a list of %s', (kind) => {
  it('is recorded, corrected with a reason as the next revision, and taken back to the byte', async () => {
    const before = await registerDigest(database);
    const dry = await jobs.dryRun(kind, named);
    expect(await jobs.findings(dry.id)).toEqual({});
    expect(dry).toMatchObject({ status: 'READY', newRows: 2, faultyRows: 0 });
    expect(await registerDigest(database)).toEqual(before);
    expect(await jobs.apply(dry.id)).toMatchObject({ status: 'APPLIED', failure: null });
    const first = { revision: 1, reason: null, stands: true, title: stated.sourceTitle };
    expect(await held()).toEqual([
      { ...first, code: 'MEMBERS', value: 120, qualifier: 'AT_LEAST' },
      { ...first, code: 'TEAMS', value: 0, qualifier: 'EXACT' },
    ]);
    expect(await jobs.outcomes((await jobs.dryRun(kind, named)).id)).toEqual(['UNCHANGED', 'UNCHANGED']);
    const recorded = await registerDigest(database);
    const correction = { ...stated, value: 131, qualifier: 'EXACT' };
    const unexplained = await jobs.dryRun(kind, [correction]);
    expect(await jobs.findings(unexplained.id)).toEqual({ 1: ['FIGURE_REASON_MISSING'] });
    const explained = await jobs.dryRun(kind, [{ ...correction, reason: 'đếm lại' }]);
    expect(await jobs.outcomes(explained.id)).toEqual(['CHANGED']);
    await jobs.apply(explained.id);
    expect((await held()).slice(0, 2)).toEqual([
      { ...first, code: 'MEMBERS', value: 120, qualifier: 'AT_LEAST', stands: false },
      { ...first, code: 'MEMBERS', value: 131, qualifier: 'EXACT', revision: 2, reason: 'đếm lại' },
    ]);
    const audits = await database.rows(sql`
      select version, before -> 'value' as before, after -> 'value' as after from audit_entry
      where entity_type = 'UnitFigure' and field = 'applyImport' order by id desc limit 1`);
    expect(audits).toEqual([{ version: 2, before: 120, after: 131 }]);
    expect((await jobs.undo(explained.id)).failure).toBeNull();
    expect(await registerDigest(database)).toEqual(recorded);
    expect((await jobs.undo(dry.id)).failure).toBeNull();
    expect(await registerDigest(database)).toEqual(before);
  });
});

it('says what cannot be recorded, and what would be right', async () => {
  const dry = await jobs.dryRun('FIGURES', [
    { ...stated, sourceTitle: null },
    { ...stated, asOf: null },
    { ...stated, indicatorCode: 'KHONG_CO' },
    { ...stated, unitOfMeasure: 'hộ' },
    { ...stated, value: 1.5, asOf: '2026-06-01' },
    { ...stated, asOf: '2027-01-01' },
    { ...stated, asOf: '2026-05-31' },
    { ...stated, asOf: '2026-05-31', value: 7 },
    { ...stated, unitCode: '00001' },
    { ...stated, village: 'Thôn Không Có', asOf: '2026-05-30' },
    { ...stated, asOf: '2026-05-29', valueMax: 3 },
  ]);
  expect(await jobs.findings(dry.id)).toEqual({
    1: ['FIGURE_INCOMPLETE'],
    2: ['FIGURE_INCOMPLETE'],
    3: ['INDICATOR_UNKNOWN'],
    4: ['FIGURE_UNIT_DIFFERS'],
    5: ['FIGURE_REFUSED'],
    6: ['FIGURE_REFUSED'],
    8: ['ROW_REPEATED'],
    9: ['UNIT_OUTSIDE'],
    10: ['UNIT_UNKNOWN'],
    11: ['FIGURE_REFUSED'],
  });
});

it('tells what a rate lacks in the words of the columns, and only what is missing', async () => {
  const [rate] = await database.rows<{ code: string; name: string }>(sql`
    select code, name_vi as name from indicator where unit = 'PERCENT' and aggregation = 'RATIO_OF_SUMS' order by code limit 1`);
  const one = { ...stated, indicatorCode: rate?.code, value: 98.5, qualifier: 'EXACT', unitOfMeasure: '%' };
  const dry = await jobs.dryRun('FIGURES', [
    one,
    { ...one, asOf: '2026-06-29', numerator: 180, denominator: 200 },
    { ...one, asOf: '2026-06-28', numerator: 180 },
    { ...one, asOf: null, numerator: 197, denominator: 200 },
    { ...one, sourceTitle: null, numerator: 197, denominator: 200 },
  ]);
  const findings = await database.rows<{ n: number; finding: ImportFinding }>(sql`
    select n, f as finding from import_verdict, jsonb_array_elements(findings) f
    where import_id = ${dry.id}::uuid order by n`);
  expect(findings.map(({ n, finding }) => [n, finding.field, findingMessages(finding).vi])).toEqual([
    [
      ...[1, 'value'],
      `“${rate?.name}” là tỷ lệ: hãy ghi “tử số” và “mẫu số”, hoặc ghi ở “lý do đính chính” vì sao nguồn không có; không có hai số này thì không gộp được với nơi khác.`,
    ],
    [
      ...[2, 'value'],
      '“giá trị” là 98,5, nhưng “tử số” chia “mẫu số” là 90,0%; hãy xem lại số, hoặc ghi “mức chắc chắn” khác “chính xác”',
    ],
    [3, 'denominator', 'Thiếu “mẫu số”: cần cả tử số và mẫu số.'],
    [4, 'asOf', 'Số liệu cần có ngày; hãy ghi ở cột “Tính đến ngày”'],
    [5, 'sourceTitle', 'Số liệu cần có nguồn; hãy ghi tên văn bản hoặc báo cáo ở cột “Nguồn”'],
  ]);
});

it('a measurement without a document has this register as its source', async () => {
  const dry = await jobs.dryRun('MEASUREMENTS', [{ ...stated, sourceTitle: null }]);
  await jobs.apply(dry.id);
  expect(await held()).toMatchObject([{ title: expect.stringContaining('sổ đăng ký') }]);
});

it.each([
  ['lượt người', 'PERSON', true],
  ['%', 'PERCENT', true],
  ['phần trăm', 'PERCENT', true],
  ['tổ', 'TEAM', true],
  ['tổ dân phố', 'TEAM', false],
  ['hộ', 'PERSON', false],
] as const)('%s for %s: %s', (written, unit, fits) => expect(fitsMeasureUnit(written, unit)).toBe(fits));

/** An exported file, its text changed, as the reading takes it. */
async function exported(kind: 'FIGURES' | 'MEASUREMENTS', change: (text: string) => string = (text) => text) {
  const { bytes, fileName } = await exportFile(await contextOf(officer('PROVINCIAL_OFFICER', '44')), {
    ...{ name: `${kind.toLowerCase()}.csv`, given: { unitCode: '44', boundary: 'CURRENT' } },
  });
  const values: Record<string, unknown>[] = [];
  await readFile(
    Buffer.from(change(Buffer.from(bytes).toString())),
    { fileName, kind, today: '2026-11-22' },
    async (rows) => void values.push(...rows.map((row) => row.values)),
  );
  return values;
}

it('takes an exported file back as no change, and one changed cell as exactly that', async () => {
  const rows = await exported('FIGURES');
  const same = await jobs.dryRun('FIGURES', rows);
  expect(await jobs.findings(same.id)).toEqual({});
  expect(same).toMatchObject({ newRows: 0, changedRows: 0, faultyRows: 0, unchangedRows: rows.length });
  await jobs.apply((await jobs.dryRun('FIGURES', [{ ...stated, value: 987_654, qualifier: 'EXACT' }])).id);
  const edited = await exported('FIGURES', (text) => text.replace(/987\.?654/u, '987655'));
  const changed = await jobs.dryRun(
    'FIGURES',
    edited.map((row) => ({ ...row, reason: 'sửa' })),
  );
  expect(changed).toMatchObject({ newRows: 0, changedRows: 1, unchangedRows: rows.length });
  await jobs.apply(changed.id);
  expect(await held()).toMatchObject([{ value: 987_654 }, { value: 987_655, revision: 2 }]);
});
