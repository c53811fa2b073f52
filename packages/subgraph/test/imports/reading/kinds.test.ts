import { describe, expect, it } from 'vitest';
import { styled } from '../../spreadsheets/support/rows-xml.ts';
import { issueList, readTable, valuesOf } from './support/read-table.ts';

describe('teams', () => {
  it('with their place, decision, group and members', async () => {
    const read = await readTable('TEAMS', [
      [
        'STT',
        'Mã tổ',
        'Tên tổ',
        'Thôn',
        'Xã, phường',
        'Loại tổ',
        'Ngày thành lập',
        'Số QĐ',
        'Ngày ký',
        'Link nhóm Zalo',
        'Lý do chưa có QĐ',
        'Số TV',
      ],
      [
        1,
        '19375-01',
        'Tổ CNSCĐ thôn Đông',
        'Đông',
        'Hải Lăng',
        'Tổ CNSCĐ',
        '05/03/2024',
        '12/QĐ-UBND',
        styled(45_323, 'day'),
        'https://zalo.me/g/abcd1234?x=1',
        null,
        '7 người',
      ],
      [2, null, 'Tổ CNSCĐ thôn Tây', 'Tây', 'Hải Lăng', null, null, null, null, null, 'Đang trình', 5],
    ]);
    expect(valuesOf(read)).toEqual([
      {
        ...{
          teamCode: '19375-01',
          teamName: 'Tổ CNSCĐ thôn Đông',
          village: 'Đông',
          commune: 'Hải Lăng',
          kind: 'COMMUNITY',
        },
        ...{
          foundedOn: '2024-03-05',
          decisionNumber: '12/QĐ-UBND',
          decisionIssuedOn: '2024-02-01',
        },
        ...{ zaloGroupUrl: 'https://zalo.me/g/abcd1234', noDecisionReason: null },
      },
      {
        ...{ teamCode: null, teamName: 'Tổ CNSCĐ thôn Tây', village: 'Tây', commune: 'Hải Lăng', kind: null },
        ...{ foundedOn: null, decisionNumber: null, decisionIssuedOn: null },
        ...{ zaloGroupUrl: null, noDecisionReason: 'Đang trình' },
      },
    ]);
    expect(issueList(read)).toEqual([]);
  });

  it('with a link to a person, a founding far ahead, and a count that the register makes itself', async () => {
    const read = await readTable('TEAMS', [
      ['Tên tổ', 'Nhóm Zalo', 'Ngày thành lập', 'Số thành viên'],
      ['Tổ A', 'https://zalo.me/0912345678', '05/03/2028', '6,5'],
      [null, null, null, -1],
    ]);
    expect(issueList(read)).toEqual(['LINK_INVALID B2', 'DATE_OUT_OF_RANGE C2', 'VALUE_MISSING A3']);
    expect(JSON.stringify(read.records)).not.toContain('0912345678');
  });

  it('of which one has nothing but its name is no line above others', async () => {
    const read = await readTable('TEAMS', [
      ['STT', 'Tên tổ', 'Thôn'],
      [null, 'Tổ CNSCĐ thôn Đông', null],
    ]);
    expect(valuesOf(read)).toEqual([{ teamName: 'Tổ CNSCĐ thôn Đông', village: null }]);
  });
});

describe('activities', () => {
  const HEAD = [
    'Tên tổ',
    'Tên hoạt động',
    'Loại hoạt động',
    'Ngày',
    'Giờ',
    'Địa điểm',
    'Nội dung',
    'Tiếp cận',
    'Hỗ trợ',
    'Làm được',
  ];

  it('with times, topics and counts; what is not known is null and not 0', async () => {
    const read = await readTable('ACTIVITIES', [
      HEAD,
      ['Tổ A', 'Ra quân', 'ra quân', '05/03/2026', '19h30 - 21:00', 'Nhà văn hóa', 'VNeID', 40, '30', null],
      [
        'Tổ A',
        'Trực',
        'Trực một cửa',
        styled(45_323.5, 'dayTime'),
        null,
        null,
        'DVC; TMĐT',
        null,
        null,
        null,
      ],
      ['Tổ A', 'Họp tổ', 'họp', '06/03/2026', styled(0.3125, 'time'), null, null, null, null, null],
    ]);
    expect(valuesOf(read)).toMatchObject([
      {
        ...{
          kind: 'LAUNCH_DAY',
          date: '2026-03-05',
          time: '19:30',
          durationMinutes: 90,
          place: 'Nhà văn hóa',
        },
        outcomes: [{ topic: 'E_ID', reached: 40, assisted: 30, succeeded: null }],
      },
      {
        ...{ kind: 'ONE_STOP_DESK_DUTY', date: '2024-02-01', time: '12:00' },
        outcomes: ['ONLINE_SERVICE_SUBMISSION', 'E_COMMERCE'].map((topic) => ({
          ...{ topic, reached: null, assisted: null, succeeded: null },
        })),
      },
      { kind: 'MEETING', date: '2026-03-06', time: '07:30', outcomes: [] },
    ]);
    expect(issueList(read)).toEqual([]);
  });

  it('whose counts contradict, belong to several topics or to none, and whose time is none', async () => {
    const read = await readTable('ACTIVITIES', [
      HEAD,
      ['Tổ A', 'a', null, '05/03/2026', '25h', null, 'VNeID', 10, 20, null],
      ['Tổ A', 'b', null, '05/03/2026', null, null, 'VNeID, DVC', 10, null, null],
      ['Tổ A', 'c', null, '05/03/2026', null, null, null, 10, null, null],
      ['Tổ A', 'd', 'nhảy múa', null, null, null, 'nấu ăn', 1, null, null],
      ['Tổ A', null, null, '05/03/2026', null, null, null, null, null, null],
    ]);
    expect(issueList(read)).toEqual([
      ...['TIME_INVALID E2', 'COUNTS_CONTRADICT I2', 'TOPICS_SHARE_COUNTS G3', 'VALUE_MISSING G4'],
      ...['CHOICE_UNKNOWN C5', 'VALUE_MISSING D5', 'CHOICE_UNKNOWN G5', 'VALUE_MISSING B6'],
    ]);
    expect(read.records[0]?.issues[1]?.messages.vi).toBe(
      '“Hỗ trợ” là 20, nhiều hơn “Tiếp cận” là 10; hãy kiểm tra lại hai số',
    );
  });
});

describe('figures', () => {
  const HEAD = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả', 'Tính đến ngày', 'Kỳ'];
  const withValue = (value: Parameters<typeof readTable>[1][number][number]) =>
    readTable('FIGURES', [HEAD, [1, 'Tổng số tổ CNSCĐ', 'tổ', value, '31/03/2026', 'Quý I/2026']]);

  it.each([
    ['a number', 15_862, { value: 15_862, qualifier: 'EXACT', statement: '15862' }],
    ['a number with groups', '15.862', { value: 15_862, qualifier: 'EXACT', statement: '15.862' }],
    ['words before it', 'hơn 4.000', { value: 4000, qualifier: 'AT_LEAST', statement: 'hơn 4.000' }],
    ['a percent', '98,5%', { value: 98.5, qualifier: 'EXACT', statement: '98,5%' }],
    ['an English percent', '95.22%', { value: 95.22, qualifier: 'EXACT' }],
    ['a cell in a percent format', styled(0.9522, 'percent'), { value: 95.22, statement: '95,22%' }],
    ['a range', '500 - 600', { value: 500, valueMax: 600, statement: '500 - 600' }],
    ['a fraction of XLSX, which says that it is none', 0.5, { value: 0.5 }],
  ])('with %s', async (_what, written, values) => {
    const read = await withValue(written);
    expect(issueList(read)).toEqual([]);
    expect(valuesOf(read)[0]).toMatchObject({
      ...{
        indicatorName: 'Tổng số tổ CNSCĐ',
        unitOfMeasure: 'tổ',
        asOf: '2026-03-31',
        period: '2026-Q1',
        ...values,
      },
    });
  });

  it.each([
    ['1,473', 'NUMBER_AMBIGUOUS'],
    ['1.473%', 'NUMBER_AMBIGUOUS'],
    ['nhiều', 'NUMBER_INVALID'],
    ['600 - 500', 'NUMBER_INVALID'],
    [null, 'VALUE_MISSING'],
    ['-', 'VALUE_MISSING'],
  ])('%j is not guessed, nor is it 0: %s', async (written, code) => {
    const read = await withValue(written);
    expect(valuesOf(read)[0]?.['value']).toBeNull();
    expect(issueList(read)).toEqual([`${code} D2`]);
  });

  it('are told from totals: one may be called so, and a row may be one', async () => {
    const read = await readTable('MEASUREMENTS', [
      ['Đơn vị', 'Mã chỉ tiêu', 'Giá trị', 'Kỳ báo cáo', 'Mức chắc chắn', 'Cấp tổ'],
      ['Xã A', 'TEAMS', 12, styled(46_082, 'month'), 'khoảng', 'cấp xã'],
      ['Tổng cộng', null, 12, null, null, null],
    ]);
    expect(valuesOf(read)).toEqual([
      {
        ...{ commune: 'Xã A', indicatorCode: 'TEAMS', value: 12, period: '2026-03', qualifier: 'ABOUT' },
        ...{ statement: '12', level: 'COMMUNE' },
      },
    ]);
    expect(read.skipped).toEqual([{ sheet: 'Danh sách', row: 3, reason: 'TOTAL' }]);
  });

  it('in a period that nobody can name', async () => {
    const read = await readTable('FIGURES', [HEAD, [1, 'a', 'tổ', 5, '31/03/2026', 'quý I']]);
    expect(issueList(read)).toEqual(['PERIOD_INVALID F2']);
  });
});
