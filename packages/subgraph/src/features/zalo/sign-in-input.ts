import { CONSENT_PURPOSES, DomainError, requireText, TEXT_LIMITS } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { ConsentPurpose } from '../../enums.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import type { GivenConsent } from '../../rights/give-consents.ts';

const ZaloConsentInput = builder.inputType('ZaloConsentInput', {
  description: 'A wording that the person was shown in the mini app and agreed to.',
  fields: (t) => ({
    purpose: t.field({ type: ConsentPurpose, required: true, description: 'What for.' }),
    textVersion: t.string({
      required: true,
      description:
        'Version of the wording that the person was shown, in use today. Error: `CONSENT_TEXT_NOT_FOUND`.',
    }),
  }),
});

export const SignInWithZaloInput = builder.inputType('SignInWithZaloInput', {
  description: 'A token of Zalo that is exchanged for a session here [đăng nhập bằng Zalo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    accessToken: t.string({
      required: true,
      description: 'What `getAccessToken` of the mini app gives; not stored. Error: `ZALO_TOKEN_INVALID`.',
    }),
    phoneCode: t.string({
      description:
        'What `getPhoneNumber` of the mini app gives, a code that serves once: needed until the account is linked. Error: `ZALO_CODE_INVALID`.',
    }),
    consents: t.field({
      type: [ZaloConsentInput],
      description: 'What the person agreed to, if anything; nothing is taken as agreed to.',
    }),
  }),
});

/** What is asked for, once it can be passed on. */
export interface AskedSignIn {
  accessToken: string;
  phoneCode: string | null;
  consents: GivenConsent[];
}

/** @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE` */
export function readSignIn(input: typeof SignInWithZaloInput.$inferInput): AskedSignIn {
  const consents = input.consents ?? [];
  if (consents.length > CONSENT_PURPOSES.length) throw tooManyConsents(consents.length);
  return {
    accessToken: requireOpaque(input.accessToken, 'accessToken'),
    phoneCode: input.phoneCode == null ? null : requireOpaque(input.phoneCode, 'phoneCode'),
    consents: consents.map(({ purpose, textVersion }) => ({
      purpose,
      textVersion: requireText(textVersion, 'textVersion', TEXT_LIMITS.name),
    })),
  };
}

const LONGEST_OPAQUE = 4096;

/** What goes to Zalo in a header. It opens an account, so it is not repeated. */
function requireOpaque(text: string, field: string): string {
  if (text.length <= LONGEST_OPAQUE && /^[\x21-\x7e]+$/.test(text)) return text;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field} phải là đúng chuỗi mà Zalo trả cho mini app, từ 1 đến ${LONGEST_OPAQUE} ký tự, không có dấu cách.`,
      en: `${field} must be the very text that Zalo gives the mini app, 1 to ${LONGEST_OPAQUE} characters without blanks.`,
    },
    { field },
  );
}

const tooManyConsents = (count: number) =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: `consents có ${count} mục; mỗi mục đích chỉ cần một mục, nhiều nhất ${CONSENT_PURPOSES.length}.`,
      en: `consents has ${count} entries; one for each purpose will do, ${CONSENT_PURPOSES.length} at most.`,
    },
    { field: 'consents', value: String(count) },
  );
