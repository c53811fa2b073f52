import { DomainError, label, VIEWER_ROLES, type ViewerRole } from '@cnscd/domain';
import type { Claims } from '../auth/credential.ts';
import type { Context } from '../context.ts';
import { scopeOf } from './scope.ts';

/**
 * Who asks.
 *
 * @throws {DomainError} `SIGN_IN_REQUIRED`, `TOKEN_INVALID`, `IDENTITY_UNAVAILABLE`
 */
export async function requireSignedIn(ctx: Context): Promise<Claims> {
  const { credential } = ctx;
  switch (credential.kind) {
    case 'VERIFIED':
      if (await isWorthless(ctx, credential.claims)) throw tokenInvalid();
      return credential.claims;
    case 'NONE':
      throw new DomainError('SIGN_IN_REQUIRED', {
        vi: 'Phần này chỉ dành cho người đã đăng nhập; hãy đăng nhập rồi thử lại.',
        en: 'This is for people who have signed in; sign in and try again.',
      });
    case 'INVALID':
      throw tokenInvalid();
    case 'UNAVAILABLE':
      throw new DomainError('IDENTITY_UNAVAILABLE', {
        vi: 'Chưa kiểm tra được phiên đăng nhập vì máy chủ định danh không trả lời; hãy thử lại sau ít phút.',
        en: 'The sign-in cannot be checked because the identity server does not answer; try again in a few minutes.',
      });
    default:
      return credential satisfies never;
  }
}

/**
 * Whether the link that the session stands and falls with is gone. The statement is that of the scope, which whoever
 * asks this asks for as well.
 */
const isWorthless = async (ctx: Context, { linkId }: Claims): Promise<boolean> =>
  linkId !== undefined && (await scopeOf(ctx)).memberId === null;

const tokenInvalid = () =>
  new DomainError('TOKEN_INVALID', {
    vi: 'Phiên đăng nhập đã hết hạn hoặc không hợp lệ; hãy đăng nhập lại.',
    en: 'The sign-in has expired or is not valid; sign in again.',
  });

/** The refusal of somebody who may see a thing but not do this with it. */
export function notPermitted(atLeast: ViewerRole, field?: string): DomainError {
  return new DomainError(
    'NOT_PERMITTED',
    {
      vi: `Việc này cần quyền ${label('viewerRole', atLeast, 'vi')} trở lên tại nơi đó.`,
      en: `This takes the role of ${label('viewerRole', atLeast, 'en')} or above there.`,
    },
    field === undefined ? {} : { field },
  );
}

/** Whether a role suffices. Null: no role at all. */
export function isAtLeast(role: ViewerRole | null, atLeast: ViewerRole): boolean {
  return role !== null && VIEWER_ROLES.indexOf(role) >= VIEWER_ROLES.indexOf(atLeast);
}
