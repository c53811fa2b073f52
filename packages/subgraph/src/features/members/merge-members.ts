import { requireText, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { applyMerger, MergerResult } from '../../operations/merger.ts';
import { newId } from '../../operations/new-id.ts';
import type { Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { planChanges, planMemberships, writePlan } from './join-memberships.ts';
import { MergeMembersInput } from './member-inputs.ts';
import { type MemberState, memberChange } from './member-state.ts';
import { type MergedRecord, type Merging, readRecords, requireMerging } from './members-for-merger.ts';
import { reportOf } from './merger-report.ts';

type Input = typeof MergeMembersInput.$inferInput;

writeField({
  field: 'mergeMembers',
  description: `Makes several records of one person one: memberships move to the record that stays, and where several were in one
team on the same days, that person is there once. For officers who oversee every team concerned. \`dryRun\` shows what would happen;
undoMerger takes it back within 30 days. Errors: \`MEMBER_NOT_FOUND\`, \`MERGER_INVALID\`, \`NOT_PERMITTED\`.`,
  input: MergeMembersInput,
  result: MergerResult,
  operation: mergeMembers,
});

async function mergeMembers(write: Write, input: Input) {
  const reason = requireText(input.reason, 'reason');
  const records = readRecords(input.keepId, input.duplicateIds);
  const id = newId(input.id);
  const merging = await requireMerging(write, records);
  const draft = {
    id,
    kind: 'MEMBER_MERGE',
    effectiveOn: today(write.now),
    unitId: merging.unitId,
    reason,
  } as const;
  return applyMerger(write, draft, {
    isDryRun: input.dryRun ?? false,
    work: () => merge(write, merging, reason),
  });
}

async function merge({ tx }: Write, { kept, duplicates, unitId }: Merging, reason: string) {
  const memberships = [kept, ...duplicates].flatMap((record) => record.memberships);
  const plan = planMemberships(kept.id, memberships);
  const carried = phoneToCarry(kept, duplicates);
  await writePlan(tx, plan);
  await mergeRecords(tx, { kept, duplicates, carried });
  const changes = [
    ...duplicates.map((record) => recordChange(record, { unitId, reason, mergedIntoId: kept.id })),
    recordChange(kept, { unitId, reason, ...(carried === null ? {} : { phone: 'PRESENT' }) }),
    ...planChanges(plan, memberships, reason),
  ];
  return { changes, report: reportOf({ kept, duplicates, plan, isPhoneCarried: carried !== null }) };
}

/** The record whose phone number the kept one takes: it has none, and the others name but one. */
function phoneToCarry(kept: MergedRecord, duplicates: readonly MergedRecord[]): string | null {
  if (kept.phoneDigest !== null) return null;
  const withPhone = duplicates.filter(({ phoneDigest }) => phoneDigest !== null);
  const numbers = new Set(withPhone.map(({ phoneDigest }) => phoneDigest?.toString('hex')));
  return numbers.size === 1 ? (withPhone[0]?.id ?? null) : null;
}

/** Points the duplicates, and what went into them before, at the kept record. */
async function mergeRecords(
  tx: Write['tx'],
  { kept, duplicates, carried }: Pick<Merging, 'kept' | 'duplicates'> & { carried: string | null },
): Promise<void> {
  const ids = duplicates.map(({ id }) => id);
  await tx.rows(sql`
    /* mergeRecords */
    update member m set version = m.version + 1,
      merged_into_id = case when m.id = ${kept.id}::uuid then null else ${kept.id}::uuid end,
      phone_cipher = case when m.id = ${kept.id}::uuid then coalesce(m.phone_cipher, source.phone_cipher) else m.phone_cipher end,
      phone_digest = case when m.id = ${kept.id}::uuid then coalesce(m.phone_digest, source.phone_digest) else m.phone_digest end
    from (select) only_row left join member source on source.id = ${carried}::uuid
    where m.id = ${kept.id}::uuid or m.id = any(${ids}::uuid[]) or m.merged_into_id = any(${ids}::uuid[])`);
}

interface RecordChange extends Partial<Pick<MemberState, 'phone' | 'mergedIntoId'>> {
  unitId: string | null;
  reason: string;
}

function recordChange(record: MergedRecord, { unitId, reason, ...after }: RecordChange) {
  const { id, version, displayName, phoneDigest } = record;
  const state: MemberState = { displayName, phone: phoneDigest === null ? 'ABSENT' : 'PRESENT' };
  return memberChange({ id, version: version + 1, teamId: null, unitId, reason }, state, {
    ...state,
    ...after,
  });
}
