import { DomainError, type ErrorCode } from '@cnscd/domain';
import { ZaloError, type ZaloErrorCode } from '@cnscd/zalo';
import type { ZaloSignIn } from './zalo-options.ts';

/** What the person can mend has a code of its own; what the operator has to is one code, with Zalo's reason in its sentence. */
const CODES: Readonly<Record<ZaloErrorCode, ErrorCode>> = {
  ZALO_TOKEN_INVALID: 'ZALO_TOKEN_INVALID',
  ZALO_CODE_INVALID: 'ZALO_CODE_INVALID',
  ZALO_UNAVAILABLE: 'ZALO_UNAVAILABLE',
  ZALO_REGION_BLOCKED: 'ZALO_REFUSED',
  ZALO_PROOF_INVALID: 'ZALO_REFUSED',
  ZALO_REFUSED: 'ZALO_REFUSED',
  ZALO_ANSWER_UNKNOWN: 'ZALO_REFUSED',
};

/** What Zalo answered, or the refusal that its refusal is. */
export async function answerOfZalo<Answer>(zalo: ZaloSignIn, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ZaloError)) throw error;
    if (CODES[error.code] === 'ZALO_REFUSED') zalo.onRefused(error);
    throw new DomainError(CODES[error.code], error.messages);
  }
}

export const zaloNotSetUp = () =>
  new DomainError('ZALO_NOT_SET_UP', {
    vi: 'Máy chủ này chưa thiết lập đăng nhập bằng Zalo; hãy đăng nhập bằng cách khác, hoặc báo người quản trị.',
    en: 'Sign-in by Zalo is not set up on this server; sign in by another way, or tell the operator.',
  });

export const zaloNotLinked = () =>
  new DomainError('ZALO_NOT_LINKED', {
    vi: 'Tài khoản Zalo này chưa gắn với ai trong sổ. Hãy cho phép mini app lấy số điện thoại Zalo để tìm bạn trong sổ, rồi đăng nhập lại.',
    en: 'This Zalo account is linked to nobody in the register. Let the mini app take the phone number of Zalo, by which you are found in the register, and sign in again.',
  });

/** One sentence whatever the reason: nobody has the number, several have, or the one who has it has another account. */
export const zaloPersonNotFound = () =>
  new DomainError('ZALO_PERSON_NOT_FOUND', {
    vi: 'Số điện thoại Zalo của bạn chưa dùng được để tìm đúng một người trong sổ. Hãy nhờ tổ trưởng hoặc cán bộ phụ trách của xã kiểm tra số điện thoại của bạn trong sổ, rồi đăng nhập lại.',
    en: 'By the phone number of your Zalo account no one person could be found in the register. Have the team leader or the commune officer in charge check your phone number in the register, and sign in again.',
  });
