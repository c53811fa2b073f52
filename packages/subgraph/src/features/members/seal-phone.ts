import { phoneNumber } from '@cnscd/domain';
import type { Context } from '../../context.ts';
import { phoneUnavailable, type SealedPhone } from '../../personal-data/phone-cipher.ts';

/**
 * A phone number as it may be stored. Done before the transaction begins, so that the number itself never comes near it.
 *
 * @throws {DomainError} `PHONE_INVALID`, `PHONE_UNAVAILABLE`
 */
export async function sealPhone(
  { phones }: Context,
  text: string | null | undefined,
  field: string,
): Promise<SealedPhone | null> {
  if (text == null) return null;
  const phone = phoneNumber(text, field);
  if (phones === null) throw phoneUnavailable(field);
  return phones.seal(phone);
}
