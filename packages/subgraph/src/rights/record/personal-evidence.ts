import { DomainError, formatPhone, label } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import { memberNotFound } from '../../entities/member.ts';
import { isUuid } from '../../entities/uuid.ts';
import type { PhoneCipher } from '../../personal-data/phone-cipher.ts';
import type { Table, TableColumn, TableValue } from '../../spreadsheets/table.ts';

/** All that is held about a person, table by table. */
export interface PersonalEvidence {
  memberId: string;
  takenAt: Date;
  sections: EvidenceSection[];
}

export interface EvidenceSection {
  /** Stable name: `RECORDS`. */
  name: string;
  title: string;
  columns: string[];
  rows: TableValue[][];
}

interface Asked {
  db: Pick<Database, 'rows'>;
  phones: PhoneCipher | null;
  now: Date;
}

/**
 * Gathers what the register, the audit, consents, requests and staged imports hold about a person. Who may have it is
 * for the caller to decide.
 *
 * @throws {DomainError} `MEMBER_NOT_FOUND`, also for who was erased: nothing is held any more
 */
export async function readPersonalEvidence(
  { db, phones, now }: Asked,
  id: string,
  field = 'memberId',
): Promise<PersonalEvidence> {
  const [person] = isUuid(id)
    ? await db.rows<{ id: string }>(sql`
        /* personOfEvidence */
        select coalesce(merged_into_id, id) as id from member where id = ${id}::uuid and erased_at is null`)
    : [];
  if (person === undefined) throw memberNotFound(field, id);
  const sections = [];
  for (const [name, section] of Object.entries(SECTIONS)) {
    const rows = await db.rows<Record<string, unknown>>(section.rows(recordsOf(person.id)));
    sections.push({
      ...{ name, title: section.title, columns: section.columns.map(([, header]) => header) },
      rows: rows.map((row) => section.columns.map(([key]) => cellOf(key, row[key], phones))),
    });
  }
  return { memberId: person.id, takenAt: now, sections };
}

/** The person's record and those that went into it. */
const recordsOf = (id: string): Sql =>
  sql`(select id from member where id = ${id}::uuid or merged_into_id = ${id}::uuid)`;

interface Section {
  title: string;
  columns: readonly (readonly [key: string, header: string])[];
  rows(records: Sql): Sql;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  RECORDS: {
    title: 'Hồ sơ',
    columns: [
      ...([
        ['id', 'Mã hồ sơ'],
        ['name', 'Họ và tên'],
        ['phone', 'Số điện thoại'],
      ] as const),
      ...([
        ['mergedInto', 'Đã gộp vào hồ sơ'],
        ['isSynthetic', 'Dữ liệu minh họa'],
        ['version', 'Phiên bản'],
      ] as const),
    ],
    rows: (records) => sql`
      /* evidenceRecords */
      select id, display_name as name, phone_cipher as phone, merged_into_id as "mergedInto", is_synthetic as "isSynthetic", version
      from member where id in ${records} order by merged_into_id nulls first, id`,
  },
  MEMBERSHIPS: {
    title: 'Tham gia tổ',
    columns: [
      ...([
        ['teamCode', 'Mã tổ'],
        ['teamName', 'Tên tổ'],
        ['unit', 'Đơn vị'],
        ['role', 'Vai trò'],
      ] as const),
      ...([
        ['isCore', 'Nòng cốt'],
        ['affiliations', 'Thành phần'],
        ['from', 'Từ ngày'],
        ['to', 'Đến ngày'],
      ] as const),
      ['duties', 'Phụ trách'],
    ],
    rows: (records) => sql`
      /* evidenceMemberships */
      select t.code as "teamCode", t.name as "teamName", u.full_name as unit, ms.role, ms.is_core as "isCore",
        ms.affiliations::text[] as affiliations, ms.valid_from as "from", ms.valid_to as "to",
        (select string_agg(d.name, '; ' order by d.name) from responsibility d where d.membership_id = ms.id) as duties
      from membership ms join team t on t.id = ms.team_id left join admin_unit u on u.id = t.unit_id
      where ms.member_id in ${records} order by ms.valid_from, ms.id`,
  },
  CONSENTS: {
    title: 'Sự đồng ý và căn cứ',
    columns: [
      ...([
        ['purpose', 'Mục đích'],
        ['basis', 'Căn cứ'],
        ['textVersion', 'Bản mẫu câu'],
        ['wording', 'Câu đã đồng ý'],
      ] as const),
      ...([
        ['channel', 'Hình thức'],
        ['givenOn', 'Ngày'],
        ['evidence', 'Chứng cứ'],
        ['withdrawnOn', 'Rút lại ngày'],
      ] as const),
    ],
    rows: (records) => sql`
      /* evidenceConsents */
      select c.purpose, c.basis, c.text_version as "textVersion", x.wording_vi as wording, c.channel, c.given_on as "givenOn",
        c.evidence, w.withdrawn_on as "withdrawnOn"
      from consent c left join consent_text x on x.purpose = c.purpose and x.version = c.text_version
      left join consent_withdrawal w on w.consent_id = c.id
      where c.member_id in ${records} order by c.given_on, c.id`,
  },
  REQUESTS: {
    title: 'Yêu cầu',
    columns: [
      ...([
        ['kind', 'Loại'],
        ['status', 'Trạng thái'],
        ['channel', 'Hình thức'],
        ['receivedOn', 'Ngày nhận'],
      ] as const),
      ...([
        ['dueOn', 'Hạn trả lời'],
        ['closedOn', 'Ngày kết thúc'],
        ['statement', 'Nội dung'],
        ['outcome', 'Kết quả'],
      ] as const),
    ],
    rows: (records) => sql`
      /* evidenceRequests */
      select kind, status, channel, received_on as "receivedOn", due_on as "dueOn", closed_on as "closedOn", statement, outcome
      from subject_request where member_id in ${records} order by received_on, id`,
  },
  RESTRICTIONS: {
    title: 'Hạn chế xử lý',
    columns: [
      ['since', 'Từ lúc'],
      ['liftedAt', 'Đến lúc'],
      ['reason', 'Lý do'],
      ['liftedReason', 'Lý do bỏ'],
    ],
    rows: (records) => sql`
      /* evidenceRestrictions */
      select since, lifted_at as "liftedAt", reason, lifted_reason as "liftedReason"
      from restriction where member_id in ${records} order by since, id`,
  },
  ZALO: {
    title: 'Tài khoản Zalo đã gắn',
    columns: [
      ['appId', 'Ứng dụng Zalo'],
      ['linkedAt', 'Gắn lúc'],
      ['removedAt', 'Gỡ lúc'],
    ],
    rows: (records) => sql`
      /* evidenceZalo */
      select app_id as "appId", linked_at as "linkedAt", removed_at as "removedAt"
      from zalo_link where member_id in ${records} order by linked_at, id`,
  },
  AUDIT: {
    title: 'Nhật ký',
    columns: [
      ...([
        ['at', 'Lúc'],
        ['field', 'Thao tác'],
        ['entityType', 'Đối tượng'],
        ['entityId', 'Mã'],
      ] as const),
      ...([
        ['before', 'Trước'],
        ['after', 'Sau'],
        ['personal', 'Giá trị cá nhân'],
      ] as const),
    ],
    rows: (records) => sql`
      /* evidenceAudit */
      select e.at, e.field, e.entity_type as "entityType", e.entity_id as "entityId", e.before, e.after, p.states as personal
      from audit_entry e left join audit_personal p on p.entry_id = e.id
      where (e.entity_type = 'Member' and e.entity_id in (select id::text from ${records} r))
        or (e.entity_type = 'Membership' and e.entity_id in (select ms.id::text from membership ms where ms.member_id in ${records}))
        or (e.entity_type = 'Consent' and e.entity_id in (select c.id::text from consent c where c.member_id in ${records}))
        or (e.entity_type = 'SubjectRequest' and e.entity_id in (select q.id::text from subject_request q where q.member_id in ${records}))
        or (e.entity_type = 'Restriction' and e.entity_id in (select x.id::text from restriction x where x.member_id in ${records}))
        or (e.entity_type = 'ZaloLink' and e.entity_id in (select l.id::text from zalo_link l where l.member_id in ${records}))
      order by e.id`,
  },
  UNDO_JOURNALS: {
    title: 'Gói hoàn tác',
    columns: [
      ['journalId', 'Mã gói'],
      ['kind', 'Loại'],
      ['createdAt', 'Lúc'],
    ],
    rows: (records) => sql`
      /* evidenceJournals */
      select distinct j.id as "journalId", j.kind, j.created_at as "createdAt" from journal j join journal_row r on r.journal_id = j.id
      where (r.table_name = 'member' and r.key ->> 'id' in (select id::text from ${records} own))
        or (r.table_name = 'membership' and coalesce(r.new, r.old) ->> 'member_id' in (select id::text from ${records} own))
      order by 3, 1`,
  },
  IMPORT_ROWS: {
    title: 'Tệp đã tải lên',
    columns: [
      ['fileName', 'Tệp'],
      ['sheet', 'Trang tính'],
      ['row', 'Dòng'],
      ['cells', 'Nội dung'],
      ['createdAt', 'Lúc'],
    ],
    rows: (records) => sql`
      /* evidenceImportRows */
      select i.file_name as "fileName", r.sheet, r.sheet_row as row, r.cells, i.created_at as "createdAt"
      from import_row r join import i on i.id = r.import_id
      left join import_verdict v on v.import_id = r.import_id and v.n = r.n
      where exists (select from member m where m.id in ${records} and (r.phone_digest = m.phone_digest or v.plan ->> 'memberId' = m.id::text
        -- A namesake's row is not handed out: by name alone only rows of the person's own teams, and not of another number.
        or (r.name_key = m.name_key and r.search_text = m.search_text and coalesce(r.phone_digest = m.phone_digest, true)
          and (v.plan ->> 'teamId')::uuid in (select ms.team_id from membership ms where ms.member_id in ${records}))))
      order by i.created_at, r.import_id, r.n`,
  },
};

/** What values are called that have words for people, by their column. */
const WORDS: Readonly<Record<string, (value: string) => string>> = {
  role: (value) => label('memberRole', value),
  purpose: (value) => label('consentPurpose', value),
  basis: (value) => label('legalBasis', value),
  channel: (value) => label('contactChannel', value),
  status: (value) => label('subjectRequestStatus', value),
  kind: (value) => label('subjectRequestKind', value),
};

function cellOf(key: string, value: unknown, phones: PhoneCipher | null): TableValue {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return phones === null ? UNREADABLE : shownPhone(value, phones);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && key === 'affiliations')
    return value.map((each) => label('affiliation', String(each))).join('; ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return WORDS[key]?.(text) ?? text;
}

/** A number that no key here opens is said to be held all the same. */
const UNREADABLE = '(đã mã hóa, máy này không có khóa)';

function shownPhone(cipher: Buffer, phones: PhoneCipher): string {
  try {
    return formatPhone(phones.open(cipher));
  } catch (error) {
    if (error instanceof DomainError) return UNREADABLE;
    throw error;
  }
}

/** The evidence as a workbook, a sheet for each section. */
export const evidenceSheets = ({ sections }: PersonalEvidence): Table[] =>
  sections.map(({ title, columns, rows }) => ({
    name: title,
    columns: columns.map((header): TableColumn => ({ header, type: 'TEXT', widthCharacters: 24 })),
    rows: rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
  }));
