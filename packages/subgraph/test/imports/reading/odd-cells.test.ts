import { describe, expect, it } from 'vitest';
import { styled } from '../../spreadsheets/support/rows-xml.ts';
import { issueList, readBytes, readTable, valuesOf } from './support/read-table.ts';

// One oddity of officers' files after the other: what it must become, and what must be said about it.

const NAME = 'Nguyễn Thị Ánh';
const withValue = (heading: string, value: Parameters<typeof readTable>[1][number][number]) =>
  readTable('ROSTER', [
    ['Họ và tên', heading],
    [NAME, value],
  ]);

describe('phones', () => {
  it.each([
    ['a number without its zero', 912345678, ['+84912345678']],
    ['a number with 84', 84912345678, ['+84912345678']],
    ['+84 with dots', '+84 912.345.678', ['+84912345678']],
    ['0 with spaces', '0912 345 678', ['+84912345678']],
    ['an apostrophe before it', "'0912345678", ['+84912345678']],
    ['one that an export has masked', '•••• ••• 678', null],
  ])('%s', async (_what, written, phones) => {
    const read = await withValue('SĐT', written);
    expect(valuesOf(read)).toEqual([{ fullName: NAME, phones }]);
    expect(issueList(read)).toEqual([]);
  });

  it('two in one cell: both, and a warning', async () => {
    const read = await withValue('Số ĐT', '0912345678; 0987 654 321');
    expect(valuesOf(read)[0]?.['phones']).toEqual(['+84912345678', '+84987654321']);
    expect(read.records[0]?.issues).toEqual([
      {
        ...{
          code: 'PHONE_SEVERAL',
          severity: 'WARNING',
          sheet: 'Danh sách',
          row: 2,
          cell: 'B2',
          field: 'phones',
          value: null,
        },
        messages: {
          vi: '“Số ĐT”: ô có 2 số điện thoại, chỉ lấy số đầu tiên',
          en: '“Số ĐT”: the cell has 2 phone numbers, only the first is taken',
        },
      },
    ]);
  });

  it('two columns of phones are read as one', async () => {
    const read = await readTable('ROSTER', [
      ['Họ tên', 'SĐT', 'Zalo'],
      [NAME, 912345678, '0987654321'],
    ]);
    expect(valuesOf(read)[0]?.['phones']).toEqual(['+84912345678', '+84987654321']);
  });

  it('an old number of 11 digits: renumbered, with a warning', async () => {
    const read = await withValue('Điện thoại', '0163 234 5678');
    expect(valuesOf(read)[0]?.['phones']).toEqual(['+84332345678']);
    expect(issueList(read)).toEqual(['PHONE_RENUMBERED B2']);
  });

  it.each(['0203 3825 123', '02033825123', 'abc123', 12345])(
    '%s: no mobile number, not repeated',
    async (written) => {
      const read = await withValue('SĐT', written);
      expect(valuesOf(read)[0]?.['phones']).toBeNull();
      expect(issueList(read)).toEqual(['PHONE_INVALID B2']);
      expect(JSON.stringify(read)).not.toContain(String(written));
    },
  );
});

describe('days', () => {
  it.each([
    ['dd/mm text', '01/02/2024', '2024-02-01'],
    ['a serial with its format', styled(45_323, 'day'), '2024-02-01'],
    ['a serial that lost its format', 45_323, '2024-02-01'],
    ['a serial with a time', styled(45_323.5, 'dayTime'), '2024-02-01'],
  ])('%s', async (_what, written, day) => {
    const read = await withValue('Ngày tham gia', written);
    expect([valuesOf(read)[0]?.['from'], issueList(read)]).toEqual([day, []]);
  });

  it('a serial of the 1904 system', async () => {
    const read = await readTable(
      'ROSTER',
      [
        ['Họ tên', 'Từ ngày'],
        [NAME, styled(43_861, 'day')],
      ],
      { book: { date1904: true } },
    );
    expect(valuesOf(read)[0]?.['from']).toBe('2024-02-01');
  });

  it.each([
    ['2/2024', 'DATE_INCOMPLETE'],
    ['2024', 'DATE_INCOMPLETE'],
    [2024, 'DATE_INCOMPLETE'],
    [styled(45_323, 'month'), 'DATE_INCOMPLETE'],
    ['1-2-24', 'DATE_AMBIGUOUS'],
    ['03/25/2024', 'DATE_INVALID'],
    ['45323', 'DATE_INVALID'],
    ['đầu năm', 'DATE_INVALID'],
    ['01/02/1990', 'DATE_OUT_OF_RANGE'],
    ['01/02/2204', 'DATE_INVALID'],
  ])('%j is not guessed: %s', async (written, code) => {
    const read = await withValue('Ngày tham gia', written);
    expect(valuesOf(read)[0]?.['from']).toBeNull();
    expect(issueList(read)).toEqual([`${code} B2`]);
  });
});

describe('text', () => {
  it('in NFD is the same as in NFC', async () => {
    const read = await readTable('ROSTER', [
      ['Họ và tên'.normalize('NFD'), 'Thôn'],
      [NAME.normalize('NFD'), 'Đắk Lắk'.normalize('NFD')],
    ]);
    expect(valuesOf(read)).toEqual([{ fullName: NAME, village: 'Đắk Lắk' }]);
  });

  it('keeps đ, the place of the tone and i or y as they are written', async () => {
    const read = await readTable('ROSTER', [
      ['Họ và tên', 'Xã'],
      ['Lý Thị Hoà', 'Ðak Lắk'],
      ['Lí Thị Hòa', 'Đak Lak'],
    ]);
    expect(valuesOf(read)).toEqual([
      { fullName: 'Lý Thị Hoà', commune: 'Đak Lắk' },
      { fullName: 'Lí Thị Hòa', commune: 'Đak Lak' },
    ]);
  });

  it('with blanks, no-break spaces and invisible marks around it', async () => {
    const read = await readTable('ROSTER', [
      ['Họ và tên ', 'Thôn'],
      [`\u00A0 Nguyễn   Thị\u200B Ánh\n`, '\u202A Đông \u202C'],
    ]);
    expect(valuesOf(read)).toEqual([{ fullName: NAME, village: 'Đông' }]);
  });

  it.each([
    ['by its font', styled('NguyÔn ThÞ ¸nh', 'tcvn3'), 'Nguyễn Thị ánh', 'TCVN3'],
    ['by its characters', 'NguyÔn ThÞ ¸nh', 'Nguyễn Thị ánh', 'TCVN3'],
    ['of capitals, by its font', styled('nguyÔn thÞ ¸nh', 'tcvn3Capitals'), NAME.toUpperCase(), 'TCVN3'],
    ['VNI by its font', styled('Nguyeãn Thò AÙnh', 'vni'), NAME, 'VNI'],
    ['VNI by its characters', 'Nguyeãn Thò AÙnh', NAME, 'VNI'],
  ])('from before Unicode, %s: converted, with a warning', async (_what, written, name, font) => {
    const read = await readTable('ROSTER', [
      ['Hä vµ tªn', 'Thôn'],
      [written, 'Đông'],
    ]);
    expect(valuesOf(read)).toEqual([{ fullName: name, village: 'Đông' }]);
    expect(issueList(read)).toEqual(['LEGACY_FONT A2']);
    expect(read.records[0]?.issues[0]?.messages.vi).toContain(`bảng mã ${font} đã được đổi sang Unicode`);
  });

  it('that was typed anew under an old font is left alone', async () => {
    const read = await readTable('ROSTER', [
      ['Họ và tên', 'Thôn'],
      [styled(NAME, 'tcvn3'), styled('Dong', 'vni')],
    ]);
    expect([valuesOf(read), issueList(read)]).toEqual([[{ fullName: NAME, village: 'Dong' }], []]);
  });
});

describe('CSV', () => {
  const rows = [
    ['Họ và tên', 'SĐT', 'Thôn'],
    [NAME, '0912345678', 'Đông, Tây'],
  ];
  const quoted = (delimiter: string) =>
    rows
      .map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
      .join('\r\n');
  const expected = [{ fullName: NAME, phones: ['+84912345678'], village: 'Đông, Tây' }];

  it.each([
    ['UTF-8 with its mark and semicolons', Buffer.from(`\uFEFF${quoted(';')}`)],
    ['UTF-8 without a mark and with commas', Buffer.from(quoted(','))],
    ['UTF-8 with tabs', Buffer.from(quoted('\t'))],
    ['UTF-8 in NFD', Buffer.from(quoted(';').normalize('NFD'))],
    ['UTF-16, as "Unicode text" of Excel is', Buffer.from(`\uFEFF${quoted('\t')}`, 'utf16le')],
    ['a first line that names the delimiter', Buffer.from(`\uFEFFsep=;\r\n${quoted(';')}`)],
  ])('in %s', async (_what, bytes) => {
    expect(valuesOf(await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.csv' }))).toEqual(expected);
  });

  it('in windows-1258, where marks follow their letters', async () => {
    // "Họ và tên;Thôn" and "Lê Hà;Đông": ọ is o and a mark (F2), đ is F0, Đ is D0.
    const bytes = Buffer.concat([
      Buffer.from([
        0x48, 0x6f, 0xf2, 0x20, 0x76, 0xe0, 0x20, 0x74, 0xea, 0x6e, 0x3b, 0x54, 0x68, 0xf4, 0x6e, 0x0a,
      ]),
      Buffer.from([0x4c, 0xea, 0x20, 0x48, 0xe0, 0x3b, 0xd0, 0xf4, 0x6e, 0x67, 0x0a]),
    ]);
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.csv' });
    expect(valuesOf(read)).toEqual([{ fullName: 'Lê Hà', village: 'Đông' }]);
  });

  it('in TCVN3 as an old program saved it', async () => {
    const bytes = Buffer.from(
      'Hä vµ tªn;SĐT\nNguyÔn ThÞ ¸nh;0912345678\n'.replace('SĐT', 'Di ®éng'),
      'latin1',
    );
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.csv' });
    expect(valuesOf(read)).toEqual([{ fullName: 'Nguyễn Thị ánh', phones: ['+84912345678'] }]);
    expect(issueList(read)).toEqual(['LEGACY_FONT A2']);
  });

  it('in TCVN3 also where a word alone would be one of VNI', async () => {
    const bytes = Buffer.from('Hä vµ tªn;Tæ\nNguyÔn ThÞ ¸nh;Tæ 1\n', 'latin1');
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.csv' });
    expect(valuesOf(read)).toEqual([{ fullName: 'Nguyễn Thị ánh', teamName: 'Tổ 1' }]);
  });

  it('counts rows as a spreadsheet does, with line breaks in cells', async () => {
    const text = 'Họ và tên;Ghi chú\n"Lê Hà";"hai\ndòng"\n;\nTrần Bình;x\n';
    const read = await readBytes(Buffer.from(text), { kind: 'ROSTER', fileName: 'a.csv' });
    expect(read.records.map(({ row, values }) => [row, values['note']])).toEqual([
      [2, 'hai\ndòng'],
      [4, 'x'],
    ]);
  });
});

describe('what must never be stored', () => {
  it.each([
    ['Ghi chú', 'CCCD 045090001234', 'số giống số căn cước'],
    ['Thôn', 'Đông 045090001234', 'số giống số căn cước'],
    ['Vai trò', 'Tổ trưởng 045 090 001 234', 'số giống số căn cước'],
    ['Từ ngày', '045090001234', 'số giống số căn cước'],
    ['Mã tổ', 'mk: Abc@1234', 'mật khẩu'],
    ['Chức vụ', 'Bí thư, mật khẩu 991122', 'mật khẩu'],
    ['Ghi chú', 'gọi 0912345678', 'số điện thoại ngoài cột'],
  ])('in the column %j: %j is an error that does not repeat it', async (heading, written, what) => {
    const read = await withValue(heading, written);
    const isPhone = written.includes('0912');
    expect(issueList(read)).toEqual([...(isPhone ? [] : ['FILE_CLEARED -']), 'TEXT_SENSITIVE B2']);
    expect(read.records[0]?.issues[0]?.messages.vi).toContain(what);
    expect(JSON.stringify({ ...read, columns: [] })).not.toMatch(/045|1234|991122|0912/u);
  });
});

describe('a cell of a megabyte', () => {
  it.each([
    ['brackets', '('],
    ['digits', '1'],
    ['dots after a day', 'ngày ...'],
    ['commas', 'a,'],
  ])('of %s is refused in no time, in a column of any kind', async (_what, piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    const begin = process.cpuUsage();
    for (const heading of ['SĐT', 'Vai trò', 'Từ ngày', 'Thôn', 'Ghi chú', 'Nòng cốt', text]) {
      const read = await withValue(heading, text);
      expect(issueList(read)).toEqual([heading === text ? 'COLUMN_UNKNOWN B1' : 'TEXT_INVALID B2']);
    }
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
