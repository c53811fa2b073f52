import { DomainError, type Messages } from './errors.ts';

/** A Vietnamese mobile number as it is stored and compared: `+84912345678`. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' };

/**
 * A mobile number from how people write it: with spaces, dots or dashes, with 0, 84, +84 or 0084 before it.
 *
 * @throws {DomainError} `PHONE_INVALID` saying what would be right; what was given is not repeated
 */
export function phoneNumber(text: string, field = 'phone'): PhoneNumber {
  if (text.length > LONGEST_WRITTEN) throw phoneInvalid(field, MOBILE_ONLY);
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  const [, subscriber] = MOBILE.exec(plain.replace(/[\s.\-–()]/g, '')) ?? [];
  if (subscriber !== undefined && WRITTEN.test(plain)) return `+84${subscriber}` as PhoneNumber; // checked above
  throw phoneInvalid(field, phoneHint(plain));
}

/** What would be right instead of what was written, and is no mobile number. */
export function phoneHint(written: string): Messages {
  const digits = written.replace(/\D/g, '');
  if (RENUMBERED.test(digits)) return RENUMBERED_HINT;
  return LANDLINE.test(digits) ? LANDLINE_HINT : MOBILE_ONLY;
}

/** What those who need not call see of a number: `•••• ••• 678`. */
export function maskPhone(phone: PhoneNumber): string {
  return `•••• ••• ${phone.slice(-3)}`;
}

/** A number as people write and dial it, with its zero: `0912 345 678`. */
export function formatPhone(phone: PhoneNumber): string {
  const digits = `0${phone.slice(3)}`;
  return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
}

const LONGEST_WRITTEN = 40;

/** Digits and what stands between them. */
const WRITTEN = /^[+\d\s.\-–()]+$/;

/** +84 (0)912 345 678 is written too. Mobile numbers begin with 3, 5, 7, 8 or 9 since 2018. */
const MOBILE = /^(?:(?:\+84|0084|84)0?|0)([35789]\d{8})$/;

// Numbers copied out of a phone's contacts are wrapped in marks of the writing direction.
const INVISIBLE = /\p{Cf}/gu;

/** Numbers of 11 digits were renumbered in September and October 2018, by their first digits. */
const RENUMBERED = /^(?:0|84|0084)1(?:2\d|6[2-9]|8[68]|99)\d{7}$/;
const LANDLINE = /^(?:0|84|0084)2\d{8,9}$/;

const MOBILE_ONLY: Messages = {
  vi: 'phải là số di động Việt Nam: 10 chữ số bắt đầu bằng 03, 05, 07, 08 hoặc 09, có thể viết +84 thay số 0 đầu',
  en: 'it must be a Vietnamese mobile number: 10 digits that begin with 03, 05, 07, 08 or 09, or with +84 for the first 0',
};
const LANDLINE_HINT: Messages = {
  vi: 'đây là số máy bàn; hãy ghi số di động, 10 chữ số bắt đầu bằng 03, 05, 07, 08 hoặc 09',
  en: 'this is a landline; give a mobile number, 10 digits that begin with 03, 05, 07, 08 or 09',
};
const RENUMBERED_HINT: Messages = {
  vi: 'số 11 chữ số đã đổi sang 10 chữ số từ năm 2018; hãy ghi số mới, bắt đầu bằng 03, 05, 07 hoặc 08',
  en: 'numbers of 11 digits became 10 digits in 2018; give the new one, which begins with 03, 05, 07 or 08',
};

function phoneInvalid(field: string, hint: Messages): DomainError {
  return new DomainError(
    'PHONE_INVALID',
    { vi: `${field}: ${hint.vi}`, en: `${field}: ${hint.en}` },
    { field },
  );
}
