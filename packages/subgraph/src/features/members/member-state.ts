import type { Change } from '../../operations/audit.ts';

/** What the audit keeps of a person: the name so that it can be erased, and of the phone number only that there is one. */
export interface MemberState {
  displayName: string;
  phone: 'ABSENT' | 'PRESENT' | 'REPLACED';
  mergedIntoId?: string;
}

/** A change of a person, for the audit. */
export function memberChange(
  entry: { id: string; version: number; teamId: string | null; unitId: string | null; reason?: string },
  before: MemberState | null,
  after: MemberState,
): Change {
  const { id, version, teamId, unitId, reason = null } = entry;
  const [was, now] = [before === null ? null : parts(before), parts(after)];
  return {
    ...{ entityType: 'Member', entityId: id, version, teamId, unitId, reason },
    ...{ before: was?.plain ?? null, after: now.plain },
    personal: { before: was?.personal ?? null, after: now.personal },
  };
}

const parts = ({ displayName, ...plain }: MemberState) => ({ plain, personal: { displayName } });
