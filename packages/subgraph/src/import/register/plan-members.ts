import type { Affiliation } from '@cnscd/domain';
import { fold, nameKey } from '@cnscd/domain';
import type { Row } from '../province-rows.ts';
import { personName } from './person-name.ts';
import type { PlannedTeam, RegisterEntry } from './plan-teams.ts';
import { SYNTHETIC_MARK } from './plan-villages.ts';
import { seededUuid } from './seeded.ts';

/** Made-up people of one or more teams. */
export interface MemberPlan {
  members: Row[];
  memberships: Row[];
  responsibilities: Row[];
}

/** Plans as many members for a team as its size says. Nobody is in two teams, so that people add up. */
export function planMembers(entry: RegisterEntry, team: PlannedTeam): MemberPlan {
  const plan: MemberPlan = { members: [], memberships: [], responsibilities: [] };
  const part = team.level === 'COMMUNE' ? entry.communeTeams : entry.villageTeams;
  const composition: readonly Affiliation[] = part?.composition ?? [];
  const youth = composition.indexOf('YOUTH_UNION');
  const duties = team.level === 'COMMUNE' ? dutiesOf(entry, team) : [];
  for (let index = 0; index < team.size; index++) {
    const { code, id: teamId, foundedOn } = team.row;
    const name = personName(code, index);
    const memberId = seededUuid('member', code, index);
    const membershipId = seededUuid('membership', code, index);
    plan.members.push({
      ...{
        id: memberId,
        displayName: `${name} ${SYNTHETIC_MARK}`,
        searchText: fold(name),
        nameKey: nameKey(name),
      },
      ...{ isSynthetic: true, version: 1 },
    });
    plan.memberships.push({
      ...{ id: membershipId, teamId, memberId, validFrom: foundedOn },
      role: index === 0 ? 'LEADER' : index === 1 ? 'DEPUTY' : 'MEMBER',
      // Core members are the leader and one of the youth union, as in the programme for free mobile data.
      isCore: index === 0 || index === youth,
      affiliations: [composition[index] ?? 'SKILLED_RESIDENT'],
    });
    const duty = duties[index];
    if (duty !== undefined) {
      plan.responsibilities.push({ id: seededUuid('responsibility', code, index), membershipId, ...duty });
    }
  }
  return plan;
}

/** One duty for each member: first each village, then schools and the one-stop desk by turns. */
function dutiesOf(entry: RegisterEntry, team: PlannedTeam): Row[] {
  const kinds = entry.communeTeams?.responsibilities ?? [];
  const villages = kinds.includes('VILLAGE')
    ? team.villages.map(({ id, fullName }) => ({ kind: 'VILLAGE', name: fullName, unitId: id }))
    : [];
  const facilities = kinds.filter((kind) => kind !== 'VILLAGE');
  const rest = Array.from({ length: Math.max(0, team.size - villages.length) }, (_, index) => {
    const kind = facilities[index % facilities.length];
    if (kind === undefined) return [];
    const name =
      kind === 'SCHOOL' ? `Trường học số ${Math.floor(index / facilities.length) + 1}` : 'Bộ phận một cửa';
    return [{ kind, name: `${name} ${team.placeName} ${SYNTHETIC_MARK}`, unitId: team.commune.id }];
  });
  return [...villages, ...rest.flat()];
}
