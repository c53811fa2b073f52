import {
  type DayCount as Count,
  DomainError,
  type SubjectRequestKind as Kind,
  type LocalDate,
  type ResponseTerm as Term,
} from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { DayCount, SubjectRequestKind } from '../../enums.ts';
import type { Write } from '../../operations/write.ts';
import { PUBLIC } from '../../permissions/access.ts';

interface ResponseTermRow extends Term {
  kind: Kind;
  validFrom: string;
  validTo: string | null;
  dayCount: Count;
  basis: string;
  isVerified: boolean;
  note: string | null;
}

const ResponseTermType = builder.objectRef<ResponseTermRow>('ResponseTerm').implement({
  extensions: PUBLIC,
  description: 'How soon a kind of request is to be answered [thời hạn trả lời], as dated data.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SubjectRequestKind, description: 'Kind of request.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      description: 'First day of receipt that it holds for.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day of receipt that it holds for. Null while it is in force.',
    }),
    acknowledgeDays: t.exposeInt('acknowledgeDays', {
      description: 'Working days after receipt within which it is confirmed to the person.',
    }),
    days: t.exposeInt('days', { description: 'Days after receipt within which it is answered.' }),
    daysWithProcessor: t.exposeInt('daysWithProcessor', {
      description: 'The same where somebody else processes the data on behalf.',
    }),
    extensionDays: t.exposeInt('extensionDays', { description: 'The most days that one extension adds.' }),
    dayCount: t.expose('dayCount', { type: DayCount, description: 'How the days are counted.' }),
    basis: t.exposeString('basis', { description: 'Where the term comes from.' }),
    isVerified: t.exposeBoolean('isVerified', {
      description:
        'Whether the numbers were read in the law. Otherwise they are a setting that a lawyer has to confirm.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known beside it.' }),
  }),
});

const termColumns = raw(`
  kind, valid_from as "validFrom", valid_to as "validTo", acknowledge_days as "acknowledgeDays", days,
  days_with_processor as "daysWithProcessor", extension_days as "extensionDays", day_count as "dayCount", basis,
  is_verified as "isVerified", note`);

const inForce = (day: string) =>
  sql`valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)`;

builder.queryField('responseTerms', (t) =>
  t.field({
    type: [ResponseTermType],
    extensions: PUBLIC,
    description: 'Terms for requests received on a day, one for each kind. Error: `DATE_INVALID`.',
    listSize: { assumedSize: 10 },
    args: { asOf: t.arg({ type: 'Date', description: 'Default: today.' }) },
    resolve: (_, { asOf }, ctx) =>
      ctx.db.rows<ResponseTermRow>(sql`
        /* responseTerms */
        select distinct on (kind) ${termColumns} from response_term where ${inForce(dayOf(ctx, asOf))}
        order by kind, valid_from desc`),
  }),
);

/**
 * The term for a request of a kind that is received on a day.
 *
 * @throws {DomainError} `RESPONSE_TERM_NOT_FOUND`
 */
export async function requireTerm(tx: Write['tx'], kind: Kind, receivedOn: LocalDate): Promise<Term> {
  const [row] = await tx.rows<Term>(sql`
    /* responseTermOn */
    select ${termColumns} from response_term where kind = ${kind}::subject_request_kind and ${inForce(receivedOn)}
    order by valid_from desc limit 1`);
  if (row !== undefined) return row;
  throw new DomainError(
    'RESPONSE_TERM_NOT_FOUND',
    {
      vi: `Chưa có thời hạn trả lời cho yêu cầu ${kind} nhận ngày ${receivedOn}; hãy nạp bằng "cnscd-subgraph rights load".`,
      en: `There is no response term for a request ${kind} received on ${receivedOn}; load one by "cnscd-subgraph rights load".`,
    },
    { field: 'kind', value: kind },
  );
}
