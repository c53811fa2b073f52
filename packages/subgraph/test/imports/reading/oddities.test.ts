import { describe, expect, it } from 'vitest';
import { rowsXml, STYLES, styled } from '../../spreadsheets/support/rows-xml.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
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

  it('counts rows as a spreadsheet does, with line breaks in cells', async () => {
    const text = 'Họ và tên;Ghi chú\n"Lê Hà";"hai\ndòng"\n;\nTrần Bình;x\n';
    const read = await readBytes(Buffer.from(text), { kind: 'ROSTER', fileName: 'a.csv' });
    expect(read.records.map(({ row, values }) => [row, values['note']])).toEqual([
      [2, 'hai\ndòng'],
      [4, 'x'],
    ]);
  });
});

describe('tables as officers draw them', () => {
  it('below merged titles, with a number column, groups, blank rows, totals and signatures', async () => {
    const read = await readTable(
      'ROSTER',
      [
        ['UBND XÃ HẢI LĂNG', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG'],
        [],
        ['STT', 'Họ và tên', 'Số\nđiện thoại', 'Nhiệm vụ'],
        ['(1)', '(2)', '(3)', '(4)'],
        ['I', 'Tổ CNSCĐ thôn Đông'],
        [1, 'Nguyễn Thị Ánh', 912345678, 'Tổ trưởng'],
        [2, 'Tống Văn Bình', null, 'Tổ phó'],
        [],
        ['II', 'Tổ CNSCĐ thôn Tây'],
        [3, 'Cộng Thị Cúc', null, 'Thành viên'],
        ['STT', 'Họ và tên', 'Số\nđiện thoại', 'Nhiệm vụ'],
        [4, 'Lê Dung', null, 'TV'],
        [5],
        ['Tổng cộng: 4 người'],
        [null, null, null, 'Hải Lăng, ngày 05 tháng 3 năm 2026'],
        [null, 'Người lập biểu', null, 'CHỦ TỊCH'],
        [null, '(Ký, ghi rõ họ tên)'],
        [null, 'Phạm Văn Lập', null, 'Hoàng Chủ'],
      ],
      { merged: ['A1:C1', 'A2:D2', 'B6:D6', 'A15:D15'] },
    );
    expect(
      read.records.map(({ row, values }) => [row, values['fullName'], values['teamName'], values['role']]),
    ).toEqual([
      [7, 'Nguyễn Thị Ánh', 'Tổ CNSCĐ thôn Đông', 'LEADER'],
      [8, 'Tống Văn Bình', 'Tổ CNSCĐ thôn Đông', 'DEPUTY'],
      [11, 'Cộng Thị Cúc', 'Tổ CNSCĐ thôn Tây', 'MEMBER'],
      [13, 'Lê Dung', 'Tổ CNSCĐ thôn Tây', 'MEMBER'],
    ]);
    expect(issueList(read)).toEqual([]);
    expect(read.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      ...['1 TITLE', '2 TITLE', '5 NUMBERING', '6 GROUP', '10 GROUP', '12 HEADER', '15 TOTAL'],
      ...['16 SIGNATURE', '17 SIGNATURE', '18 SIGNATURE', '19 SIGNATURE'],
    ]);
  });

  it('with headings in two rows and merged cells', async () => {
    const read = await readTable(
      'ACTIVITIES',
      [
        ['TT', 'Tên hoạt động', 'Ngày', 'Nội dung', 'Số người', null, null],
        [null, null, null, null, 'được tiếp cận', 'được hỗ trợ', 'làm được'],
        [1, 'Ra quân', '05/03/2026', 'VNeID', 40, 30, 25],
      ],
      { merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1'] },
    );
    expect(read.columns.map(({ header, field }) => [header, field])).toEqual([
      ['TT', null],
      ['Tên hoạt động', 'title'],
      ['Ngày', 'date'],
      ['Nội dung', 'topics'],
      ['Số người / được tiếp cận', 'reached'],
      ['Số người / được hỗ trợ', 'assisted'],
      ['Số người / làm được', 'succeeded'],
    ]);
    expect(valuesOf(read)).toEqual([
      {
        title: 'Ra quân',
        date: '2026-03-05',
        outcomes: [{ topic: 'E_ID', reached: 40, assisted: 30, succeeded: 25 }],
      },
    ]);
  });

  it('with headings in two rows of a CSV, which has no merged cells', async () => {
    const text = 'TT;Họ và tên;Địa chỉ;;SĐT\n;;Thôn;Xã;\n1;Lê Hà;Đông;Hải Lăng;0912345678\n';
    const read = await readBytes(Buffer.from(text), { kind: 'ROSTER', fileName: 'a.csv' });
    expect(valuesOf(read)).toEqual([
      { fullName: 'Lê Hà', village: 'Đông', commune: 'Hải Lăng', phones: ['+84912345678'] },
    ]);
    expect(read.columns[2]?.header).toBe('Địa chỉ / Thôn');
  });

  it('with a team merged over its members', async () => {
    const read = await readTable(
      'ROSTER',
      [
        ['Tổ', 'Họ và tên'],
        ['Tổ thôn Đông', 'Lê Hà'],
        [null, 'Trần Bình'],
        [null, 'Lý An'],
        ['Tổ thôn Tây', 'Võ Cẩm'],
        [null, 'Đỗ Em'],
      ],
      { merged: ['A2:A4'] },
    );
    expect(read.records.map(({ values }) => values['teamName'])).toEqual([
      ...['Tổ thôn Đông', 'Tổ thôn Đông', 'Tổ thôn Đông', 'Tổ thôn Tây', null],
    ]);
  });

  it('in several sheets, one for each commune, among sheets that are no tables', async () => {
    const sheet = (name: string, person: string) => ({
      name,
      xml: rowsXml([
        ['Họ và tên', 'SĐT'],
        [person, 912345678],
      ]),
    });
    const bytes = workbookOf({
      sheets: [
        { name: 'Hướng dẫn', xml: rowsXml([['Cách điền biểu mẫu'], ['Điền đủ các cột']]) },
        sheet('Xã Hải Lăng', 'Lê Hà'),
        sheet('P. Nam Đông Hà', 'Trần Bình'),
        { ...sheet('Danh mục', 'x'), state: 'hidden' },
        { name: 'Trống', xml: '<sheetData/>' },
      ],
      styles: STYLES,
    });
    const read = await readBytes(bytes, { kind: 'ROSTER' });
    expect(valuesOf(read)).toMatchObject([
      { commune: 'Xã Hải Lăng', fullName: 'Lê Hà' },
      { commune: 'P. Nam Đông Hà', fullName: 'Trần Bình' },
    ]);
    expect(read.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Hướng dẫn', 0],
      ['Xã Hải Lăng', 1],
      ['P. Nam Đông Hà', 1],
      ['Danh mục', 0],
      ['Trống', 0],
    ]);
    expect(read.issues.map(({ code, sheet: name }) => `${code} ${name}`)).toEqual([
      ...[
        'SHEET_SKIPPED Hướng dẫn',
        'UNIT_FROM_SHEET Xã Hải Lăng',
        'UNIT_FROM_SHEET P. Nam Đông Hà',
        'SHEET_SKIPPED Danh mục',
      ],
    ]);
  });

  it.each([
    ['SĐT', 'phones'],
    ['Số ĐT', 'phones'],
    ['ĐIỆN THOẠI', 'phones'],
    ['Số điện\nthoại (Zalo)', 'phones'],
    ['Xã/Phường', 'commune'],
    ['Đơn vị', 'commune'],
    ['HỌ VÀ TÊN *', 'fullName'],
    ['Thôn, TDP', 'village'],
    ['Huyện/TX/TP', 'district'],
    ['Chức vụ trong tổ', 'role'],
    ['Đoàn thể', 'affiliations'],
    ['phone number', 'phones'],
  ])('with the heading %j for %s', async (heading, field) => {
    const other = field === 'fullName' ? 'Thôn' : 'Họ tên';
    const read = await readTable('ROSTER', [
      [other, heading],
      ['a', 'b'],
    ]);
    expect(read.columns[1]?.field).toBe(field);
  });

  it('with old names of units, which are given on as they are written', async () => {
    const read = await readTable('ROSTER', [
      ['Họ tên', 'Thôn', 'Xã', 'Huyện', 'Tỉnh', 'Mã xã'],
      ['Lê Hà', 'Đông', 'Xã Hải Thọ', 'Hải Lăng', 'Quảng Trị', 1939],
    ]);
    expect(valuesOf(read)).toEqual([
      {
        fullName: 'Lê Hà',
        village: 'Đông',
        commune: 'Xã Hải Thọ',
        district: 'Hải Lăng',
        province: 'Quảng Trị',
        unitCode: '01939',
      },
    ]);
  });
});

describe('columns', () => {
  it('of birth dates, sex and citizen IDs are left out, said once each, and never repeated', async () => {
    const read = await readTable('ROSTER', [
      ['Họ tên', 'Ngày sinh', 'Giới tính', 'Số CCCD'],
      ['Lê Hà', '01/02/1990', 'Nữ', '045090001234'],
      ['Trần Bình', '1985', 'Nam', '045085004321'],
    ]);
    expect(valuesOf(read)).toEqual([{ fullName: 'Lê Hà' }, { fullName: 'Trần Bình' }]);
    expect(issueList(read)).toEqual(['COLUMN_NOT_STORED B1', 'COLUMN_NOT_STORED C1', 'COLUMN_NOT_STORED D1']);
    expect(JSON.stringify(read)).not.toMatch(/0450|1990|1985/u);
  });

  it('that nobody knows are left out and said, and can be chosen or left out by hand', async () => {
    const rows = [
      ['Họ tên', 'Số của bạn ấy', 'Cỡ áo'],
      ['Lê Hà', '0912345678', 'M'],
    ];
    const read = await readTable('ROSTER', rows);
    expect(issueList(read)).toEqual(['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1']);
    const mapped = await readTable('ROSTER', rows, {
      mapping: { 'số của  bạn ấy': 'phones', 'Cỡ áo': null },
    });
    expect([valuesOf(mapped), issueList(mapped)]).toEqual([
      [{ fullName: 'Lê Hà', phones: ['+84912345678'] }],
      [],
    ]);
  });

  it('none of which is known are listed, so that they can be chosen', async () => {
    const rows = [['DANH SÁCH'], ['Cột một', 'Cột hai'], ['Lê Hà', '0912345678']];
    const read = await readTable('ROSTER', rows);
    expect(read.columns.map(({ column, header, field }) => [column, header, field])).toEqual([
      ['A', 'Cột một', null],
      ['B', 'Cột hai', null],
    ]);
    expect(issueList(read)).toEqual(['SHEET_SKIPPED -', 'TABLE_MISSING -']);
    const mapped = await readTable('ROSTER', rows, {
      mapping: { 'Cột một': 'fullName', 'Cột hai': 'phones' },
    });
    expect(valuesOf(mapped)).toEqual([{ fullName: 'Lê Hà', phones: ['+84912345678'] }]);
  });

  it('that are needed and missing keep the table from being read', async () => {
    const read = await readTable('ROSTER', [
      ['STT', 'SĐT', 'Thôn'],
      [1, '0912345678', 'Đông'],
    ]);
    expect([read.rows, issueList(read)]).toEqual([0, ['COLUMN_MISSING -']]);
    expect(read.issues[0]?.messages.vi).toBe(
      'Bảng thiếu cột “họ và tên”; hãy thêm cột, hoặc chọn cột tương ứng',
    );
  });

  it('cannot be chosen to be what the kind does not have', async () => {
    await expect(readTable('ROSTER', [['a', 'b']], { mapping: { a: 'foundedOn' } })).rejects.toMatchObject({
      ...{ code: 'INPUT_INVALID', field: 'mapping' },
    });
  });
});

describe('formulas', () => {
  it('count as what was last computed, and are faults without that', async () => {
    const read = await readTable('ROSTER', [
      ['Họ tên', 'Thôn'],
      [
        { attributes: 't="str"', inside: '<f>A9&amp;B9</f><v>Lê Hà</v>' },
        { inside: '<f>HYPERLINK("http://x")</f>' },
      ],
      ['Trần Bình', { attributes: 't="e"', inside: '<f>A1/0</f><v>#DIV/0!</v>' }],
      ['=1+1', '=HYPERLINK("https://example.com")'],
    ]);
    expect(valuesOf(read).map(({ fullName, village }) => [fullName, village])).toEqual([
      ['Lê Hà', null],
      ['Trần Bình', null],
      [null, '=HYPERLINK("https://example.com")'],
    ]);
    expect(issueList(read)).toEqual(['FORMULA_WITHOUT_VALUE B2', 'CELL_BROKEN B3', 'TEXT_INVALID A4']);
  });
});
