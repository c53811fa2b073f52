import { describe, expect, it } from 'vitest';
import type { AuthOptions } from '../../src/auth/auth-options.ts';
import type { Claims } from '../../src/auth/credential.ts';
import { tokenVerifier } from '../../src/auth/verify-token.ts';
import { AUDIENCE, ISSUER, NOW, sign, signingKey } from './tokens.ts';

const key = await signingKey('ES256', 'k1');
const MEMBER = '17f86c08-dc19-8f27-aaee-b1890a4272a2';

async function read(claims: Record<string, unknown>, options: Partial<AuthOptions> = {}): Promise<Claims> {
  const verify = tokenVerifier(
    { issuer: ISSUER, audience: AUDIENCE, jwks: { keys: [key.jwk] }, ...options },
    { clock: () => NOW },
  );
  const credential = await verify(`Bearer ${await sign(key, claims)}`);
  return credential.kind === 'VERIFIED' ? credential.claims : expect.fail(`the token is ${credential.kind}`);
}

describe('roles', () => {
  it.each<[string, unknown, string[]]>([
    [
      'of a code, of a code on a day and of an id',
      ['ADMINISTRATOR:VN', 'COMMUNE_OFFICER:19597@2025-07-01', 'PROVINCIAL_OFFICER:province:44:2025-07-01'],
      ['ADMINISTRATOR VN', 'COMMUNE_OFFICER 19597@2025-07-01', 'PROVINCIAL_OFFICER province:44:2025-07-01'],
    ],
    [
      'in one text with blanks',
      'openid COMMUNE_OFFICER:19597 PROVINCIAL_OFFICER:44',
      ['COMMUNE_OFFICER 19597', 'PROVINCIAL_OFFICER 44'],
    ],
    [
      'of other systems are passed over',
      [
        'editor',
        'offline_access',
        'LEADER:19597',
        'COMMUNE_OFFICER',
        'COMMUNE_OFFICERS:1',
        'administrator:VN',
        7,
        null,
        { role: 'ADMINISTRATOR' },
      ],
      [],
    ],
    [
      'without a unit, or with one that is none',
      [
        'ADMINISTRATOR:',
        'ADMINISTRATOR: VN',
        'ADMINISTRATOR:V\0N',
        `ADMINISTRATOR:${'1'.repeat(201)}`,
        'ADMINISTRATOR:VN@2025-02-30',
        'ADMINISTRATOR:VN@',
        'ADMINISTRATOR:@2025-07-01',
      ],
      [],
    ],
    ['said twice count once', ['ADMINISTRATOR:VN', 'ADMINISTRATOR:VN'], ['ADMINISTRATOR VN']],
    ['that are no list are none', { ADMINISTRATOR: 'VN' }, []],
  ])('%s', async (_, roles, expected) => {
    const { grants } = await read({ cnscd_roles: roles });
    expect(grants.map(({ role, unit }) => `${role} ${unit}`)).toEqual(expected);
  });

  it('are fifty at most', async () => {
    const roles = Array.from({ length: 60 }, (_, index) => `COMMUNE_OFFICER:${19000 + index}`);
    expect((await read({ cnscd_roles: roles })).grants).toHaveLength(50);
  });

  it('by the names of the provider, and then by no other', async () => {
    const roles = { 'cnscd:xa': 'COMMUNE_OFFICER', 'quan-tri': 'ADMINISTRATOR' } as const;
    const { grants } = await read(
      { cnscd_roles: ['cnscd:xa:19597', 'quan-tri:VN', 'ADMINISTRATOR:44'] },
      { roles },
    );
    expect(grants).toEqual([
      { role: 'COMMUNE_OFFICER', unit: '19597' },
      { role: 'ADMINISTRATOR', unit: 'VN' },
    ]);
  });
});

describe('a claim is found', () => {
  const roles = ['PROVINCIAL_OFFICER:44'];
  it.each<[string, Record<string, unknown>]>([
    ['realm_access.roles', { realm_access: { roles } }],
    ['https://portal.gov.vn/roles', { 'https://portal.gov.vn/roles': roles }],
    ['resource_access.vn.gov.cnscd.roles', { resource_access: { 'vn.gov.cnscd': { roles } } }],
  ])('at %s', async (path, claims) => {
    const { grants } = await read(claims, { claims: { roles: path } });
    expect(grants).toEqual([{ role: 'PROVINCIAL_OFFICER', unit: '44' }]);
  });

  it.each(['__proto__.roles', 'constructor.name', 'realm_access.roles.length', 'missing.roles'])(
    'nowhere at %s',
    async (path) => {
      expect((await read({ realm_access: { roles: [] } }, { claims: { roles: path } })).grants).toEqual([]);
    },
  );

  it('for each of them where it is said to be', async () => {
    const claims = { subject: 'oid', name: 'profile.display', memberId: 'ext.member' };
    const payload = { oid: 'abc', profile: { display: ' Lê  Hoa ' }, ext: { member: MEMBER.toUpperCase() } };
    expect(await read(payload, { claims })).toEqual({
      issuer: ISSUER,
      subject: 'abc',
      name: 'Lê  Hoa',
      memberId: MEMBER,
      grants: [],
    });
  });
});

it.each<[string, Record<string, unknown>]>([
  ['a number', { cnscd_member_id: 12, name: 12 }],
  ['no UUID and an empty name', { cnscd_member_id: `${MEMBER}' or true`, name: ' ' }],
  ['unstorable text', { cnscd_member_id: 'a\0', name: 'a\0b' }],
  ['too long', { cnscd_member_id: `${MEMBER}0`, name: 'a'.repeat(201) }],
])('a member and a name that are %s are none', async (_, claims) => {
  expect(await read(claims)).toMatchObject({ memberId: null, name: null });
});

it('a name in combining marks is stored as Vietnamese keyboards type it', async () => {
  expect((await read({ name: 'Nguyễn'.normalize('NFD') })).name).toBe('Nguyễn');
});
