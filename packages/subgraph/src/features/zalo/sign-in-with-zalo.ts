import { DomainError } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { type RefusalRow, refusalRow } from '../../operations/answer.ts';
import { Refusal } from '../../operations/write-types.ts';
import { HELD, WRITE } from '../../permissions/access.ts';
import { linkOfAccount } from '../../zalo/links.ts';
import { answerOfZalo, oneSignInAtATime, zaloNotLinked, zaloNotSetUp } from '../../zalo/refusals.ts';
import type { Session } from '../../zalo/sessions.ts';
import type { ZaloSignIn } from '../../zalo/zalo-options.ts';
import { linkPerson } from './link-person.ts';
import { readSignIn, SignInWithZaloInput } from './sign-in-input.ts';

interface SessionRow extends Session {
  __typename: 'ZaloSession';
  memberId: string;
}

const ZaloSession = builder.objectRef<SessionRow>('ZaloSession').implement({
  extensions: HELD,
  description:
    'A session of somebody who has signed in by Zalo [phiên đăng nhập]. It ends at once where the link is removed.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description: 'Sent as `authorization: Bearer …` from now on. Not stored here; keep it in memory only.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it ends, an hour from now at the latest.',
    }),
    memberId: t.exposeID('memberId', {
      description: 'The person in the register: whose writes wait on the phone, for example.',
    }),
  }),
});

const ZaloSignInResult = builder.unionType('ZaloSignInResult', {
  description: 'A session, or why there is none.',
  types: [ZaloSession, Refusal],
  resolveType: (answer) => answer.__typename,
});

builder.mutationField('signInWithZalo', (t) =>
  t.field({
    type: ZaloSignInResult,
    extensions: WRITE,
    description: `Exchanges a token of Zalo, once, for a short session here: Zalo is asked at sign-in only. An account that is linked to nobody is
linked to the one person of the register who has its phone number. For everybody. Sent again under its key it links nobody twice, and gives
another session: none is stored. Once in a request. Errors: \`INPUT_INVALID\`, \`ZALO_NOT_LINKED\` (a phone code is needed), \`ZALO_PERSON_NOT_FOUND\`,
\`ZALO_TOKEN_INVALID\`, \`ZALO_CODE_INVALID\`, \`ZALO_ATTEMPTS_EXCEEDED\`, \`CONSENT_TEXT_NOT_FOUND\`, \`ZALO_REFUSED\`,
\`ZALO_UNAVAILABLE\`, \`ZALO_NOT_SET_UP\`.`,
    args: {
      input: t.arg({
        type: SignInWithZaloInput,
        required: true,
        description: 'What Zalo gave, and under which key.',
      }),
    },
    resolve: (_, { input }, ctx) => signIn(ctx, input),
  }),
);

/** Requests that have asked Zalo already. */
const signedIn = new WeakSet<Context>();

async function signIn(
  ctx: Context,
  input: typeof SignInWithZaloInput.$inferInput,
): Promise<SessionRow | RefusalRow> {
  try {
    const { zalo } = ctx;
    if (zalo === null) throw zaloNotSetUp();
    if (signedIn.has(ctx)) throw oneSignInAtATime();
    signedIn.add(ctx);
    return await exchange(ctx, zalo, input);
  } catch (error) {
    if (error instanceof DomainError) return refusalRow(error);
    throw error;
  }
}

/**
 * Who is linked already only gets a session: nothing is written, no key either, so that signing in every hour leaves
 * nothing behind. What is written, a link and consents, goes through the gate; the session never does.
 */
async function exchange(
  ctx: Context,
  zalo: ZaloSignIn,
  input: typeof SignInWithZaloInput.$inferInput,
): Promise<SessionRow> {
  const asked = readSignIn(input);
  const { id } = await answerOfZalo(zalo, zalo.app.personOf(asked.accessToken));
  const account = { appId: zalo.appId, digests: zalo.digests(zalo.appId, id) };
  let link = await linkOfAccount(ctx, account);
  if (link === null || asked.consents.length > 0) {
    await linkPerson(ctx, zalo, { ...asked, idempotencyKey: input.idempotencyKey, account, link });
    link = await linkOfAccount(ctx, account);
  }
  // A replay whose link was removed since.
  if (link === null) throw zaloNotLinked();
  return {
    ...{ __typename: 'ZaloSession', memberId: link.memberId },
    ...(await zalo.sessions.issue(link, ctx.now)),
  };
}
