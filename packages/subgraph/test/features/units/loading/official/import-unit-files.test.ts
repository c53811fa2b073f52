import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, it } from 'vitest';
import { importUnitFiles } from '../../../../../src/features/units/loading/official/import-unit-files.ts';
import type { UnitLoadReport } from '../../../../../src/features/units/loading/report/unit-report.ts';
import { testDatabase } from '../../../../support/database.ts';

const db = await testDatabase('loaded');
const folder = mkdtempSync(join(tmpdir(), 'cnscd-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LIST = 'Tỉnh Thành Phố,Mã TP,Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp,Tên Tiếng Anh';
const CONVERSION = [
  'Đơn vị hành chính từ ngày 01/7/2025,,,Đơn vị hành chính trước ngày 01/7/2025,,,,,',
  '"Tỉnh, thành phố",Tên Xã mới,Mã Xã mới,Tên Xã cũ,Mã Xã cũ,Ghi chú,Quận/huyện,Tỉnh cũ,',
];

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function conversion(name: string, ...rows: string[]): string {
  return file(name, ...CONVERSION, ...rows);
}

async function link(fromId: string, toId: string) {
  const [row] = await db.rows<{ kind: string; wording: string | null }>(sql`
    select kind, wording from unit_link where from_id = ${fromId} and to_id = ${toId}`);
  return row;
}

async function content() {
  return db.rows(sql`select (select md5(string_agg(unit::text, ',' order by id)) from admin_unit unit) as units,
    (select md5(string_agg(link::text, ',' order by from_id, to_id)) from unit_link link) as links`);
}

describe('a file that is not one of the two tables', () => {
  it.each([
    ['other headings', file('other.csv', 'Mã,Tên', '1,Một'), 'Mã, Tên'],
    ['an empty file', file('empty.csv', ''), ''],
    ['no such file', join(folder, 'missing.csv'), 'ENOENT'],
    ['a folder', folder, 'EISDIR'],
    ['broken quotes', file('quotes.csv', LIST, 'Tỉnh Hà Giang,02,"Huyện'), 'CSV'],
  ])('%s is refused with what was found', async (_, path, found) => {
    const refusal = await importUnitFiles(db, [path]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'IMPORT_INVALID', field: 'files' });
    expect((refusal as DomainError).messages.en).toContain(found);
  });

  it('is refused when it is not text', async () => {
    const path = join(folder, 'list.xlsx');
    writeFileSync(path, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]));
    await expect(importUnitFiles(db, [path])).rejects.toMatchObject({ code: 'IMPORT_INVALID' });
  });

  it('keeps the good file beside it from being written', async () => {
    const before = await content();
    const good = conversion(
      'good.csv',
      'Tỉnh Quảng Trị (44),Xã Cam Lộ,19603,Thị trấn Cam Lộ,19597,Nhập toàn bộ,Huyện Cam Lộ (468),Tỉnh Quảng Trị (45),',
    );
    await expect(importUnitFiles(db, [good, file('bad.csv', 'a,b')])).rejects.toThrow('bad.csv');
    expect(await content()).toEqual(before);
  });
});

describe('the conversion table', () => {
  it('states kinds that were not known, keeps the words, and gives districts their codes', async () => {
    const [from, to] = ['commune:06010', 'commune:06001:2025-07-01'];
    expect(await link(from, to)).toEqual({ kind: 'UNSPECIFIED', wording: null });
    const report = await importUnitFiles(db, [
      conversion(
        'kinds.csv',
        'TỈNH LẠNG SƠN  ,,,,,,,,',
        row({ wording: '"Nhâp một phần  diện tích\n"' }),
        row({ old: 'Xã Khánh Long ,05998', wording: 'Nhập toàn bộ ' }),
      ),
    ]);
    expect(await link(from, to)).toEqual({ kind: 'PART', wording: 'Nhâp một phần diện tích' });
    expect(await link('commune:05998', to)).toEqual({ kind: 'WHOLE', wording: 'Nhập toàn bộ' });
    expect(report.written).toEqual({ units: 0, completedUnits: 1, links: 0, specifiedLinks: 2 });
    const districts = await db.rows(
      sql`select code from admin_unit where id = 'district:20:huyen-trang-dinh'`,
    );
    expect(districts).toEqual([{ code: '180' }]);
  });

  it('lists a kind that contradicts a stated one, and keeps the stated one', async () => {
    const report = await importUnitFiles(db, [
      conversion('contradiction.csv', row({ old: 'Xã Khánh Long,05998', wording: 'Giữ nguyên' })),
    ]);
    expect(open(report, 'KIND_DISAGREES')).toHaveLength(1);
    expect((await link('commune:05998', 'commune:06001:2025-07-01'))?.kind).toBe('WHOLE');
    expect(report.written.specifiedLinks).toBe(0);
  });

  it('lists whole sentences and says UNSPECIFIED with the words', async () => {
    const report = await importUnitFiles(db, [
      conversion('sentence.csv', row({ old: 'Xã Đoàn Kết,06001', wording: 'Phần còn lại sau khi tách' })),
    ]);
    expect(open(report, 'KIND_UNRECOGNISED')).toHaveLength(1);
    expect(await link('commune:06001', 'commune:06001:2025-07-01')).toEqual({
      kind: 'UNSPECIFIED',
      wording: 'Phần còn lại sau khi tách',
    });
  });

  it('adds a former commune that no other table had, under its district and with the day it ended', async () => {
    const report = await importUnitFiles(db, [conversion('former.csv', row({ old: 'Xã Mới Thấy,00002' }))]);
    expect(report.written).toMatchObject({ units: 1, links: 1 });
    const units = await db.rows(sql`
      select parent_id as parent, valid_to as until, kind from admin_unit where id = 'commune:00002'`);
    expect(units).toEqual([{ parent: 'district:20:huyen-trang-dinh', until: '2025-06-30', kind: 'XA' }]);
    const scope = await db.rows(sql`
      select containment from unit_scope where unit_id = 'commune:00002' and region_id = 'commune:06001:2025-07-01'`);
    expect(scope).toEqual([{ containment: 'WHOLE' }]);
  });

  it('guesses nothing: unknown units, districts and names are listed', async () => {
    const before = await content();
    const report = await importUnitFiles(db, [
      conversion(
        'unknown.csv',
        row({ now: 'Xã Không Có,99999' }),
        row({ old: 'Xã Lạ,00003', district: 'Huyện Không Có (999)' }),
        row({ old: 'Bãi bồi ven biển,' }),
        row({ old: 'Xã Tên Khác,05998' }),
      ),
    ]);
    for (const category of ['NEW_UNIT_UNKNOWN', 'PARENT_UNKNOWN', 'ROW_UNREADABLE', 'NAME_DISAGREES']) {
      expect(open(report, category), category).toHaveLength(1);
    }
    expect(await content()).toEqual(before);
  });

  it('ties an island district to the special zone that it became', async () => {
    await importUnitFiles(db, [
      conversion(
        'island.csv',
        'Tỉnh Quảng Trị (44),Đặc khu Cồn Cỏ,19742,,,Sắp xếp toàn bộ huyện Cồn Cỏ thành đặc khu Cồn Cỏ,Huyện Cồn Cỏ (471),Quảng Trị (44),',
      ),
    ]);
    expect((await link('district:45:huyen-con-co', 'commune:19742:2025-07-01'))?.kind).toBe('WHOLE');
  });

  it('changes nothing when the same file comes again', async () => {
    const path = join(folder, 'former.csv');
    const before = await content();
    const again = await importUnitFiles(db, [path]);
    expect(again.written).toEqual({ units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 });
    expect((await importUnitFiles(db, [path])).isUnchanged).toBe(true);
    expect(await content()).toEqual(before);
  });
});

describe('the three-level list', () => {
  it('gives districts their codes in spite of odd spelling', async () => {
    const report = await importUnitFiles(db, [
      file(
        'list.csv',
        `\uFEFF${LIST}`,
        'Tỉnh Đắk Lắk,66,Thị  Xã Buôn Hồ,644,Phường An Lạc,24305,Phường,',
        'Tỉnh Quảng Trị,45,Huyện Cồn Cỏ,471,,,Huyện,',
      ),
    ]);
    expect(report).toMatchObject({ written: { units: 0, completedUnits: 1 }, findings: [] });
    const districts = await db.rows(sql`select code from admin_unit where id = 'district:66:thi-xa-buon-ho'`);
    expect(districts).toEqual([{ code: '644' }]);
  });

  it('adds a commune that nothing else has, until the last day of districts and without a successor', async () => {
    const report = await importUnitFiles(db, [
      file('only.csv', LIST, 'Tỉnh Đắk Lắk,66,Thị xã Buôn Hồ,644,Xã Chưa Ai Biết,99990,Xã,'),
    ]);
    expect(report.written).toMatchObject({ units: 1, links: 0 });
    expect(report.findings).toMatchObject([{ category: 'NOT_IN_CONVERSION', resolution: 'commune:99990' }]);
    const units = await db.rows(sql`
      select full_name as name, parent_id as parent, valid_from as since, valid_to as until
      from admin_unit where code = '99990'`);
    expect(units).toEqual([
      { name: 'Xã Chưa Ai Biết', parent: 'district:66:thi-xa-buon-ho', since: null, until: '2025-06-30' },
    ]);
    const scope = await db.rows(sql`
      select containment from unit_scope where unit_id = 'commune:99990' and region_id = 'province:66:2025-07-01'`);
    expect(scope).toEqual([{ containment: 'WHOLE' }]);
  });

  it('takes another code for a known commune as such, unless it has the known code too', async () => {
    const recoded = 'Tỉnh Đắk Lắk,66,Thị xã Buôn Hồ,644,Phường An Lạc,99991,Phường,';
    const known = 'Tỉnh Đắk Lắk,66,Thị xã Buôn Hồ,644,Phường An Lạc,24305,Phường,';
    const once = await importUnitFiles(db, [file('recoded.csv', LIST, recoded)]);
    expect(once.written.units).toBe(0);
    expect(once.findings).toMatchObject([{ category: 'CODE_DISAGREES', resolution: '24305 Phường An Lạc' }]);
    const twice = await importUnitFiles(db, [file('namesakes.csv', LIST, recoded, known)]);
    expect(twice.written.units).toBe(1);
    expect(twice.findings).toMatchObject([{ category: 'NOT_IN_CONVERSION', resolution: 'commune:99991' }]);
  });

  it('adds nothing below a district that is not known, and nothing without a kind', async () => {
    const report = await importUnitFiles(db, [
      file(
        'nowhere.csv',
        LIST,
        'Tỉnh Đắk Lắk,66,Huyện Không Có,999,Xã Ở Đâu,99992,Xã,',
        'Tỉnh Đắk Lắk,66,Thị xã Buôn Hồ,644,Vùng Lạ,99993,,',
      ),
    ]);
    expect(report.written.units).toBe(0);
    const categories = report.findings.map((finding) => finding.category);
    expect(categories).toEqual(['PARENT_UNKNOWN', 'PARENT_UNKNOWN', 'ROW_UNREADABLE']);
  });

  it('is read after the conversion table, in whatever order the files come', async () => {
    const report = await importUnitFiles(db, [
      file('first.csv', LIST, 'Tỉnh Lạng Sơn,20,Huyện Tràng Định,180,Xã Hai Nơi,99994,Xã,'),
      conversion('second.csv', row({ old: 'Xã Hai Nơi,99994' })),
    ]);
    expect(report.written).toMatchObject({ units: 1, links: 1 });
    expect(report.findings.filter(({ subject }) => subject.includes('99994'))).toEqual([]);
  });
});

/** A row of the conversion table about Tràng Định, with what the test changes. */
function row(change: { now?: string; old?: string; wording?: string; district?: string }): string {
  const { now = 'Xã Đoàn Kết,06001', old = 'Xã Cao Minh,06010' } = change;
  const { wording = 'Nhập toàn bộ', district = 'Huyện Tràng Định (180)' } = change;
  return `Tỉnh Lạng Sơn (20),${now},${old},${wording},${district},Tỉnh Lạng Sơn (20),`;
}

function open(report: UnitLoadReport, category: string) {
  return report.findings.filter((finding) => finding.category === category);
}
