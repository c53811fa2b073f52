import { CORE_MEMBER_LABEL, label } from '@cnscd/domain';
import type { TeamMember } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';

export type Membership = TeamMember['memberships'][number];

/** What a person is in a team: role, core flag, where from, what he or she looks after. */
export function MembershipLine({ membership }: { membership: Membership }) {
  const { language } = usePortal();
  const parts = [
    label('memberRole', membership.role, language),
    ...(membership.isCore ? [CORE_MEMBER_LABEL[language]] : []),
    ...membership.affiliations.map((affiliation) => label('affiliation', affiliation, language)),
    ...membership.responsibilities.map(
      ({ kind, name }) => `${label('responsibilityKind', kind, language)}: ${name}`,
    ),
  ];
  return <span className="source-note">{parts.join(' · ')}</span>;
}

export const membershipIn = (teamId: string, member: TeamMember): Membership | undefined =>
  member.memberships.find((membership) => membership.team.id === teamId);
