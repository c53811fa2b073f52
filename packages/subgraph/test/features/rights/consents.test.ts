import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { person, stranger } from '../../support/people.ts';
import { teamWithRights, writing } from './writing.ts';

const { run, database, team, commune, foreign, somebody } = await teamWithRights();
const record = writing(run, 'recordConsent', 'Consent');
const withdraw = writing(run, 'withdrawConsent', 'Consent');

const given = (memberId: string, more: Record<string, unknown> = {}) => ({
  ...{ memberId, purpose: 'CONTACT', basis: 'CONSENT', textVersion: '2026-01', channel: 'PAPER' },
  ...{ givenOn: '2026-11-20', evidence: 'Phiếu số 12' },
  ...more,
});

const consentsOf = async (id: string, as = commune) => {
  const { data } = await run(
    'query ($id: ID!) { member(id: $id) { consents { purpose withdrawal { withdrawnOn } } } }',
    { id },
    { as },
  );
  return data.member.consents;
};

describe('a consent', () => {
  it('is none by default: a new person has agreed to nothing', async () => {
    const { id } = await somebody();
    expect(await consentsOf(id)).toEqual([]);
    const [counted] = await database.rows<{ n: number }>(sql`
      select count(*) as n from consent c join member m on m.id = c.member_id where m.is_synthetic`);
    expect(counted?.n).toBe(0);
  });

  it('names the wording, the way and the day', async () => {
    const { id } = await somebody();
    const consent = await record(commune, given(id));
    expect(consent).toMatchObject({
      ...{ __typename: 'Consent', version: 1, purpose: 'CONTACT', basis: 'CONSENT', channel: 'PAPER' },
      ...{ givenOn: '2026-11-20', evidence: 'Phiếu số 12', withdrawal: null, member: { id } },
      text: { version: '2026-01', wording: expect.stringContaining('Tôi đồng ý') },
    });
  });

  it('needs a wording that was in use on the day, and another ground has none', async () => {
    const { id } = await somebody();
    const refused = async (more: Record<string, unknown>) => (await record(commune, given(id, more))).code;
    expect(await refused({ textVersion: '2025-01' })).toBe('CONSENT_TEXT_NOT_FOUND');
    expect(await refused({ givenOn: '2025-12-31' })).toBe('CONSENT_TEXT_NOT_FOUND');
    expect(await refused({ textVersion: null })).toBe('INPUT_INVALID');
    expect(await refused({ basis: 'PUBLIC_TASK' })).toBe('INPUT_INVALID');
    expect(await refused({ givenOn: '2026-11-23' })).toBe('DATE_INVALID');
    expect(await consentsOf(id)).toEqual([]);
    const other = await record(commune, given(id, { basis: 'PUBLIC_TASK', textVersion: null }));
    expect(other).toMatchObject({ basis: 'PUBLIC_TASK', text: null });
  });

  it('is given by the person too, and by nobody else', async () => {
    const { id } = await somebody();
    expect(await record(person(id), given(id, { channel: 'PORTAL' }))).toMatchObject({ version: 1 });
    expect(await record(team.leader, given(id))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await record(team.member, given(id))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await record(foreign, given(id))).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
    expect(await record(stranger(), given(id))).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
    expect(await consentsOf(id, person(id))).toHaveLength(1);
    expect(await consentsOf(id, team.leader)).toEqual([]);
  });
});

describe('its withdrawal', () => {
  it('stands beside it and rewrites nothing', async () => {
    const { id } = await somebody();
    const consent = await record(commune, given(id));
    const row = () => database.rows(sql`select * from consent where id = ${consent.id}::uuid`);
    const before = await row();
    const gone = await withdraw(person(id), {
      ...{ id: consent.id, expectedVersion: 1, channel: 'PORTAL', withdrawnOn: '2026-11-21' },
    });
    expect(gone).toMatchObject({ version: 2, withdrawal: { channel: 'PORTAL', withdrawnOn: '2026-11-21' } });
    expect(await row()).toEqual(before);
    const again = { id: consent.id, channel: 'PORTAL', withdrawnOn: '2026-11-21' };
    expect(await withdraw(commune, { ...again, expectedVersion: 1 })).toMatchObject({
      __typename: 'Conflict',
    });
    expect(await withdraw(commune, { ...again, expectedVersion: 2 })).toMatchObject({
      code: 'CONSENT_STATE',
    });
  });

  it('is not before the consent, and not for strangers', async () => {
    const { id } = await somebody();
    const consent = await record(commune, given(id));
    const input = { id: consent.id, expectedVersion: 1, channel: 'PHONE', withdrawnOn: '2026-11-19' };
    expect(await withdraw(commune, input)).toMatchObject({ code: 'DATE_INVALID', field: 'withdrawnOn' });
    expect(await withdraw(foreign, input)).toMatchObject({ code: 'CONSENT_NOT_FOUND' });
    expect(await withdraw(team.leader, input)).toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

it('neither can be rewritten or removed, by whoever has the database', async () => {
  const { id } = await somebody();
  const consent = await record(commune, given(id));
  await expect(
    database.rows(sql`update consent set given_on = '2020-01-01' where id = ${consent.id}::uuid`),
  ).rejects.toThrow(/is proof/);
  await expect(database.rows(sql`delete from consent where id = ${consent.id}::uuid`)).rejects.toThrow(
    /is proof/,
  );
});

it('the audit says of whom, what for and when, and not who the person is', async () => {
  const { id } = await somebody();
  const consent = await record(commune, given(id));
  const [entry] = await database.rows<{ after: object; personal: string | null }>(sql`
    select after, personal_digest as personal from audit_entry where entity_id = ${consent.id}`);
  expect(entry).toEqual({
    after: {
      ...{ memberId: id, purpose: 'CONTACT', basis: 'CONSENT', textVersion: '2026-01' },
      ...{ channel: 'PAPER', givenOn: '2026-11-20' },
    },
    personal: null,
  });
});
