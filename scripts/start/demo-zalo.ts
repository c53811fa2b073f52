import { generateKeyPairSync } from 'node:crypto';
import type { DemoAccount } from '@cnscd/subgraph';
import { type FakePerson, type FakeZalo, startFakeZalo } from '@cnscd/zalo/testing';
import { askAsOfficer, type OfficersAccess } from './ask-as-officer.ts';

/** A made-up person of the register, and the account that he or she has in the fake Zalo. */
interface DemoPerson extends FakePerson {
  memberId: string;
  phone: string;
}

/** Not in the register: to see what such a person is told. */
const NEWCOMER: FakePerson = { id: '9009', name: 'Người chưa có trong sổ (giả lập)', phone: '84900000009' };

/** Numbers of nobody, one for each leader and member of the demonstration. */
const peopleOf = (accounts: readonly DemoAccount[]): DemoPerson[] =>
  accounts
    .filter(({ memberId }) => memberId !== null)
    .map(({ memberId, name }, index) => ({
      ...{ id: String(9001 + index), name: name.vi, phone: `8490000000${index + 1}` },
      memberId: memberId ?? '',
    }));

export interface DemoZaloOptions {
  accounts: readonly DemoAccount[];
  port: number;
  /** Pages that may sign people in. */
  origins: readonly string[];
}

/** Zalo as the mini app and the subgraph of the demonstration know it. */
export const startDemoZalo = ({ accounts, port, origins }: DemoZaloOptions): Promise<FakeZalo> =>
  startFakeZalo({ port, origins, people: [...peopleOf(accounts), NEWCOMER] });

/** Signs sessions of the demonstration while it runs. */
export const demoSessionKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();

/**
 * Gives the people of the demonstration the phone numbers of their Zalo accounts, as an officer would: by these they are
 * found when they first sign in. Those who have theirs already keep it.
 */
export async function enterDemoPhones({
  accounts,
  ...access
}: OfficersAccess & { accounts: readonly DemoAccount[] }): Promise<void> {
  const ask = await askAsOfficer(access);
  for (const { memberId: id, phone } of peopleOf(accounts)) {
    const { member } = await ask<Found>('query ($id: ID!) { member(id: $id) { version phone } }', { id });
    if (member === null || member.phone === `+${phone}`) continue;
    const changes = { id, expectedVersion: member.version, phone: `+${phone}` };
    await ask(
      'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { ... on Refusal { message } } }',
      { input: { idempotencyKey: crypto.randomUUID(), ...changes } },
    );
  }
}

interface Found {
  member: { version: number; phone: string | null } | null;
}
