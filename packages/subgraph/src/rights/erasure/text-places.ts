import sql, { raw, type Sql } from 'sql-template-tag';
import { namesIn } from './names-in.ts';

/** A table with texts that people write, in which a name may stand. */
export interface TextPlace {
  table: string;
  /** What an occurrence is called: `Activity`. */
  entity: string;
  /** Columns with text. */
  texts: readonly string[];
  /** Columns with JSON, whose strings are looked into. */
  json?: readonly string[];
  /** How the row t is named in the report. */
  id: string;
  /** The team that the row t is about, where it is about one. */
  team?: string;
  /** The unit that the row t is about, where it is about no team. Neither of them: a namesake cannot be meant by whom it is of. */
  unit?: string;
  /** Whether a row that was masked gets the next version, so that phones that were offline are told. */
  isVersioned?: boolean;
  /** Which rows t are looked at. Left out: all. */
  where?: string;
  /** Only shown: it was published, or signed and locked, and who changes it changes a document. */
  isPublished?: boolean;
}

/** Whether the value t of a report was signed word by word: later digests hold words by a digest of their own. */
const IS_SEALED = `exists (select from report_edition e
  where e.report_id = t.report_id and e.number = t.edition and e.locked_at is not null and e.digest_version = 1)`;

const UNIT_OF_REPORT = '(select r.unit_id from report r where r.id = t.report_id)';

/** A team that the person of the row t shares with who is erased, of those given; otherwise any of the row's own. */
const teamOf = (member: string) => `(select ms.team_id from membership ms where ms.member_id = ${member}
  order by ms.team_id = any(own.teams) desc, ms.id limit 1)`;

/** Every table that has texts of people. What belongs to the person alone is not here: it is emptied whatever it says. */
export const TEXT_PLACES: readonly TextPlace[] = [
  {
    ...{ table: 'activity', entity: 'Activity', id: 't.id', team: 't.team_id', isVersioned: true },
    texts: ['title', 'place', 'note', 'status_reason'],
  },
  {
    ...{ table: 'activity_evidence', entity: 'ActivityEvidence', id: 't.id', texts: ['caption'] },
    team: '(select a.team_id from activity a where a.id = t.activity_id)',
  },
  {
    ...{ table: 'responsibility', entity: 'Responsibility', id: 't.id', texts: ['name'] },
    team: '(select ms.team_id from membership ms where ms.id = t.membership_id)',
  },
  {
    table: 'team',
    entity: 'Team',
    id: 't.id',
    team: 't.id',
    texts: ['no_decision_reason'],
    isVersioned: true,
  },
  {
    ...{ table: 'merger', entity: 'Merger', id: 't.id', unit: 't.unit_id' },
    texts: ['reason'],
    json: ['report'],
  },
  {
    table: 'target',
    entity: 'Target',
    id: 't.code',
    team: 't.team_id',
    unit: 't.unit_id',
    texts: ['statement', 'reason'],
  },
  {
    table: 'reported_figure',
    entity: 'UnitFigure',
    id: 't.fact_key',
    unit: 't.unit_id',
    texts: ['statement', 'reason'],
  },
  {
    ...{ table: 'consent', entity: 'Consent', id: 't.id', team: teamOf('t.member_id') },
    texts: ['evidence'],
  },
  {
    ...{ table: 'consent_withdrawal', entity: 'Consent', id: 't.consent_id', texts: ['reason'] },
    team: teamOf('(select c.member_id from consent c where c.id = t.consent_id)'),
  },
  {
    ...{ table: 'subject_request', entity: 'SubjectRequest', id: 't.id', team: teamOf('t.member_id') },
    texts: ['statement', 'extension_reason', 'outcome'],
  },
  {
    ...{ table: 'restriction', entity: 'Restriction', id: 't.id', team: teamOf('t.member_id') },
    texts: ['reason', 'lifted_reason'],
  },
  {
    ...{ table: 'erasure', entity: 'Erasure', id: 't.id', team: teamOf('t.member_id') },
    ...{ texts: ['reason'], json: ['report'] },
  },
  {
    ...{ table: 'import', entity: 'Import', id: 't.id', texts: ['file_name'], json: ['report', 'failure'] },
  },
  {
    ...{ table: 'import_verdict', entity: 'Import', id: 't.import_id', texts: [] },
    json: ['findings', 'changes', 'plan'],
  },
  { table: 'report_waiver', entity: 'ReportWaiver', id: 't.id', unit: 't.unit_id', texts: ['reason'] },
  {
    ...{ table: 'report_value', entity: 'Report', id: 't.report_id', texts: ['correction_reason'] },
    unit: UNIT_OF_REPORT,
    where: `not ${IS_SEALED}`,
  },
  {
    ...{ table: 'report_value', entity: 'Report', id: 't.report_id', texts: ['correction_reason'] },
    ...{ where: IS_SEALED, isPublished: true },
  },
  { table: 'report_step', entity: 'Report', id: 't.report_id', unit: UNIT_OF_REPORT, texts: ['reason'] },
  {
    ...{ table: 'idempotency_key', entity: 'IdempotencyKey', id: 't.field', texts: [], json: ['outcome'] },
    // What was done is told by its id alone.
    where: `t.outcome ->> 'kind' = 'REFUSED'`,
  },
  {
    ...{ table: 'journal_row', entity: 'Journal', id: 't.journal_id', texts: [], json: ['old', 'new'] },
    // Records of people of the same name are theirs.
    where: `t.table_name <> 'member'`,
  },
  {
    ...{ table: 'team', entity: 'Team', id: 't.id', isPublished: true },
    texts: ['name', 'employer', 'zalo_group_url'],
  },
  {
    ...{ table: 'founding_decision', entity: 'FoundingDecision', id: 't.id', isPublished: true },
    texts: ['title', 'issuer'],
  },
  {
    ...{ table: 'source_document', entity: 'SourceDocument', id: 't.id', isPublished: true },
    texts: ['title', 'publisher', 'note'],
  },
  { table: 'admin_unit', entity: 'AdminUnit', id: 't.id', isPublished: true, texts: ['name', 'full_name'] },
];

/** Whether one of the names stands in a text or JSON column of the row t. */
export function isFoundIn({ texts, json = [], where = 'true' }: TextPlace, names: readonly string[]): Sql {
  const columns = [...texts, ...json.map((column) => `${column}::text`)];
  const all = raw(`concat_ws(' ', ${columns.map((column) => `t.${column}`).join(', ')})`);
  return sql`${raw(where)} and ${namesIn(all, names)}`;
}
