import { describe, expect, it } from 'vitest';
import { rowsXml, STYLES } from '../../spreadsheets/support/rows-xml.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
import { issueList, readBytes, readTable, valuesOf } from './support/read-table.ts';

// Tables as officers draw them: which rows are records, and what the columns are.

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

  it('in groups of groups: a new commune ends the village above it', async () => {
    const read = await readTable('ROSTER', [
      ['STT', 'Họ và tên', 'SĐT'],
      ['I', 'Xã Hải Lăng'],
      ['1', 'Thôn Đông'],
      [1, 'Lê Hà', 912345678],
      ['II', 'Xã Hải Định'],
      [2, 'Trần Bình', 912345679],
      ['1', 'Thôn Tây'],
      [3, 'Lý An', 912345670],
    ]);
    expect(valuesOf(read).map(({ commune, village }) => [commune, village])).toEqual([
      ['Xã Hải Lăng', 'Thôn Đông'],
      ['Xã Hải Định', undefined],
      ['Xã Hải Định', 'Thôn Tây'],
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
    expect(issueList(read)).toEqual([
      ...['COLUMN_NOT_STORED B1', 'COLUMN_NOT_STORED C1', 'COLUMN_NOT_STORED D1', 'FILE_CLEARED -'],
    ]);
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
      // As libraries that do not calculate write it; a text that is empty says that it is a text.
      ['Lê Hai', { inside: '<f>A9</f><v></v>' }],
      ['Lê Ba', { attributes: 't="str"', inside: '<f>A9</f><v></v>' }],
      ['Trần Bình', { attributes: 't="e"', inside: '<f>A1/0</f><v>#DIV/0!</v>' }],
      ['=1+1', '=HYPERLINK("https://example.com")'],
    ]);
    expect(valuesOf(read).map(({ fullName, village }) => [fullName, village])).toEqual([
      ['Lê Hà', null],
      ['Lê Hai', null],
      ['Lê Ba', null],
      ['Trần Bình', null],
      [null, '=HYPERLINK("https://example.com")'],
    ]);
    expect(issueList(read)).toEqual([
      'FORMULA_WITHOUT_VALUE B2',
      'FORMULA_WITHOUT_VALUE B3',
      'CELL_BROKEN B5',
      'TEXT_INVALID A6',
    ]);
  });
});
