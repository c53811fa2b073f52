import { DomainError, fold, nameKey, requirePersonName } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import type { SealedPhone } from '../../personal-data/phone-cipher.ts';
import { MemberResult } from './member.ts';
import { requireMemberToChange } from './member-for-write.ts';
import { UpdateMemberInput } from './member-inputs.ts';
import { memberChange } from './member-state.ts';
import { sealPhone } from './seal-phone.ts';

type Input = typeof UpdateMemberInput.$inferInput;

writeField({
  field: 'updateMember',
  description: `Changes a person's name or phone number. For the person, the leader of a team that he or she is in, and officers of its unit.
Errors: \`MEMBER_NOT_FOUND\`, \`PHONE_INVALID\`, \`PHONE_UNAVAILABLE\`.`,
  input: UpdateMemberInput,
  result: MemberResult,
  operation: updateMember,
  prepare: (ctx, { phone }: Input) => sealPhone(ctx, phone, 'phone'),
});

async function updateMember(write: Write, input: Input, sealed: SealedPhone | null) {
  const { tx, who } = write;
  const name = input.displayName == null ? null : requirePersonName(input.displayName, 'displayName');
  const changesPhone = input.phone !== undefined;
  if (name === null && !changesPhone) throw nothingToChange();
  const member = await requireMemberToChange(write, input);
  const displayName = name ?? member.displayName;
  const version = member.version + 1;
  await tx.rows(sql`
    /* updateMember */
    update member set display_name = ${displayName}, search_text = ${fold(displayName)}, name_key = ${nameKey(displayName)},
      phone_cipher = case when ${changesPhone} then ${sealed?.cipher ?? null}::bytea else phone_cipher end,
      phone_digest = case when ${changesPhone} then ${sealed?.digest ?? null}::bytea else phone_digest end,
      version = ${version}
    where id = ${member.id}::uuid`);
  const before = member.hasPhone ? 'PRESENT' : 'ABSENT';
  const after = sealed === null ? 'ABSENT' : member.hasPhone ? 'REPLACED' : 'PRESENT';
  await appendAudit(
    tx,
    who,
    memberChange(
      { id: member.id, version, teamId: member.teamId, unitId: member.unitId },
      { displayName: member.displayName, phone: before },
      { displayName, phone: changesPhone ? after : before },
    ),
  );
  return done('Member', member.id, version);
}

function nothingToChange(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Không có gì để đổi; hãy ghi displayName hoặc phone.',
      en: 'There is nothing to change; give displayName or phone.',
    },
    { field: 'displayName' },
  );
}
