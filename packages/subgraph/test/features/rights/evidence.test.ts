import { fold, nameKey, phoneNumber } from '@cnscd/domain';
import { readXlsx } from 'hucre/xlsx';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../../src/papers/draw-paper.ts';
import { handOutEvidence } from '../../../src/rights/record/hand-out-evidence.ts';
import { evidenceSheets } from '../../../src/rights/record/personal-evidence.ts';
import { readProcessingRecord } from '../../../src/rights/record/processing-record.ts';
import { recordPaper, recordSheets } from '../../../src/rights/record/record-tables.ts';
import { writeXlsxTable } from '../../../src/spreadsheets/write-xlsx-table.ts';
import { officer, person } from '../../support/people.ts';
import { teamWithRights, writing } from './writing.ts';

const { run, database, subgraph, team, other, commune, foreign } = await teamWithRights();
await subgraph.apollo.start();
const add = writing(run, 'addMember', 'Membership');
const record = writing(run, 'recordConsent', 'Consent');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const restrict = writing(run, 'restrictMember', 'Restriction');

const NAME = 'Lương Thị Hỏi';
const joined = await add(commune, {
  ...{ teamId: team.id, from: '2026-02-01', affiliations: ['YOUTH_UNION'] },
  person: { displayName: NAME, phone: phoneNumber('0912 555 777') },
});
const id: string = joined.member.id;
await record(commune, {
  ...{
    memberId: id,
    purpose: 'CONTACT',
    basis: 'CONSENT',
    textVersion: '2026-01',
    channel: 'PAPER',
    givenOn: '2026-02-01',
  },
});
await receive(commune, {
  memberId: id,
  kind: 'SEE',
  channel: 'PAPER',
  receivedOn: '2026-11-20',
  statement: 'Muốn biết',
});

const ASK =
  'query ($id: ID!) { personalEvidence(memberId: $id) { memberId sections { name title columns rows } } }';
type Section = { name: string; columns: string[]; rows: (string | null)[][] };

describe('evidence', () => {
  it('is all that is held about the person, in words', async () => {
    const { data, errors } = await run(ASK, { id }, { as: person(id) });
    expect(errors).toBeUndefined();
    const sections: Section[] = data.personalEvidence.sections;
    const of = (name: string) => sections.find((section) => section.name === name) as Section;
    const cell = (name: string, header: string) => of(name).rows[0]?.[of(name).columns.indexOf(header)];
    expect(cell('RECORDS', 'Họ và tên')).toBe(NAME);
    expect(cell('RECORDS', 'Số điện thoại')).toBe('0912 555 777');
    expect(cell('MEMBERSHIPS', 'Vai trò')).toBe('thành viên');
    expect(cell('CONSENTS', 'Câu đã đồng ý')).toContain('Tôi đồng ý');
    expect(cell('REQUESTS', 'Loại')).toBe('xem dữ liệu');
    expect(of('AUDIT').rows.map((row) => row[1])).toEqual([
      'addMember',
      'addMember',
      'recordConsent',
      'receiveSubjectRequest',
    ]);
    for (const { columns, rows } of sections)
      for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('is handed to the person and the officers, also of a restricted one, and that is recorded', async () => {
    await restrict(commune, { memberId: id, reason: 'Đang xác minh' });
    for (const [as, code] of [
      [person(id), undefined],
      [commune, undefined],
      [team.leader, 'NOT_PERMITTED'],
      [foreign, 'MEMBER_NOT_FOUND'],
      [officer('COMMUNE_OFFICER', '20194'), 'MEMBER_NOT_FOUND'],
    ] as const) {
      const { errors } = await run(ASK, { id }, { as });
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
    }
    const [row] = await database.rows<{ n: number }>(sql`
      select count(*) as n from audit_entry where entity_type = 'Export' and entity_id = ${id}`);
    expect(row?.n).toBe(3);
  });

  it('is a workbook that another program reads', async () => {
    const ctx = {
      ...(await subgraph.contextOf()),
      credential: { kind: 'VERIFIED', claims: commune } as const,
    };
    const evidence = await handOutEvidence(ctx, id);
    const book = await readXlsx(await writeXlsxTable(evidenceSheets(evidence)));
    expect(book.sheets.map(({ name }) => name)).toEqual(evidence.sections.map(({ title }) => title));
    expect(JSON.stringify(book.sheets[0]?.rows)).toContain('0912 555 777');
  });

  it('has no rows of namesakes: neither of another number, nor of another team', async () => {
    const { rows } = await database.pool.query(
      `insert into import (id, kind, file_name, file_size, sha256, tenant, actor, judged_on, asker)
       values (gen_random_uuid(), 'ROSTER', 'tep.xlsx', 1, 'x', 't', 'a', '2026-11-20', '{}') returning id`,
    );
    const stage = (n: number, teamId: string, digest: string | null) =>
      database.pool.query(
        `with row as (insert into import_row (import_id, n, sheet, sheet_row, place, cells, is_faulty, search_text, name_key, phone_digest)
           values ($1, $2, 's', $2, 1, jsonb_build_object('fullName', $3::text), false, $4, $5, $6))
         insert into import_verdict (import_id, n, outcome, plan) values ($1, $2, 'NEW', jsonb_build_object('teamId', $7::text))`,
        [rows[0]?.id, n, NAME, fold(NAME), nameKey(NAME), digest, teamId],
      );
    await stage(2, team.id, null);
    await stage(3, team.id, 'of another number');
    await stage(4, other.id, null);
    const { data } = await run(ASK, { id }, { as: person(id) });
    const staged = (data.personalEvidence.sections as Section[]).find(({ name }) => name === 'IMPORT_ROWS');
    expect(staged?.rows.map((row) => row[staged.columns.indexOf('Dòng')])).toEqual(['2']);
  });
});

describe('the record of processing', () => {
  it('says what, what for, on what ground, for whom, how long, and what nobody has verified', async () => {
    const { data } = await run(
      '{ processingRecord { name purpose basis peopleCategories dataCategories recipients safeguards retained isVerified } }',
    );
    expect(data.processingRecord.length).toBeGreaterThanOrEqual(4);
    for (const entry of data.processingRecord) {
      for (const [name, value] of Object.entries(entry))
        if (name !== 'isVerified') expect(value).not.toHaveLength(0);
      expect(entry.isVerified).toBe(false);
    }
  });

  it('is a workbook and a paper', async () => {
    const held = await readProcessingRecord(database, '2026-11-22');
    const book = await readXlsx(await writeXlsxTable(recordSheets(held)));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Hoạt động xử lý', 'Thời hạn lưu giữ']);
    expect(book.sheets[1]?.rows).toHaveLength(held.retentionRules.length + 1);
    const paper = await drawPaper(recordPaper(held, 'UBND xã Cam Lộ'), 'DOCX');
    expect(Buffer.from(paper).subarray(0, 2).toString()).toBe('PK');
  });
});
