import { label } from '@cnscd/domain';
import type { Paper, PaperTable } from '../../papers/paper.ts';
import type { Table } from '../../spreadsheets/table.ts';
import type { ProcessingRecord } from './processing-record.ts';

const ACTIVITY_HEADERS = [
  'Hoạt động xử lý',
  'Mục đích',
  'Căn cứ',
  'Chủ thể dữ liệu',
  'Loại dữ liệu',
  'Bên nhận',
  'Biện pháp bảo vệ',
  'Lưu giữ',
  'Đã đối chiếu luật',
];
const RULE_HEADERS = ['Dữ liệu', 'Số ngày', 'Tính từ', 'Căn cứ', 'Đã đối chiếu luật'];

const listed = (texts: readonly string[]) => texts.join('; ');
const yesNo = (isSo: boolean) => (isSo ? 'Có' : 'Chưa');

const activityCells = ({ activities }: ProcessingRecord): string[][] =>
  activities.map((activity) => [
    ...[activity.nameVi, activity.purposeVi, label('legalBasis', activity.basis)],
    ...[listed(activity.peopleCategories), listed(activity.dataCategories), listed(activity.recipients)],
    listed(activity.safeguards),
    listed(activity.retained.map((data) => label('retainedData', data))),
    yesNo(activity.isVerified),
  ]);

const ruleCells = ({ retentionRules }: ProcessingRecord): (string | number)[][] =>
  retentionRules.map(({ data, days, countedVi, basis, isVerified }) => [
    ...[label('retainedData', data), days, countedVi, basis, yesNo(isVerified)],
  ]);

/** The record of processing as two sheets. */
export const recordSheets = (record: ProcessingRecord): Table[] => [
  {
    name: 'Hoạt động xử lý',
    columns: ACTIVITY_HEADERS.map((header) => ({ header, type: 'TEXT', widthCharacters: 30 })),
    rows: activityCells(record),
  },
  {
    name: 'Thời hạn lưu giữ',
    columns: RULE_HEADERS.map((header, index) => ({
      header,
      type: index === 1 ? 'INTEGER' : 'TEXT',
      widthCharacters: 30,
    })),
    rows: ruleCells(record),
  },
];

/** The record of processing as an annex to the impact dossier: what is not verified says so. */
export const recordPaper = (record: ProcessingRecord, unit: string): Paper => ({
  ...{
    issuer: { parent: null, unit },
    number: null,
    place: '',
    date: null,
    title: 'Hồ sơ hoạt động xử lý dữ liệu cá nhân',
  },
  subtitles: ['Sổ đăng ký tổ công nghệ số cộng đồng', `Tại ngày ${inVietnamese(record.asOf)}`],
  ...{ orientation: 'LANDSCAPE', isDraft: false, recipients: [] },
  sections: [
    {
      heading: 'I. Hoạt động xử lý',
      paragraphs: [UNVERIFIED],
      table: tableOf(ACTIVITY_HEADERS, activityCells(record)),
    },
    { heading: 'II. Thời hạn lưu giữ', paragraphs: [], table: tableOf(RULE_HEADERS, ruleCells(record)) },
  ],
  signatures: [
    { role: 'NGƯỜI LẬP HỒ SƠ', name: null },
    { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: null },
  ],
});

const UNVERIFIED =
  'Mục ghi "Chưa" ở cột cuối là giá trị cấu hình, chưa đối chiếu nguyên văn luật; cần người có chuyên môn pháp lý xác nhận.';

const inVietnamese = (day: string) => day.split('-').reverse().join('/');

const tableOf = (headers: readonly string[], rows: readonly (string | number)[][]): PaperTable => ({
  ...{ unitOfMeasure: null, totals: null, notes: [], isNumbered: true, rows },
  columns: headers.map((header) => ({
    header,
    type: header === 'Số ngày' ? 'INTEGER' : 'TEXT',
    width: header === 'Số ngày' ? 1 : 2,
  })),
});
