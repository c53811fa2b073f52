import type {
  LegalBasis as Basis,
  ContactChannel as Channel,
  ConsentPurpose as Purpose,
} from '@cnscd/domain';
import { raw } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import { ConsentPurpose, ContactChannel, LegalBasis } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { ConsentText, consentTextOf } from './consent-text.ts';
import { rowsOfPerson } from './rows-of-person.ts';

interface Withdrawal {
  channel: Channel;
  withdrawnOn: string;
  reason: string | null;
}

interface ConsentRow {
  id: string;
  memberId: string;
  purpose: Purpose;
  basis: Basis;
  textVersion: string | null;
  channel: Channel;
  givenOn: string;
  evidence: string | null;
  recordedAt: Date;
  withdrawal: Withdrawal | null;
  version: number;
}

const ConsentWithdrawal = builder.objectRef<Withdrawal>('ConsentWithdrawal').implement({
  extensions: HELD,
  description:
    'That a consent was withdrawn [rút lại sự đồng ý]. It stands beside the consent, which stays provable.',
  fields: (t) => ({
    channel: t.expose('channel', { type: ContactChannel, description: 'How the person said so.' }),
    withdrawnOn: t.expose('withdrawnOn', { type: 'Date', description: 'Since when it no longer holds.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why. Nobody has to say.' }),
  }),
});

const Consent = builder.objectRef<ConsentRow>('Consent').implement({
  extensions: HELD,
  description:
    "That a person's data may be used for a purpose, and on what ground [sự đồng ý]. There is none by default. For the person and for officers who handle him or her.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    member: t.field({
      type: 'Member',
      description: 'The person.',
      resolve: async ({ memberId }, _, ctx) =>
        required(await memberById(ctx).load(memberId), `member ${memberId}`),
    }),
    purpose: t.expose('purpose', { type: ConsentPurpose, description: 'What for.' }),
    basis: t.expose('basis', { type: LegalBasis, description: 'On what ground.' }),
    text: t.field({
      type: ConsentText,
      nullable: true,
      description:
        'The wording that the person agreed to. Null where the ground is another one than consent.',
      resolve: ({ purpose, textVersion }, _, ctx) =>
        textVersion === null ? null : consentTextOf(ctx).load({ purpose, version: textVersion }),
    }),
    channel: t.expose('channel', { type: ContactChannel, description: 'How it was given.' }),
    givenOn: t.expose('givenOn', { type: 'Date', description: 'When it was given.' }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      description: 'Where the proof is, such as the number of a form. Null where nothing was noted.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was entered.' }),
    withdrawal: t.expose('withdrawal', {
      type: ConsentWithdrawal,
      nullable: true,
      description: 'Its withdrawal. Null while it holds.',
    }),
    version: t.exposeInt('version', { description: 'Rises with the withdrawal.' }),
  }),
});

/** The columns of a ConsentRow, from consent under the alias c and its withdrawal, if any, under w. */
const consentColumns = raw(`
  c.id, coalesce(m.merged_into_id, m.id) as "memberId", c.purpose, c.basis, c.text_version as "textVersion", c.channel,
  c.given_on as "givenOn", c.evidence, c.recorded_at as "recordedAt", case when w.consent_id is null then 1 else 2 end as version,
  case when w.consent_id is not null then json_build_object('channel', w.channel, 'withdrawnOn', w.withdrawn_on, 'reason', w.reason) end as withdrawal`);

const consentsWithMember = raw(
  'consent c join member m on m.id = c.member_id left join consent_withdrawal w on w.consent_id = c.id',
);

const consents = rowsOfPerson<ConsentRow>({
  ...{ name: 'consents', columns: consentColumns, tables: consentsWithMember },
  ...{ alias: 'c', since: 'given_on' },
});

builder.objectField('Member', 'consents', (t) =>
  t.field({
    type: [Consent],
    description:
      'Consents of the person, newest first, at most 100, withdrawn ones too. Empty for who is neither the person nor an officer handling him or her.',
    listSize: { assumedSize: 5 },
    resolve: ({ id }, _, ctx) => consents.ofPerson(ctx).load(id),
  }),
);

versioned({ type: 'Consent', load: (ctx, id) => consents.seen(ctx).load(id), notFound: 'CONSENT_NOT_FOUND' });

/** What the writes of a consent answer. */
export const ConsentResult = resultUnion('Consent');
