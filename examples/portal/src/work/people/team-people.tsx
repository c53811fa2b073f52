import { formatNumber, MEMBER_ROLES } from '@cnscd/domain';
import type { TeamMember, TeamSummary } from '@cnscd/sdk';
import { useState } from 'react';
import { DownloadLinks } from '../../files/download-links.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { type Membership, MembershipLine, membershipIn } from '../../teams/membership-line.tsx';
import { useWork } from '../work-context.tsx';
import { AddMember } from './add-member.tsx';
import { EndMembership, type Leaving } from './end-membership.tsx';

interface TeamPeopleProps {
  team: TeamSummary;
  isLeader: boolean;
  /** The person's own record. */
  memberId: string | null;
}

/** Who is in the team today; its leader adds people and lets them go. */
export function TeamPeople({ team, isLeader, memberId }: TeamPeopleProps) {
  const { client, language, texts } = usePortal();
  const { round, refresh, announce } = useWork();
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const query = useQuery(`people ${team.id} ${round}`, async (signal) => {
    const found: TeamMember[] = [];
    for await (const member of client.teams.members.all({ id: team.id }, { signal })) found.push(member);
    return leadersFirst(found, team.id);
  });
  const members = query.value ?? [];
  const settle = (said: string) => {
    setIsAdding(false);
    setLeaving(null);
    announce(said);
    refresh();
  };
  return (
    <div className="panel">
      <h4>{texts.membersCount(query.value === null ? '…' : formatNumber(members.length, { language }))}</h4>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {isAdding && (
        <AddMember
          teamId={team.id}
          onDone={(name) => settle(texts.work.memberAdded(name))}
          onCancel={() => setIsAdding(false)}
        />
      )}
      {isLeader && !isAdding && (
        <button type="button" className="button" onClick={() => setIsAdding(true)}>
          {texts.work.addMember}
        </button>
      )}
      <DownloadLinks
        kind="ROSTER"
        onTake={(format, options) => client.exports.download('roster', { format, teamId: team.id }, options)}
      />
      <ul className="people">
        {members.map((member) => (
          <Person
            key={member.id}
            member={member}
            membership={membershipIn(team.id, member)}
            isSelf={member.id === memberId}
            onLeave={isLeader ? setLeaving : null}
          />
        ))}
      </ul>
      {leaving !== null && (
        <EndMembership
          {...leaving}
          onDone={() => settle(texts.work.membershipEnded(leaving.member.displayName))}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}

interface PersonProps {
  member: TeamMember;
  membership: Membership | undefined;
  isSelf: boolean;
  /** Null for who may not end a membership. */
  onLeave: ((leaving: Leaving) => void) | null;
}

function Person({ member, membership, isSelf, onLeave }: PersonProps) {
  const { texts } = usePortal();
  return (
    <li>
      <strong>{member.displayName}</strong> {isSelf && <span className="tag">{texts.work.you}</span>}
      {membership !== undefined && <MembershipLine membership={membership} />}
      {member.phone !== null && (
        <span className="source-note">
          {texts.work.phone}: {member.phone}
        </span>
      )}
      {onLeave !== null && membership !== undefined && membership.to === null && (
        <button
          type="button"
          className="link"
          aria-label={`${texts.work.endMembership}: ${member.displayName}`}
          onClick={() => onLeave({ member, membership })}
        >
          {texts.work.endMembership}
        </button>
      )}
    </li>
  );
}

/** Of each rank by name, as the server lists them. */
function leadersFirst(members: readonly TeamMember[], teamId: string): TeamMember[] {
  const rank = (member: TeamMember) => {
    const role = membershipIn(teamId, member)?.role;
    return role === undefined ? MEMBER_ROLES.length : MEMBER_ROLES.indexOf(role);
  };
  return [...members].sort((one, other) => rank(one) - rank(other));
}
