import { formatDate, label, today } from '@cnscd/domain';
import { named } from '../../exports/words.ts';
import type { PaperRow, PaperSection, PaperTable } from '../../papers/paper.ts';
import type { ValueRow } from '../report-rows.ts';
import type { ChildOnPaper } from './children-on-paper.ts';
import type { ReportOnPaper } from './report-facts-on-paper.ts';

/** What goes with a report: who has reported to it, what was corrected, both halves of a merger, what was done with it. */
export function annexesOf(facts: ReportOnPaper): PaperSection[] {
  const annexes = [childrenAnnex(facts), correctionsAnnex(facts), partsAnnex(facts), trailAnnex(facts)];
  return annexes
    .flatMap((annex) => (annex === null ? [] : [annex]))
    .map(({ title, paragraphs, table }, index) => ({
      ...{ heading: `PHỤ LỤC ${index + 1}\n${title}`, paragraphs },
      table: { ...PLAIN, ...table },
    }));
}

interface Annex {
  title: string;
  paragraphs: string[];
  table: Pick<PaperTable, 'columns' | 'rows'> & Partial<PaperTable>;
}

const PLAIN = { unitOfMeasure: null, totals: null, notes: [], isNumbered: true } as const;

function childrenAnnex({ children }: ReportOnPaper): Annex | null {
  if (children.length === 0) return null;
  const rows = GROUPS.flatMap(({ heading, has }): PaperRow[] => {
    const those = children.filter(has);
    return those.length === 0
      ? []
      : [{ heading: `${heading} (${those.length} đơn vị)` }, ...those.map(childRow)];
  });
  return {
    title: 'Tình hình gửi báo cáo của các đơn vị',
    paragraphs: [],
    table: {
      columns: [
        { header: 'Đơn vị', type: 'TEXT', width: 5 },
        { header: 'Hạn gửi', type: 'DATE', width: 3 },
        { header: 'Ngày gửi', type: 'DATE', width: 3 },
        { header: 'Số ngày làm việc chậm', type: 'INTEGER', width: 2 },
        { header: 'Tình trạng', type: 'TEXT', width: 2.4 },
        { header: 'Ghi chú', type: 'TEXT', width: 4 },
      ],
      rows,
    },
  };
}

const isLate = ({ daysLate }: ChildOnPaper) => (daysLate ?? 0) > 0;
const isWaived = ({ standing }: ChildOnPaper) => standing === 'WAIVED';
const isMissing = (child: ChildOnPaper) => child.submittedOn === null && !isWaived(child);

/** Each child is in one of these: what a reader looks for comes first. */
const GROUPS: readonly { heading: string; has: (child: ChildOnPaper) => boolean }[] = [
  { heading: 'Chưa gửi, đã quá hạn', has: (child) => isMissing(child) && isLate(child) },
  { heading: 'Chưa gửi', has: (child) => isMissing(child) && !isLate(child) },
  { heading: 'Gửi chậm', has: (child) => !isMissing(child) && !isWaived(child) && isLate(child) },
  { heading: 'Được miễn', has: isWaived },
  { heading: 'Gửi đúng hạn', has: (child) => !isMissing(child) && !isWaived(child) && !isLate(child) },
];

function childRow(child: ChildOnPaper): PaperRow {
  const { unitName, dueOn, submittedOn, daysLate, standing, waiver, endedOn } = child;
  const remarks = [
    ...(waiver === null ? [] : [waiver]),
    ...(endedOn === null ? [] : [`Đơn vị kết thúc ngày ${formatDate(endedOn, 'vi')}`]),
  ];
  // Whether an approved report was locked in the meantime is nothing to the one above.
  const shown = standing === 'LOCKED' ? 'APPROVED' : standing;
  const days = isWaived(child) ? '' : daysLate;
  return [unitName, dueOn, submittedOn ?? '', days, named('reportStanding', shown), remarks.join('; ')];
}

function correctionsAnnex({ values }: ReportOnPaper): Annex | null {
  const corrected = values.filter(({ isCorrected }) => isCorrected);
  if (corrected.length === 0) return null;
  return {
    title: 'Số liệu sửa tay',
    paragraphs: ['Các số dưới đây được sửa so với số hệ thống đã lấy; số đã lấy vẫn được giữ bên cạnh.'],
    table: {
      columns: [
        { header: 'Chỉ tiêu', type: 'TEXT', width: 5 },
        { header: 'Đơn vị tính', type: 'TEXT', width: 2, align: 'CENTER' },
        { header: 'Số đã lấy', type: 'DECIMAL', width: 2 },
        { header: 'Số sửa', type: 'DECIMAL', width: 2 },
        { header: 'Ngày sửa', type: 'DATE', width: 3 },
        { header: 'Lý do', type: 'TEXT', width: 5 },
      ],
      rows: corrected.map((value) => [
        ...[value.labelVi, label('measureUnit', value.measureUnit, 'vi'), value.value, value.corrected],
        value.correctedAt === null ? '' : dayOf(value.correctedAt),
        value.correctionReason ?? '',
      ]),
    },
  };
}

function partsAnnex({ values, unit }: ReportOnPaper): Annex | null {
  const parted = values.filter(({ parts }) => parts.length > 0);
  if (parted.length === 0) return null;
  return {
    title: 'Số liệu trước và sau khi sắp xếp đơn vị trong kỳ',
    paragraphs: [lineage(parted, unit.fullName)],
    table: {
      columns: [
        { header: 'Đơn vị', type: 'TEXT', width: 5 },
        { header: 'Từ ngày', type: 'DATE', width: 3 },
        { header: 'Đến ngày', type: 'DATE', width: 3 },
        { header: 'Giá trị', type: 'DECIMAL', width: 2 },
        { header: 'Nguồn số liệu', type: 'TEXT', width: 4 },
      ],
      rows: parted.flatMap(({ labelVi, measureUnit, parts, origin }): PaperRow[] => [
        { heading: `${labelVi} (${label('measureUnit', measureUnit, 'vi')})` },
        ...parts.map((part) => [
          ...[part.unitName, part.from, part.to, part.value],
          part.reportId === null ? named('reportOrigin', origin) : 'Báo cáo đã duyệt của đơn vị',
        ]),
      ]),
      notes: [
        'Số phát sinh trong kỳ của các phần cộng lại thành số của kỳ; số tổ, số người tại một thời điểm thì không cộng.',
      ],
      isNumbered: false,
    },
  };
}

/** "Xã A (đến hết ngày 14/08/2026), Xã B (…) sắp xếp thành Xã C từ ngày 15/08/2026." */
function lineage(parted: readonly ValueRow[], unitName: string): string {
  const parts = new Map(parted.flatMap((value) => value.parts).map((part) => [part.unitId, part]));
  const ordered = [...parts.values()].sort((one, other) => one.to.localeCompare(other.to));
  const own = ordered.filter((part) => part.unitName === unitName).at(-1);
  const former = ordered.filter((part) => part !== own);
  const names = former.map(({ unitName: name, to }) => `${name} (đến hết ngày ${formatDate(to, 'vi')})`);
  const since = own === undefined ? '' : ` từ ngày ${formatDate(own.from, 'vi')}`;
  return `${names.join(', ')} được sắp xếp thành ${unitName}${since}.`;
}

function trailAnnex({ steps }: ReportOnPaper): Annex | null {
  if (steps.length === 0) return null;
  return {
    title: 'Quá trình xử lý báo cáo',
    paragraphs: [],
    table: {
      columns: [
        { header: 'Ngày', type: 'DATE', width: 3 },
        { header: 'Việc', type: 'TEXT', width: 2.6 },
        { header: 'Trạng thái sau đó', type: 'TEXT', width: 2.6 },
        { header: 'Lần báo cáo', type: 'INTEGER', width: 1.6, align: 'CENTER' },
        { header: 'Lý do, ghi chú', type: 'TEXT', width: 6 },
      ],
      rows: steps.map(({ at, action, toStatus, edition, reason }) => [
        ...[dayOf(at), named('reportAction', action), named('reportStatus', toStatus)],
        ...[edition, reason ?? ''],
      ]),
    },
  };
}

/** The day of an instant in Việt Nam. */
function dayOf(instant: Date): string {
  return today(new Date(instant));
}
