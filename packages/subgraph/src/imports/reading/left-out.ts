import type { SensitiveKind } from '@cnscd/domain';

/** What must not be kept anywhere, in any column. A phone number is at home in its own. */
export type Unstorable = Exclude<SensitiveKind, 'PHONE'>;

/** What stands in the kept copy of a file where something was that is never stored. */
export const LEFT_OUT: Readonly<Record<Unstorable, string>> = {
  CITIZEN_ID: '[đã bỏ số căn cước]',
  CREDENTIAL: '[đã bỏ mật khẩu]',
};

const KINDS = new Map(
  (['CITIZEN_ID', 'CREDENTIAL'] as const).map((kind) => [LEFT_OUT[kind].normalize('NFC'), kind]),
);

/** What was left out where this text stands; null for every other text. */
export const leftOutKind = (text: string): Unstorable | null => KINDS.get(text) ?? null;
