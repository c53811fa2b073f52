import { formatNumber, type MemberRole } from '@cnscd/domain';
import type { TeamInside } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { type Membership, MembershipLine, membershipIn } from './membership-line.tsx';

const BY_RANK: readonly MemberRole[] = ['LEADER', 'DEPUTY', 'MEMBER'];

/** Names and roles, the leader first. */
export function TeamMembers({ inside }: { inside: TeamInside }) {
  const { language, texts } = usePortal();
  const { nodes, totalCount } = inside.members;
  const people = nodes
    .map((member) => ({ member, membership: membershipIn(inside.id, member) }))
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

const rankOf = (membership: Membership | undefined): number =>
  membership === undefined ? BY_RANK.length : BY_RANK.indexOf(membership.role);
