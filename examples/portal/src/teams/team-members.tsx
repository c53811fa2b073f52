import { CORE_MEMBER_LABEL, formatNumber, label, type MemberRole } from '@cnscd/domain';
import type { Team, TeamMember } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';

const BY_RANK: readonly MemberRole[] = ['LEADER', 'DEPUTY', 'MEMBER'];

/** Names and roles, the leader first. */
export function TeamMembers({ team }: { team: Team }) {
  const { language, texts } = usePortal();
  const { nodes, totalCount } = team.members;
  const people = nodes
    .map((member) => ({ member, membership: membershipIn(team, member) }))
    .sort((one, other) => rankOf(one.membership) - rankOf(other.membership));
  return (
    <div className="panel">
      <h4>{texts.membersCount(formatNumber(totalCount, { language }))}</h4>
      {nodes.length < totalCount && (
        <p className="hint">
          {texts.firstOf(formatNumber(nodes.length, { language }), formatNumber(totalCount, { language }))}
        </p>
      )}
      <ul className="people">
        {people.map(({ member, membership }) => (
          <li key={member.id}>
            <strong>{member.displayName}</strong>
            {membership !== undefined && <MembershipLine membership={membership} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Membership = TeamMember['memberships'][number];

function MembershipLine({ membership }: { membership: Membership }) {
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

const membershipIn = (team: Team, member: TeamMember): Membership | undefined =>
  member.memberships.find((membership) => membership.team.id === team.id);

const rankOf = (membership: Membership | undefined): number =>
  membership === undefined ? BY_RANK.length : BY_RANK.indexOf(membership.role);
