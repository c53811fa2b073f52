import type { Paper, PaperTable } from './paper.ts';
import { hasMissing } from './table-grid.ts';

/** The words that stand on every paper, the same in each format. Decree 30/2020/NĐ-CP, annex I, part II. */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const DRAFT_MARK = 'BẢN NHÁP';
export const SIGN_HERE = '(Ký, ghi rõ họ tên)';
export const RECIPIENTS_HEADING = 'Nơi nhận:';

const MISSING_NOTE = 'Dấu “–” là không có số liệu; không có số liệu không phải là 0.';

export function numberLine(paper: Paper): string {
  return `Số: ${paper.number ?? '……/……'}`;
}

/** "Quảng Trị, ngày 05 tháng 01 năm 2026": days below 10 and the months 1 and 2 get a 0, as the decree writes them. */
export function dateLine(paper: Paper): string {
  if (paper.date === null) return `${paper.place}, ngày …… tháng …… năm ……`;
  const [year = '', month = '', day = ''] = paper.date.split('-');
  const shownMonth = Number(month) <= 2 ? month : String(Number(month));
  return `${paper.place}, ngày ${day} tháng ${shownMonth} năm ${year}`;
}

export function unitOfMeasureLine(unit: string): string {
  return `Đơn vị tính: ${unit}`;
}

/** "- Như trên;" … and a full stop after the last. */
export function recipientLines(recipients: readonly string[]): string[] {
  return recipients.map((name, index) => `- ${name}${index === recipients.length - 1 ? '.' : ';'}`);
}

/** The notes below a table, with what a dash means where one is printed. Several are dashed like a list. */
export function noteLines(table: PaperTable): string[] {
  const notes = [...table.notes, ...(hasMissing(table) ? [MISSING_NOTE] : [])];
  if (notes.length === 0) return [];
  return notes.length === 1 ? [`Ghi chú: ${notes[0]}`] : ['Ghi chú:', ...notes.map((note) => `- ${note}`)];
}
