import { DomainError } from './errors.ts';
import { fold } from './text.ts';

/** What must never be written into free text: it could only be kept by mistake. */
export type SensitiveKind = 'CITIZEN_ID' | 'CREDENTIAL' | 'PHONE';

/**
 * Finds what looks like a citizen-ID number, a credential or a phone number in free text, however it is spaced.
 *
 * It errs on the side of finding: a note can be written without it, and a stored secret cannot be taken back.
 *
 * @returns the kind, or `null` where the text may be stored
 */
export function sensitiveKind(text: string): SensitiveKind | null {
  const plain = asRead(text);
  if (CREDENTIAL.test(fold(plain)) || SIGNED_SECRET.test(withoutMarks(plain))) return 'CREDENTIAL';
  // Dates and amounts are written with the same separators: only runs that make one long number count.
  const runs = [...plain.matchAll(DIGIT_RUN)].filter(
    (run) => !isAmount(plain.slice(run.index + run[0].length)),
  );
  const numbers = runs.map(([run]) => run.replace(/\D/g, ''));
  if (numbers.some(isCitizenId)) return 'CITIZEN_ID';
  return numbers.some(isPhone) ? 'PHONE' : null;
}

/**
 * Lets text through that holds nothing sensitive.
 *
 * @throws {DomainError} `TEXT_SENSITIVE` with a hint what to write instead; the text itself is not repeated
 */
export function requireHarmless(text: string, field: string): string {
  const kind = sensitiveKind(text);
  if (kind === null) return text;
  throw new DomainError('TEXT_SENSITIVE', HINTS[kind](field), { field });
}

/** As people read it: what is copied out of contacts and tables brings invisible marks and wide gaps with it. */
const asRead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[ \t]+/g, ' ');

// "mật khẩu: abc123", "pass 123456", "mã OTP của bác là 991122", "PIN=0000": the word, and then something that is one.
const WORD = '(?:mat khau|mk|password|passwd|pass|pwd|otp|ma otp|ma xac thuc|ma pin|pin)';
const SECRET = '[a-z0-9]*\\d[a-z0-9]*';
const CREDENTIAL = new RegExp(
  `\\b${WORD}\\b(?:(?: (?:moi|cu|vneid|dvc|zalo|email|app))* ${SECRET}|(?: [a-z0-9]+){0,5} la ${SECRET})`,
);

// "mật khẩu: Abc@1234": folding takes the signs away that make it one. A sign that ends a sentence is none.
const SIGNED_SECRET = new RegExp(
  `\\b${WORD}\\b(?:(?: (?:moi|cu|vneid|dvc|zalo|email|app))*|(?: [a-z0-9]+){0,5} la)(?:\\s*[:=]\\s*|\\s+)["“'(]?(?=\\S*[a-z0-9])\\S*[@#$%^&*+~!?_]\\S*[a-z0-9]`,
);

/** Lower case without diacritics and đ, and with every sign where it was. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd');

/** "120.000.000 đồng" is money, not somebody's number. */
const isAmount = (after: string): boolean =>
  /^\s*(?:đồng|vnđ|vnd|đ)(?![\p{L}\p{N}])/iu.test(after.normalize('NFC'));

/** Digits that belong together: at most one space, dot, dash or underscore between two of them. */
const DIGIT_RUN = /\d(?:[ .\-–_]?\d){7,}/g;

/** 12 digits: province 001–096, then century and sex 0–3 for people of today; or the old 9 digits. */
function isCitizenId(digits: string): boolean {
  if (digits.length === 12) return /^0[0-9]{2}[0-3]/.test(digits);
  return digits.length === 9 && !digits.startsWith('0');
}

/** Ten digits that begin as Vietnamese numbers do, or the same with the country code. */
function isPhone(digits: string): boolean {
  return /^0[35789]\d{8}$/.test(digits) || /^84[35789]\d{8}$/.test(digits);
}

const HINTS = {
  CITIZEN_ID: (field: string) => ({
    vi: `${field} có số giống số căn cước hoặc chứng minh nhân dân; không được lưu. Hãy bỏ số đó, chỉ ghi số lượt người.`,
    en: `${field} has a number like a citizen-ID number, which is never stored. Leave it out; count people instead.`,
  }),
  CREDENTIAL: (field: string) => ({
    vi: `${field} có mật khẩu hoặc mã xác thực; không được lưu. Hãy ghi “hỗ trợ lấy lại mật khẩu”, không ghi mật khẩu.`,
    en: `${field} has a password or a code, which is never stored. Write that a password was recovered, not the password.`,
  }),
  PHONE: (field: string) => ({
    vi: `${field} có số điện thoại; hãy ghi vào ô số điện thoại của thành viên, nơi số được mã hóa.`,
    en: `${field} has a phone number; put it into the member's phone field, where it is encrypted.`,
  }),
};
