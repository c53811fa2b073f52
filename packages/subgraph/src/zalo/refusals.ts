import { DomainError, type ErrorCode } from '@cnscd/domain';
import { ZaloError, type ZaloErrorCode } from '@cnscd/zalo';
import type { ZaloSignIn } from './zalo-options.ts';

/** What the person can mend has a code of its own; what the operator has to is one code, whose reason is in the log. */
const CODES: Readonly<Record<ZaloErrorCode, ErrorCode>> = {
  ZALO_TOKEN_INVALID: 'ZALO_TOKEN_INVALID',
  ZALO_CODE_INVALID: 'ZALO_CODE_INVALID',
  ZALO_UNAVAILABLE: 'ZALO_UNAVAILABLE',
  ZALO_REGION_BLOCKED: 'ZALO_REFUSED',
  ZALO_PROOF_INVALID: 'ZALO_REFUSED',
  ZALO_REFUSED: 'ZALO_REFUSED',
  ZALO_ANSWER_UNKNOWN: 'ZALO_REFUSED',
};

const OF_THE_PERSON: readonly ErrorCode[] = ['ZALO_TOKEN_INVALID', 'ZALO_CODE_INVALID'];

/** What Zalo answered, or the refusal that its refusal is. */
export async function answerOfZalo<Answer>(zalo: ZaloSignIn, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ZaloError)) throw error;
    const code = CODES[error.code];
    if (!OF_THE_PERSON.includes(code)) zalo.onRefused(error);
    throw new DomainError(code, code === 'ZALO_REFUSED' ? TELL_THE_OPERATOR : error.messages);
  }
}

/** What Zalo said, and what helps, is for the operator: who signs in can do nothing about it. */
const TELL_THE_OPERATOR = {
  vi: 'Máy chủ chưa hỏi được Zalo; hãy báo người quản trị hệ thống.',
  en: 'The server could not ask Zalo; tell the administrator of the system.',
};

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

/** Each is a question to Zalo: one request must not become hundreds of them. */
export const oneSignInAtATime = () =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Mỗi yêu cầu chỉ được gọi signInWithZalo một lần; hãy gửi các lần sau bằng yêu cầu khác.',
      en: 'A request may call signInWithZalo once; send the others in requests of their own.',
    },
    { field: 'signInWithZalo' },
  );
