import { type Command, Option } from 'commander';
import { Refusal } from '../refusal.ts';
import type { AuthOptions, ClaimPaths } from './auth-options.ts';
import { OFFICER_ROLES, type OfficerRole } from './credential.ts';

/** What a command line and its environment say of sign-in. */
export interface AuthFlags {
  authIssuer?: string;
  authAudience?: string;
  authJwksUrl?: string;
  authAlgorithms?: string;
  authRoleNames?: string;
  authRolesClaim?: string;
  authMemberClaim?: string;
  authSubjectClaim?: string;
  authNameClaim?: string;
}

const FLAGS: readonly [flag: string, env: string, description: string][] = [
  ['--auth-issuer <url>', 'ISSUER', 'whose tokens are believed, as their "iss" says; default: nobody’s'],
  ['--auth-audience <name>', 'AUDIENCE', 'what they must name as "aud"'],
  ['--auth-jwks-url <url>', 'JWKS_URL', 'the issuer’s keys; default: as its openid-configuration says'],
  ['--auth-algorithms <list>', 'ALGORITHMS', 'signatures; default: RS256,PS256,ES256,EdDSA'],
  ['--auth-roles-claim <path>', 'ROLES_CLAIM', 'where its roles stand, ROLE:unit; default: cnscd_roles'],
  [
    '--auth-role-names <list>',
    'ROLE_NAMES',
    'what it calls them: theirs=COMMUNE_OFFICER,…; default: as here',
  ],
  ['--auth-member-claim <path>', 'MEMBER_CLAIM', 'the person’s id in the register; default: cnscd_member_id'],
  ['--auth-subject-claim <path>', 'SUBJECT_CLAIM', 'who it is; default: sub'],
  ['--auth-name-claim <path>', 'NAME_CLAIM', 'the person’s name; default: name'],
];

/** Lets a command take sign-in from its line, or from variables such as `CNSCD_AUTH_ISSUER`. */
export function addAuthFlags(command: Command): Command {
  for (const [flag, env, description] of FLAGS)
    command.addOption(new Option(flag, description).env(`CNSCD_AUTH_${env}`));
  return command;
}

/**
 * Undefined where no issuer is named: then nobody can sign in.
 *
 * @throws {Refusal} for half of what is needed, and for a role that is not one of ours
 */
export function readAuthFlags(flags: AuthFlags): AuthOptions | undefined {
  const { authIssuer: issuer = '', authAudience: audience = '' } = flags;
  if (Object.values(flags).every((value) => value === '')) return undefined;
  if (issuer === '' || audience === '') throw new Refusal(BOTH_NEEDED);
  const claims: Partial<ClaimPaths> = given({
    subject: flags.authSubjectClaim,
    name: flags.authNameClaim,
    roles: flags.authRolesClaim,
    memberId: flags.authMemberClaim,
  });
  const { authAlgorithms: algorithms, authRoleNames: roles } = flags;
  return {
    ...{ issuer, audience, claims, ...given({ jwksUrl: flags.authJwksUrl }) },
    ...(algorithms ? { algorithms: listed(algorithms) } : {}),
    ...(roles ? { roles: readRoleNames(roles) } : {}),
  };
}

/** An empty variable of the environment says nothing. */
function given<Name extends string>(values: Record<Name, string | undefined>): { [Key in Name]?: string } {
  const entries = Object.entries<string | undefined>(values).filter(([, value]) => value);
  return Object.fromEntries(entries) as { [Key in Name]?: string }; // those with undefined are filtered out
}

const listed = (text: string) => text.split(',').map((part) => part.trim());

function readRoleNames(text: string): Record<string, OfficerRole> {
  return Object.fromEntries(
    listed(text).map((pair) => {
      const at = pair.lastIndexOf('=');
      const role = OFFICER_ROLES.find((each) => each === pair.slice(at + 1));
      if (at < 1 || role === undefined) throw new Refusal(unreadableRole(pair));
      return [pair.slice(0, at), role];
    }),
  );
}

const BOTH_NEEDED = {
  vi: 'Đăng nhập cần cả --auth-issuer và --auth-audience: hãy khai cả hai, hoặc bỏ hết các khai báo --auth.',
  en: 'Sign-in needs both --auth-issuer and --auth-audience: give both, or none of the --auth settings.',
};

const unreadableRole = (pair: string) => ({
  vi: `--auth-role-names có "${pair}": phải có dạng tên=VAI_TRÒ, với vai trò là ${OFFICER_ROLES.join(', ')}.`,
  en: `--auth-role-names has "${pair}": it must be name=ROLE, with one of the roles ${OFFICER_ROLES.join(', ')}.`,
});
