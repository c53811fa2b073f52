import { today } from '@cnscd/domain';
import type { TeamMember } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import type { Membership } from '../../teams/membership-line.tsx';
import { Field } from '../form/field.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';

/** Who is about to leave the team. */
export interface Leaving {
  member: TeamMember;
  membership: Membership;
}

interface EndMembershipProps extends Leaving {
  onDone(): void;
  onClose(): void;
}

/** Asks before somebody is let go: it cannot be taken back with one press. */
export function EndMembership({ member, membership, onDone, onClose }: EndMembershipProps) {
  const { client, texts } = usePortal();
  const { work } = texts;
  const { isSending, error, send } = useWrite();
  const [lastDay, setLastDay] = useState<string>(() => today(new Date()));
  const end = async (reason: string) => {
    const { id, version: expectedVersion } = membership;
    const input = { id, expectedVersion, lastDay, reason };
    if ((await send(input, client.members.endMembership)) !== null) onDone();
  };
  const isAtDay = error?.field === 'lastDay';
  return (
    <Dialog title={work.endsMembershipOf(member.displayName)} onClose={onClose}>
      <p>{work.endHint}</p>
      <ReasonForm
        label={work.whyEnded}
        action={work.endMembership}
        isSending={isSending}
        error={isAtDay ? null : error}
        onSend={end}
        onClose={onClose}
      >
        <Field
          name="lastDay"
          label={capitalised(work.fieldNames.lastDay)}
          faults={isAtDay ? { lastDay: error.messages } : {}}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
      </ReasonForm>
    </Dialog>
  );
}
