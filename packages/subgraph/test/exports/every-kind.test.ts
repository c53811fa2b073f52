import { EXPORT_KINDS, formatDate, localDate } from '@cnscd/domain';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import type { ExportTable } from '../../src/exports/export-table.ts';
import { NO_OFFICE, NO_POPPLER, plain, printedByOffice, wordsOfPdf } from '../papers/programs.ts';
import { officer, staffedTeams } from '../support/people.ts';
import { addActivity, exportsOfRegister } from './reading.ts';

const { database, contextOf, read } = await exportsOfRegister();
const [team] = await staffedTeams(database, '19597');
await addActivity(database, team?.id ?? '');
const provincial = officer('PROVINCIAL_OFFICER', '44');
// What an officer recorded is told from what a source states by its entry in the audit.
await database.pool.query(
  `insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, after)
   select 'test', 'officer', 'recordMeasurement', 'UnitFigure', f.fact_key, 1, '{}' from reported_figure f
   join admin_unit u on u.id = f.unit_id where u.code = '44' and f.superseded_at is null`,
);

const GIVEN: Readonly<Record<string, Record<string, string>>> = {
  TEAMS: { unitCode: '19597' },
  ROSTER: { unitCode: '19597' },
  ACTIVITIES: { unitCode: '44', period: '2026-11' },
  FIGURES: { unitCode: '44' },
  MEASUREMENTS: { unitCode: '44' },
  BOARD: { unitCode: '44', period: '2026-Q4', breakdown: 'COMMUNE', indicatorCodes: 'TEAMS' },
  OVERVIEW: { unitCode: '45', asOf: '2023-09-30', breakdown: 'DISTRICT' },
};

const headersOf = ({ columns }: ExportTable) =>
  columns.map(({ group, header }) => (group === null ? header : `${group}: ${header}`));

/** What another library makes of a cell of a workbook: a day is a date, a percentage a share, nothing is null. */
function inWorkbook(cell: ExportTable['rows'][number][number], type: string) {
  if (cell === null) return null;
  if (typeof cell === 'number') return type === 'PERCENT' ? expect.closeTo(cell / 100, 12) : cell;
  return type === 'DATE' ? new Date(`${cell}T00:00:00Z`) : cell;
}

function inCsv(cell: ExportTable['rows'][number][number], type: string): string | RegExp {
  if (cell === null) return '';
  if (typeof cell === 'number') return `${String(cell).replace('.', ',')}${type === 'PERCENT' ? '%' : ''}`;
  if (type === 'DATE') return formatDate(localDate(cell), 'vi');
  return /^[\s]*[=+\-@]/.test(cell) ? `'${cell}` : cell;
}

describe.each(EXPORT_KINDS)('the export %s', (kind) => {
  const name = kind.toLowerCase();
  const given = GIVEN[kind] ?? {};
  const bytesOf = async (format: string, options: Record<string, string> = {}) => {
    const file = await exportFile(await contextOf(provincial), {
      name: `${name}.${format}`,
      given: { ...given, ...options },
    });
    return Buffer.from(file.bytes);
  };
  const tableOf = () => read(`${name}.xlsx`, given, { as: provincial });

  it('is read cell by cell from the XLSX and the CSV by other libraries', async () => {
    const table = await tableOf();
    expect(table.rows.length).toBeGreaterThan(0);
    const [head, ...rows] = await readSheet(await bytesOf('xlsx'));
    expect(head).toEqual(headersOf(table));
    expect(rows).toEqual(
      table.rows.map((row) => row.map((cell, at) => inWorkbook(cell, table.columns[at]?.type ?? ''))),
    );
    const [headings, ...lines] = parse(await bytesOf('csv'), { bom: true, delimiter: ';' }) as string[][];
    expect(headings).toEqual(headersOf(table));
    expect(lines).toEqual(
      table.rows.map((row) => row.map((cell, at) => inCsv(cell, table.columns[at]?.type ?? ''))),
    );
  });

  it.skipIf(NO_OFFICE ?? NO_POPPLER)(
    'is printed with its title, place, time, headings and signatures as PDF, DOCX and XLSX',
    { timeout: 120_000 },
    async () => {
      const table = await tableOf();
      const words = [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        table.title.toLocaleUpperCase('vi'),
        table.place,
        table.time,
        'NGƯỜI LẬP BIỂU',
        'THỦ TRƯỞNG ĐƠN VỊ',
        ...(table.totals === null ? [] : ['Tổng cộng']),
        ...(table.measureUnit === null ? [] : [`Đơn vị tính: ${table.measureUnit}`]),
      ];
      const printed = {
        pdf: await bytesOf('pdf'),
        docx: await printedByOffice(await bytesOf('docx'), 'docx'),
        xlsx: await printedByOffice(await bytesOf('xlsx', { layout: 'PAPER' }), 'xlsx'),
      };
      for (const [format, bytes] of Object.entries(printed)) {
        const text = plain(await wordsOfPdf(bytes));
        expect(
          words.filter((word) => !text.includes(word)),
          format,
        ).toEqual([]);
      }
    },
  );
});
