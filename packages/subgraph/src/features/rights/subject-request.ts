import {
  type ContactChannel as Channel,
  type SubjectRequestKind as Kind,
  type LocalDate,
  type SubjectRequestStatus as Status,
  today,
} from '@cnscd/domain';
import { raw } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import { ContactChannel, SubjectRequestKind, SubjectRequestStatus } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { rowsOfPerson } from './rows-of-person.ts';

export interface SubjectRequestRow {
  id: string;
  memberId: string;
  kind: Kind;
  status: Status;
  channel: Channel;
  receivedOn: LocalDate;
  statement: string | null;
  hasProcessor: boolean;
  acknowledgeDueOn: string;
  dueOn: string;
  /** What is due next: to confirm receipt, or to answer. Null when closed. */
  nextDueOn: string | null;
  isDueProvisional: boolean;
  acknowledgedOn: string | null;
  extensionDays: number | null;
  extensionReason: string | null;
  closedOn: string | null;
  outcome: string | null;
  version: number;
  sortKey: string;
}

const NEXT_DUE = `case q.status when 'RECEIVED' then q.acknowledge_due_on when 'ACKNOWLEDGED' then q.due_on when 'EXTENDED' then q.due_on end`;
/** What is due first stands first, what is closed last. */
const SORT_KEY = `coalesce(to_char(${NEXT_DUE}, 'YYYY-MM-DD'), 'closed ' || to_char(q.closed_on, 'YYYY-MM-DD'))`;

/** The columns of a SubjectRequestRow, from subject_request under the alias q and its person's record under m. */
export const subjectRequestColumns = raw(`
  q.id, coalesce(m.merged_into_id, m.id) as "memberId", q.kind, q.status, q.channel, q.received_on as "receivedOn", q.statement,
  q.has_processor as "hasProcessor", q.acknowledge_due_on as "acknowledgeDueOn", q.due_on as "dueOn",
  q.is_due_provisional as "isDueProvisional", q.acknowledged_on as "acknowledgedOn", q.extension_days as "extensionDays",
  q.extension_reason as "extensionReason", q.closed_on as "closedOn", q.outcome, q.version, ${NEXT_DUE} as "nextDueOn",
  ${SORT_KEY} as "sortKey"`);

export const requestSortKey = raw(SORT_KEY);
export const requestNextDue = raw(NEXT_DUE);
export const requestsWithMember = raw('subject_request q join member m on m.id = q.member_id');

export const SubjectRequest = builder.objectRef<SubjectRequestRow>('SubjectRequest').implement({
  extensions: HELD,
  description:
    'What a person asks about the own data, and what came of it [yêu cầu của chủ thể dữ liệu]. For the person and for officers who handle him or her.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    member: t.field({
      type: 'Member',
      description: 'The person.',
      resolve: async ({ memberId }, _, ctx) =>
        required(await memberById(ctx).load(memberId), `member ${memberId}`),
    }),
    kind: t.expose('kind', { type: SubjectRequestKind, description: 'What is asked for.' }),
    status: t.expose('status', { type: SubjectRequestStatus, description: 'How far it is.' }),
    channel: t.expose('channel', { type: ContactChannel, description: 'How it came in.' }),
    receivedOn: t.expose('receivedOn', {
      type: 'Date',
      description: 'When it came in; the terms run from here.',
    }),
    statement: t.exposeString('statement', {
      nullable: true,
      description: 'What is asked for, in words. Null where nothing was noted, and after its retention.',
    }),
    hasProcessor: t.exposeBoolean('hasProcessor', {
      description: 'Whether somebody else processes the data on behalf: the term is longer then.',
    }),
    acknowledgeDueOn: t.expose('acknowledgeDueOn', {
      type: 'Date',
      description: 'Last day to confirm receipt to the person.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day to answer, an extension included.' }),
    nextDueOn: t.expose('nextDueOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of what is due next: to confirm receipt, or to answer. Null when closed.',
    }),
    isOverdue: t.boolean({
      description: 'Whether that day has passed.',
      resolve: ({ nextDueOn }, _, ctx) => nextDueOn !== null && nextDueOn < today(ctx.now),
    }),
    isDueProvisional: t.exposeBoolean('isDueProvisional', {
      description:
        'Whether a due day lies beyond the days off that are known: it may come a few days early then, and never late.',
    }),
    acknowledgedOn: t.expose('acknowledgedOn', {
      type: 'Date',
      nullable: true,
      description: 'When receipt was confirmed. Null: not yet.',
    }),
    extensionDays: t.exposeInt('extensionDays', {
      nullable: true,
      description: 'Days that the one extension added. Null: none.',
    }),
    extensionReason: t.exposeString('extensionReason', {
      nullable: true,
      description: 'Why it was extended.',
    }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was closed. Null: open.',
    }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description: 'What was done, or why it was refused. Null while open, and after its retention.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each step.' }),
  }),
});

const requests = rowsOfPerson<SubjectRequestRow>({
  ...{ name: 'subjectRequests', columns: subjectRequestColumns, tables: requestsWithMember },
  ...{ alias: 'q', since: 'received_on' },
});

/** Requests that the caller may see; null for all others. */
export const subjectRequestSeen = requests.seen;

builder.objectField('Member', 'subjectRequests', (t) =>
  t.field({
    type: [SubjectRequest],
    description:
      'Requests of the person, newest first, at most 100. Empty for who is neither the person nor an officer handling him or her.',
    listSize: { assumedSize: 5 },
    resolve: ({ id }, _, ctx) => requests.ofPerson(ctx).load(id),
  }),
);

versioned({
  type: 'SubjectRequest',
  load: (ctx, id) => subjectRequestSeen(ctx).load(id),
  notFound: 'REQUEST_NOT_FOUND',
});

/** What the writes of a request answer. */
export const SubjectRequestResult = resultUnion('SubjectRequest');
