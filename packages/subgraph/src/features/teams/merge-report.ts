import type { ReportLine } from '../../entities/merger.ts';
import { happening, linesOf } from '../../operations/merger-report.ts';
import type { CarriedMembership } from './carry-memberships.ts';
import { decisionsOf } from './founding-ground.ts';
import type { Stays } from './team-activities.ts';
import type { TeamMerger } from './team-merger.ts';

/** What a merger of teams did, for its report. */
interface MergeFacts {
  carried: readonly CarriedMembership[];
  /** Responsibilities that went along. */
  responsibilities: number;
  /** Planned activities that moved. */
  moved: number;
  stays: Stays;
}

/** What a merger of teams does, line by line. */
export function mergeReport(
  { into, sources, leaving, there, ground }: TeamMerger,
  { carried, responsibilities, moved, stays }: MergeFacts,
): ReportLine[] {
  const idsOf = (memberships: readonly { memberId: string }[]) => memberships.map(({ memberId }) => memberId);
  const isThere = new Set(idsOf(there));
  const leaders = leaving.filter(({ role }) => role === 'LEADER');
  const isLed = there.some(({ role }) => role === 'LEADER');
  const withGroup = sources.filter(({ zaloGroupStatus }) => zaloGroupStatus !== 'NONE');
  return happening([
    listed(
      'TEAMS_ENDED',
      sources.map(({ code, name }) => `${code} ${name}`),
    ),
    people('MEMBERS_CARRIED', idsOf(carried)),
    people(
      'MEMBERS_ALREADY_THERE',
      idsOf(leaving).filter((id) => isThere.has(id)),
    ),
    people('LEADERS_TO_MEMBERS', idsOf(leaders)),
    listed('LEADER_MISSING', isLed ? [] : [into.code]),
    counted('RESPONSIBILITIES_CARRIED', responsibilities),
    counted('ACTIVITIES_MOVED', moved),
    counted('ACTIVITIES_STAY', stays.activities),
    counted('ACTIVITIES_AFTER_END', stays.activitiesAfterEnd),
    listed('TARGETS_STAY', stays.targets),
    listed(
      'ZALO_GROUPS_LEFT',
      withGroup.map(({ code }) => code),
    ),
    listed('DECISION', decisionsOf(ground)),
  ]);
}

const { listed, counted, people } = linesOf({
  TEAMS_ENDED: ['Tổ kết thúc', 'Teams that end'],
  MEMBERS_CARRIED: ['Thành viên chuyển sang tổ mới', 'People carried over'],
  MEMBERS_ALREADY_THERE: ['Thành viên đã ở tổ mới', 'People who are there already'],
  LEADERS_TO_MEMBERS: ['Tổ trưởng trở thành thành viên', 'Leaders who become members'],
  LEADER_MISSING: ['Tổ còn lại chưa có tổ trưởng', 'The team that goes on has no leader'],
  RESPONSIBILITIES_CARRIED: ['Phần phụ trách chuyển theo', 'Responsibilities that go along'],
  ACTIVITIES_MOVED: ['Hoạt động dự kiến chuyển sang', 'Planned activities that move'],
  ACTIVITIES_STAY: ['Hoạt động ở lại với tổ cũ', 'Activities that stay with their team'],
  ACTIVITIES_AFTER_END: [
    'Hoạt động có ngày sau ngày cuối của tổ',
    'Activities held after the last day of their team',
  ],
  TARGETS_STAY: ['Chỉ tiêu giao riêng ở lại với tổ cũ', 'Targets that stay with their team'],
  ZALO_GROUPS_LEFT: ['Nhóm Zalo của tổ cũ', 'Zalo groups of the teams that end'],
  DECISION: ['Quyết định', 'Decision'],
});
