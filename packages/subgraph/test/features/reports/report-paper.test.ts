import { afterEach, describe, expect, it } from 'vitest';
import { drawPaper } from '../../../src/papers/draw-paper.ts';
import type { Paper, PaperTable } from '../../../src/papers/paper.ts';
import { readReportOnPaper } from '../../../src/reports/paper/report-facts-on-paper.ts';
import { paperOfReport } from '../../../src/reports/paper/report-paper.ts';
import { requireReportSeen } from '../../../src/reports/report-access.ts';
import { NO_POPPLER, wordsOfPdf } from '../../papers/programs.ts';
import { officer } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';
import { reportWrites } from './report-writes.ts';
import { addActivity, addTeam, makeReportingCountry } from './reporting-country.ts';

/** A quarter of a province: one commune in time, one late, one waived, and one that was made of two in August. */
let now = '2026-09-20T03:00:00Z';
const { run, database, subgraph, logged } = await testSubgraph('empty', () => now);
afterEach(() => {
  for (const entry of logged.splice(0)) console.error(entry);
});
const on = (day: string) => {
  now = `${day}T03:00:00Z`;
};
await makeReportingCountry(database);
const places = ['00001', '00002', '00003', '00004'] as const;
const teams = new Map(
  await Promise.all(places.map(async (unit) => [unit, (await addTeam(database, unit)).id] as const)),
);
const act = (unit: string, day: string, counts: readonly [number, number]) =>
  addActivity(database, teams.get(unit as '00001') ?? '', day, counts);
await act('00001', '2026-09-30', [4, 4]);
await act('00002', '2026-07-20', [20, 10]);
await act('00002', '2026-09-01', [5, 5]);
await act('00003', '2026-08-14', [7, 7]);
await act('00001', '2026-06-10', [15862, 15862]);

const ASSISTED = 'Số lượt người được hỗ trợ trực tiếp';
const SUCCEEDED = 'Số lượt người làm được';
const about = { templateCode: 'TEAM_ACTIVITY', period: '2026-Q3' };
const nation = officer('ADMINISTRATOR', 'VN');
const province = officer('PROVINCIAL_OFFICER', '01');
const commune = (code: string) => officer('COMMUNE_OFFICER', code);
const writes = reportWrites(run);
const merger = sendWrites(run, { Merger: 'id' });
const target = sendWrites(run, { Target: 'code version' });

type Person = typeof nation;

async function carry(
  id: string,
  [filler, approver]: readonly [Person, Person],
  reason = 'Chưa có số đo',
): Promise<void> {
  const { version } = await writes.read(filler, id);
  const submitted = await writes.submitReport(filler, { id, expectedVersion: version, reason });
  expect(submitted).toMatchObject({ status: 'SUBMITTED' });
  const approved = await writes.approveReport(approver, { id, expectedVersion: submitted.version });
  expect(approved).toMatchObject({ status: 'APPROVED' });
}

async function paperAs(as: Person, id: string, edition: number | null = null): Promise<Paper> {
  const ctx = await subgraph.contextOf();
  ctx.credential = { kind: 'VERIFIED', claims: as };
  return paperOfReport(await readReportOnPaper(ctx, await requireReportSeen(ctx, id), edition));
}

const rowOf = (table: PaperTable | null | undefined, label: string) =>
  table?.rows.find((row) => Array.isArray(row) && row[0] === label);
const annexOf = (paper: Paper, title: string) =>
  paper.annexes?.find(({ heading }) => heading?.includes(title));
const headingsOf = (table: PaperTable | null | undefined) =>
  table?.rows.flatMap((row) => ('heading' in row ? [row.heading] : []));

describe('the paper of a report', () => {
  const ids: Record<string, string> = {};

  it('is a draft while its values can change, with the period before as it was locked', async () => {
    const one = commune('00001');
    on('2026-07-02');
    const before = await writes.openReport(one, { ...about, period: '2026-Q2', unitCode: '00001' });
    await carry(before.id, [one, province]);
    const { version } = await writes.read(one, before.id);
    expect(await writes.lockReport(province, { id: before.id, expectedVersion: version })).toMatchObject({
      status: 'LOCKED',
    });

    on('2026-10-02');
    const opened = await writes.openReport(one, { ...about, unitCode: '00001' });
    ids['00001'] = opened.id;
    const paper = await paperAs(one, opened.id);
    expect(paper).toMatchObject({
      ...{ isDraft: true, number: null, date: null, title: 'BÁO CÁO' },
      subtitles: ['Kết quả hoạt động của tổ công nghệ số cộng đồng', 'Quý III/2026'],
      signatures: [{ role: 'NGƯỜI LẬP BIỂU' }, { role: 'THỦ TRƯỞNG ĐƠN VỊ' }],
    });
    const { table } = paper.sections[0] ?? {};
    expect(headingsOf(table)).toEqual([
      ...['I. Tổ chức', 'II. Hoạt động', 'III. Nội dung hỗ trợ người dân', 'IV. Kết quả trên địa bàn'],
    ]);
    expect(rowOf(table, ASSISTED)).toEqual([...[ASSISTED, 'người', 15862, 4, 'Tính từ hoạt động']]);
    // What nobody measured is no value.
    expect(
      table?.rows.some((row) => Array.isArray(row) && row[4] === 'Số đo, số báo cáo' && row[3] === null),
    ).toBe(true);
    expect(annexOf(paper, 'Tình hình gửi báo cáo')).toBeUndefined();
    await carry(opened.id, [one, province]);
    expect((await paperAs(one, opened.id)).isDraft).toBe(false);
  });

  it('shows both halves of a merger, and what was corrected with its reason', async () => {
    on('2026-09-20');
    await merger('mergeUnits')(nation, {
      ...{ fromUnits: [{ code: '00002' }, { code: '00003' }], code: '00005', name: 'Mới', kind: 'XA' },
      ...{ effectiveOn: '2026-08-15', source: { title: 'Nghị quyết sáp nhập' } },
    });
    on('2026-10-02');
    const five = commune('00005');
    const opened = await writes.openReport(five, { ...about, unitCode: '00005' });
    ids['00005'] = opened.id;
    await writes.correctReportValue(five, {
      ...{ id: opened.id, code: 'SUCCEEDED', value: 23, reason: 'Một người ghi sổ giấy', expectedVersion: 1 },
    });
    const paper = await paperAs(five, opened.id);
    const parts = annexOf(paper, 'trước và sau khi sắp xếp');
    expect(parts?.paragraphs[0]).toMatch(
      /00002 \(đến hết ngày 14\/08\/2026\), .*00003 .* được sắp xếp thành Xã Mới từ ngày 15\/08\/2026\./,
    );
    const assisted =
      parts?.table?.rows.findIndex((row) => 'heading' in row && row.heading === `${ASSISTED} (người)`) ?? -1;
    expect(parts?.table?.rows.slice(assisted + 1, assisted + 4)).toEqual([
      [expect.stringContaining('00002'), '2026-07-01', '2026-08-14', 20, 'Tính từ hoạt động'],
      [expect.stringContaining('00003'), '2026-07-01', '2026-08-14', 7, 'Tính từ hoạt động'],
      ['Xã Mới', '2026-08-15', '2026-09-30', 5, 'Tính từ hoạt động'],
    ]);
    expect(annexOf(paper, 'sửa tay')?.table?.rows).toEqual([
      [SUCCEEDED, 'người', 22, 23, '2026-10-02', 'Một người ghi sổ giấy'],
    ]);
    expect(rowOf(paper.sections[0]?.table, SUCCEEDED)).toContain('Sửa tay');
    // Behind its day, which was the fifth of October.
    on('2026-10-08');
    await carry(opened.id, [five, province]);
  });

  it('says who was late, who was waived and why, and what it was to reach', async () => {
    await writes.waiveReport(province, { ...about, unitCode: '00004', reason: 'Xã bị ngập' });
    const set = await target('setTarget')(province, {
      ...{
        indicatorCode: 'ASSISTED',
        unitCode: '01',
        period: '2026-Q3',
        comparator: 'AT_LEAST',
        value: 1200,
      },
      ...{ reason: 'Giao bổ sung', source: { title: 'Kế hoạch quý' }, statement: 'Ít nhất 1.200 người' },
    });
    expect(set).toMatchObject({ __typename: 'Target' });
    const opened = await writes.openReport(province, { ...about, unitCode: '01' });
    ids['01'] = opened.id;
    const paper = await paperAs(province, opened.id);
    expect(rowOf(paper.sections[0]?.table, ASSISTED)).toEqual([
      ...[ASSISTED, 'người', 1200, null, 36, 'Tổng hợp từ cấp dưới'],
    ]);
    const progress = annexOf(paper, 'Tình hình gửi báo cáo')?.table;
    expect(headingsOf(progress)).toEqual([
      'Gửi chậm (1 đơn vị)',
      'Được miễn (1 đơn vị)',
      'Gửi đúng hạn (1 đơn vị)',
    ]);
    expect(rowOf(progress, 'Xã Mới')).toMatchObject([
      'Xã Mới',
      '2026-10-05',
      '2026-10-08',
      3,
      'Đã duyệt',
      '',
    ]);
    expect(progress?.rows).toContainEqual([
      expect.stringContaining('00004'),
      '2026-10-05',
      '',
      '',
      'Được miễn',
      'Xã bị ngập',
    ]);
    await carry(opened.id, [province, nation]);
  });

  it('prints what was locked, whatever happens to the register, the targets and the units afterwards', async () => {
    const id = ids['01'] ?? '';
    const { version } = await writes.read(province, id);
    expect(await writes.lockReport(nation, { id, expectedVersion: version })).toMatchObject({
      status: 'LOCKED',
    });
    const locked = await paperAs(province, id);
    expect(locked).toMatchObject({ isDraft: false, date: '2026-10-08' });
    expect(locked.sections[0]?.table?.notes.at(-1)).toMatch(
      /^Số liệu khóa ngày 08\/10\/2026; mã kiểm tra \(sha256\): [0-9a-f]{64}\.$/,
    );

    on('2026-11-20');
    await database.pool.query(`update activity_outcome set assisted = 99, succeeded = 1`);
    await database.pool.query(`update indicator set name_vi = 'Tên khác' where code = 'ASSISTED'`);
    await target('setTarget')(province, {
      ...{
        indicatorCode: 'ASSISTED',
        unitCode: '01',
        period: '2026-Q3',
        comparator: 'AT_LEAST',
        value: 5,
        expectedVersion: 1,
      },
      ...{ reason: 'Giảm', source: { title: 'Kế hoạch khác' }, statement: 'Ít nhất 5 người' },
    });
    const merged = await merger('mergeUnits')(nation, {
      ...{ fromUnits: [{ code: '00001' }, { code: '00004' }], code: '00006', name: 'Sau', kind: 'XA' },
      ...{ effectiveOn: '2026-09-15', source: { title: 'Nghị quyết khác' } },
    });
    expect(merged.__typename).toBe('Merger');
    expect(await paperAs(province, id)).toEqual(locked);

    const { version: later } = await writes.read(nation, id);
    await writes.reopenReport(nation, { id, expectedVersion: later, reason: 'Xem lại' });
    const reopened = await paperAs(province, id);
    expect(reopened).toMatchObject({
      isDraft: true,
      date: null,
      subtitles: [expect.anything(), 'Quý III/2026 (lần 2)'],
    });
    expect(annexOf(reopened, 'Quá trình xử lý')?.table?.rows.at(-1)).toEqual([
      '2026-11-20',
      'Mở lại',
      'Nháp',
      2,
      'Xem lại',
    ]);
    expect(await paperAs(province, id, 1)).toEqual(locked);
    await expect(paperAs(province, id, 3)).rejects.toMatchObject({
      code: 'REPORT_NOT_FOUND',
      field: 'edition',
    });
  });

  it.skipIf(NO_POPPLER)(`is found word by word in the PDF ${NO_POPPLER ?? ''}`, async () => {
    const words = await wordsOfPdf(await drawPaper(await paperAs(province, ids['01'] ?? '', 1), 'PDF'));
    const sentences = [
      'BÁO CÁO Kết quả hoạt động của tổ công nghệ số cộng đồng Quý III/2026',
      'PHỤ LỤC 1 Tình hình gửi báo cáo của các đơn vị',
      'Gửi chậm (1 đơn vị)',
      'Xã bị ngập',
      'Tổng hợp từ cấp dưới',
      'Quá trình xử lý báo cáo',
      'Dấu “–” là không có số liệu; không có số liệu không phải là 0.',
    ];
    expect(sentences.filter((sentence) => !words.includes(sentence))).toEqual([]);
  });
});
