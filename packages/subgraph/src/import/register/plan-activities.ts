import type { ActivityKind, Topic } from '@cnscd/domain';
import type { Row } from '../province-rows.ts';
import type { PlannedTeam, RegisterEntry } from './plan-teams.ts';
import { SYNTHETIC_MARK } from './plan-villages.ts';
import { seededChoice, seededDay, seededNumber, seededUuid } from './seeded.ts';

/** Made-up activities and what came of them. */
export interface ActivityPlan {
  activities: Row[];
  outcomes: Row[];
}

/** Plans as many activities as the entry asks for, spread over its teams and days. */
export function planActivities(entry: RegisterEntry, teams: readonly PlannedTeam[]): ActivityPlan {
  const plan: ActivityPlan = { activities: [], outcomes: [] };
  const [first, ...others] = teams;
  const span = entry.activities;
  if (span === undefined || first === undefined) return plan;
  for (let index = 0; index < span.count; index++) {
    const seed = [entry.code, 'activity', index] as const;
    const team = seededChoice([first, ...others], 'team', ...seed);
    const id = seededUuid(...seed);
    const { kind, title, topics, atPlace } = seededChoice(SCENES, 'scene', ...seed);
    const from = laterOf(team.row.foundedOn, span.from);
    const day = seededDay(from, span.to, 'day', ...seed);
    const hour = String(seededNumber(7, 17, 'hour', ...seed)).padStart(2, '0');
    plan.activities.push({
      ...{ id, teamId: team.row.id, kind, title: `${title} ${team.placeName} ${SYNTHETIC_MARK}` },
      status: seededChoice(['DONE', 'DONE', 'VERIFIED'], 'status', ...seed),
      startsAt: `${day}T${hour}:00:00+07:00`,
      recordedAt: `${day}T20:00:00+07:00`,
      durationMinutes: 30 * seededNumber(2, 6, 'duration', ...seed),
      ...{ unitId: team.row.unitId, place: `${atPlace} ${team.placeName}`, isSynthetic: true, version: 1 },
    });
    plan.outcomes.push(...topics.map((topic) => outcome(id, topic)));
  }
  return plan;
}

function laterOf(one: string, other: string): string {
  return one < other ? other : one;
}

/** Fewer are assisted than reached and fewer succeed; now and then a count was not taken. */
function outcome(activityId: string, topic: Topic): Row {
  const reached = seededNumber(8, 60, 'reached', activityId, topic);
  const assisted = seededNumber(0, reached, 'assisted', activityId, topic);
  const isCounted = seededNumber(1, 5, 'counted', activityId, topic) > 1;
  const succeeded = isCounted ? seededNumber(0, assisted, 'succeeded', activityId, topic) : null;
  return { activityId, topic, reached, assisted, succeeded };
}

interface Scene {
  kind: ActivityKind;
  title: string;
  topics: readonly Topic[];
  atPlace: string;
}

const SCENES: readonly [Scene, ...Scene[]] = [
  {
    kind: 'PROPAGANDA_SESSION',
    title: 'Tuyên truyền chuyển đổi số tại',
    topics: ['POLICY_PROPAGANDA', 'ONLINE_SAFETY'],
    atPlace: 'Nhà văn hóa',
  },
  {
    kind: 'LAUNCH_DAY',
    title: 'Ra quân cài đặt định danh điện tử tại',
    topics: ['E_ID'],
    atPlace: 'Sân nhà văn hóa',
  },
  {
    kind: 'HOUSEHOLD_VISIT',
    title: 'Đến từng nhà hướng dẫn dịch vụ công trực tuyến tại',
    topics: ['ONLINE_SERVICE_ACCOUNT', 'E_HEALTH'],
    atPlace: 'Các hộ gia đình',
  },
  {
    kind: 'MARKET_VISIT',
    title: 'Hướng dẫn tiểu thương thanh toán bằng mã QR tại',
    topics: ['QR_PAYMENT', 'MOBILE_MONEY'],
    atPlace: 'Chợ',
  },
  {
    kind: 'CULTURE_HOUSE_SESSION',
    title: 'Cài đặt sổ sức khỏe điện tử, bảo hiểm xã hội số tại',
    topics: ['E_HEALTH', 'SOCIAL_INSURANCE'],
    atPlace: 'Nhà văn hóa',
  },
  {
    kind: 'ONE_STOP_DESK_DUTY',
    title: 'Trực bộ phận một cửa giúp nộp hồ sơ trực tuyến,',
    topics: ['ONLINE_SERVICE_SUBMISSION', 'PASSWORD_RECOVERY'],
    atPlace: 'Bộ phận một cửa',
  },
];
