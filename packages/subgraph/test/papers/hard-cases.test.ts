import readWorkbook, { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../src/papers/draw-paper.ts';
import type { Paper, PaperRow } from '../../src/papers/paper.ts';
import { NO_OFFICE, NO_POPPLER, pagesOfPdf, plain, printedByOffice, wordsOfPdf } from './programs.ts';
import { samplePaper, sampleRows } from './sample-paper.ts';

const textRow = (text: string): PaperRow => [text, 1, 2, 3, '2026-09-30'];
const withRows = (...rows: PaperRow[]) => samplePaper({}, rows);
const rowsOf = async (paper: Paper) => readSheet(Buffer.from(await drawPaper(paper, 'XLSX')));

describe.skipIf(NO_POPPLER)(`in a PDF ${NO_POPPLER ?? ''}`, () => {
  it('a row that is taller than a page loses none of its words', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `chữ${index}`);
    const printed = (await wordsOfPdf(await drawPaper(withRows(textRow(words.join(' '))), 'PDF'))).split(' ');
    expect(words.filter((word) => !printed.includes(word))).toEqual([]);
  });

  it('a word that is wider than its column is broken inside the column', async () => {
    const address = `https://dichvucong.gov.vn/${'khongdau'.repeat(12)}`;
    const printed = await wordsOfPdf(await drawPaper(withRows(textRow(address)), 'PDF'));
    expect(printed.replaceAll(' ', '')).toContain(address);
    expect(printed).not.toContain(address);
  });

  it('rows are not torn apart by the end of a page', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      textRow(`Đầu${index} ${'giữa '.repeat(30)}cuối${index}`),
    );
    const pages = await pagesOfPdf(await drawPaper(withRows(...rows), 'PDF'));
    expect(pages.length).toBeGreaterThan(3);
    const torn = rows.filter((_, index) =>
      pages.some((page) => hasWord(page, `Đầu${index}`) !== hasWord(page, `cuối${index}`)),
    );
    expect(torn).toEqual([]);
  });

  it('a heading among the rows is never the last line of a page', async () => {
    const rows = sampleRows(90).flatMap((row, at) =>
      at % 3 === 0 ? [{ heading: `Tổ số ${at}` }, row] : [row],
    );
    const pages = await pagesOfPdf(await drawPaper(withRows(...rows), 'PDF'));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.filter((page) => page.includes('Tổ số')).length).toBeGreaterThan(3);
    expect(pages.filter((page) => /^Tổ số \d+$/.test(page.trim().split('\n').at(-1)?.trim() ?? ''))).toEqual(
      [],
    );
    // And none of the rows is lost.
    expect(pages.join().match(/98,5%/g)).toHaveLength(rows.filter((row) => Array.isArray(row)).length);
  });

  it('signatures never stand on a page alone: the last row goes with them', async () => {
    const whole = sampleRows(60).map((row) => (Array.isArray(row) ? row.map((cell) => cell ?? 0) : row));
    for (const count of [18, 19, 20, 21, 22, 23]) {
      const paper = withRows(...whole.slice(0, count));
      const [, section] = paper.sections;
      if (section?.table == null) expect.fail('the sample has no table');
      const bare = { ...section, table: { ...section.table, notes: [], totals: null } };
      const pages = (await pagesOfPdf(await drawPaper({ ...paper, sections: [bare] }, 'PDF'))).map(plain);
      expect(pages.at(-1), String(count)).toMatch(/98,5%.*NGƯỜI LẬP BIỂU/);
    }
  });

  it('signatures come before annexes, which begin on pages of their own', async () => {
    const paper = samplePaper({ annexes: [{ heading: 'PHỤ LỤC 1', paragraphs: [], table: null }] });
    const pages = (await pagesOfPdf(await drawPaper(paper, 'PDF'))).map(plain);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('THỦ TRƯỞNG ĐƠN VỊ');
    expect(pages[1]).toMatch(/^2 PHỤ LỤC 1/);
  });

  it('a draft says so on each page, and a paper that is none never', async () => {
    const draft = await pagesOfPdf(await drawPaper(samplePaper({ isDraft: true }, sampleRows(60)), 'PDF'));
    expect(draft.length).toBeGreaterThan(1);
    expect(draft.filter((page) => !page.includes('BẢN NHÁP'))).toEqual([]);
    expect(await wordsOfPdf(await drawPaper(samplePaper(), 'PDF'))).not.toContain('NHÁP');
  });
});

describe('in a workbook', () => {
  it.each(['=HYPERLINK("http://x.vn","Xem")', '+84912345678', '-1+1', '@SUM(A1)', '\t=1+1', '＝1+1'])(
    '%j arrives as the text that it is',
    async (text) => {
      const rows = await rowsOf(withRows(textRow(text)));
      expect(rows.find((row) => row[0] === 1)?.[1]).toBe(text.trim());
    },
  );

  it('each annex has a sheet of its own', async () => {
    const annex = { heading: 'PHỤ LỤC', paragraphs: ['Nội dung'], table: null };
    const bytes = await drawPaper(samplePaper({ annexes: [annex, annex] }), 'XLSX');
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Biểu', 'Phụ lục 1', 'Phụ lục 2']);
  });

  it('a percentage keeps its digits', async () => {
    const rows = await rowsOf(withRows(['Tỷ lệ', 1, 2, 95.22, null], ['Tỷ lệ', 1, 2, 171, null]));
    expect(rows.filter((row) => typeof row[0] === 'number').map((row) => row[4])).toEqual([0.9522, 1.71]);
  });
});

describe.skipIf(NO_OFFICE ?? NO_POPPLER)(`by LibreOffice ${NO_OFFICE ?? NO_POPPLER ?? ''}`, () => {
  it('a row of a document that is taller than a page loses none of its words', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `chữ${index}`);
    const document = await drawPaper(withRows(textRow(words.join(' '))), 'DOCX');
    const printed = (await wordsOfPdf(await printedByOffice(document, 'docx'))).split(' ');
    expect(words.filter((word) => !printed.includes(word))).toEqual([]);
  }, 180_000);

  it.each(['docx', 'xlsx'] as const)(
    'a long table of %s has its header on each page',
    async (format) => {
      const paper = samplePaper({}, sampleRows(120));
      const printed = await printedByOffice(
        await drawPaper(paper, format === 'docx' ? 'DOCX' : 'XLSX'),
        format,
      );
      const pages = await pagesOfPdf(printed);
      expect(pages.length).toBeGreaterThan(2);
      const last = pages.length - 1;
      expect(pages.filter((page, index) => index < last && !plain(page).includes('Chỉ tiêu'))).toEqual([]);
    },
    180_000,
  );
});

function hasWord(page: string, word: string): boolean {
  return plain(page).split(' ').includes(word);
}
