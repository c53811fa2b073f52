import { personName } from '../../src/import/register/person-name.ts';
import type { Table, TableValue } from '../../src/spreadsheets/table.ts';
import { writeXlsxTable } from '../../src/spreadsheets/write-xlsx-table.ts';
import type { BulkTeam } from './bulk-teams.ts';

const AFFILIATIONS = ['Đoàn Thanh niên', 'Hội Phụ nữ', 'Công an', 'Giáo viên', 'Cựu chiến binh', null];

/** A roster as an officer would send it: teams by name and commune, one made-up person in each row. */
export const writeBulkRoster = (teams: readonly BulkTeam[], rows: number): Promise<Uint8Array> =>
  writeXlsxTable(rosterOf(teams, rows));

function rosterOf(teams: readonly BulkTeam[], count: number): Table {
  const each = Math.ceil(count / teams.length);
  return {
    name: 'Danh sách thành viên',
    columns: [
      { header: 'STT', type: 'INTEGER' },
      { header: 'Tỉnh/Thành phố', type: 'TEXT' },
      { header: 'Xã/Phường', type: 'TEXT' },
      { header: 'Tên tổ', type: 'TEXT' },
      { header: 'Họ và tên', type: 'TEXT' },
      { header: 'Số điện thoại', type: 'TEXT' },
      { header: 'Vai trò', type: 'TEXT' },
      { header: 'Thành phần', type: 'TEXT' },
      { header: 'Từ ngày', type: 'DATE' },
      { header: 'Ghi chú', type: 'TEXT' },
    ],
    rows: teams.flatMap((team, t) => rowsOf(team, t * each, Math.min(each, count - t * each))),
  };
}

function rowsOf({ name, commune, province }: BulkTeam, before: number, count: number): TableValue[][] {
  const names = new Set<string>();
  for (let draw = 0; names.size < count; draw += 1) names.add(personName('bulk', before, draw));
  return [...names].map((person, n) => {
    const number = before + n + 1;
    return [
      ...[number, province, commune, name, person, phoneOf(number), roleOf(n)],
      AFFILIATIONS[number % AFFILIATIONS.length] ?? null,
      `2026-0${1 + (number % 9)}-0${1 + (number % 8)}`,
      null,
    ];
  });
}

/** As people write them; one in twenty gives none. */
const phoneOf = (number: number) => {
  const digits = `09${String(10_000_000 + number)}`;
  if (number % 20 === 0) return null;
  return number % 3 === 0 ? `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}` : digits;
};

const roleOf = (n: number) => (n === 0 ? 'Tổ trưởng' : n === 1 ? 'Tổ phó' : 'Thành viên');
