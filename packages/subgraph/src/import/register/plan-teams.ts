import { searchText } from '@cnscd/domain';
import type { ProvinceFile } from '../province-file.ts';
import type { Row } from '../province-rows.ts';
import { planVillages, SYNTHETIC_MARK, unmarked } from './plan-villages.ts';
import type { RegisterCommune, RegisterVillage } from './register-places.ts';
import { seededDay, seededNumber, seededUuid } from './seeded.ts';
import { spreadEvenly, spreadMembers } from './team-sizes.ts';

export type RegisterEntry = ProvinceFile['register'][number];

/** A made-up team, before its members are. */
export interface PlannedTeam {
  row: Row & { id: string; code: string; unitId: string; foundedOn: string };
  level: 'COMMUNE' | 'VILLAGE';
  size: number;
  commune: RegisterCommune;
  /** "xã Cam Tuyền", "thôn 3": the place as it stands inside a sentence. */
  placeName: string;
  /** Villages that the team's members may look after. */
  villages: readonly RegisterVillage[];
}

/** Teams of one place with the villages that had to be made up for them. */
export interface TeamPlan {
  teams: PlannedTeam[];
  villages: Row[];
}

/** The members of all village teams together; null when the sizes do not allow what the source states. */
export function villageTeamSizes(entry: RegisterEntry, communes: number): number[] | null {
  const { villageTeams, communeTeams, members, code } = entry;
  const { count, size } = villageTeams;
  if (members === undefined) {
    return Array.from({ length: count }, (_, index) => seededNumber(size.min, size.max, 'size', code, index));
  }
  const inCommuneTeams = communeTeams === undefined ? 0 : communes * communeTeams.size.min;
  return spreadMembers(members - inCommuneTeams, count, size);
}

/** Plans the teams of one place. Sizes were checked before. */
export function planTeams(entry: RegisterEntry, communes: readonly RegisterCommune[]): TeamPlan {
  const sizes = villageTeamSizes(entry, communes.length) ?? [];
  const villageCounts = spreadEvenly(entry.villageTeams.count, communes.length);
  const width = String(Math.max(...villageCounts)).length;
  const plan: TeamPlan = { teams: [], villages: [] };
  communes.forEach((commune, index) => {
    const villages = planVillages(commune, entry.villageTeams.villageKind, villageCounts[index] ?? 0);
    plan.villages.push(...villages.flatMap(({ row }) => (row === undefined ? [] : [row])));
    // A register of one commune needs no number for it.
    const prefix =
      communes.length === 1 ? entry.code : `${entry.code}-X${String(index + 1).padStart(2, '0')}`;
    if (entry.communeTeams !== undefined) {
      const code = communes.length === 1 ? `${prefix}-X` : prefix;
      const place = {
        level: 'COMMUNE' as const,
        unitId: commune.id,
        name: lowerFirst(commune.fullName),
        code,
      };
      plan.teams.push({ ...team(entry, commune, place), size: entry.communeTeams.size.min, villages });
    }
    villages.forEach((village, ordinal) => {
      const code = `${prefix}-T${String(ordinal + 1).padStart(Math.max(2, width), '0')}`;
      const place = {
        level: 'VILLAGE' as const,
        unitId: village.id,
        name: lowerFirst(unmarked(village.fullName)),
        code,
      };
      plan.teams.push({ ...team(entry, commune, place), size: sizes.shift() ?? 0, villages: [village] });
    });
  });
  return plan;
}

function team(
  entry: RegisterEntry,
  commune: RegisterCommune,
  place: { level: 'COMMUNE' | 'VILLAGE'; unitId: string; name: string; code: string },
): Omit<PlannedTeam, 'size' | 'villages'> {
  const { level, unitId, name: placeName, code } = place;
  const around = level === 'COMMUNE' ? commune.parentName : commune.fullName;
  const name = `${NAMES[entry.kind] ?? NAMES.COMMUNITY} ${placeName}, ${lowerFirst(around)}`;
  return {
    ...{ level, commune, placeName },
    row: {
      ...{
        id: seededUuid('team', code),
        code,
        name: `${name} ${SYNTHETIC_MARK}`,
        kind: entry.kind,
        level,
        unitId,
      },
      ...{ status: 'ACTIVE', foundedOn: seededDay(entry.founded.from, entry.founded.to, 'founded', code) },
      ...{ decisionId: entry.decision, isSynthetic: true, version: 1 },
      // A name under .example can never be a real group.
      zaloGroupUrl: entry.zaloGroups ? `https://zalo.example/g/${code.toLowerCase()}` : null,
      zaloGroupStatus: entry.zaloGroups ? 'LINKED' : 'NONE',
      searchText: searchText(name, commune.parentName, code),
    },
  };
}

const NAMES: Partial<Record<RegisterEntry['kind'], string>> & { COMMUNITY: string } = {
  COMMUNITY: 'Tổ công nghệ số cộng đồng',
  MERGED_DE_AN_06: 'Tổ công nghệ số cộng đồng và Đề án 06',
};

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
