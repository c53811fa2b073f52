import { type LocalDate, localDate } from './dates.ts';
import { requireDayWithin } from './days-within.ts';
import { DomainError, type Messages } from './errors.ts';
import { requireText, TEXT_LIMITS } from './inputs.ts';
import { quoted, shown } from './shown.ts';
import type { AdminLevel, TeamKind, TeamStatus, ZaloGroupStatus } from './vocabulary.ts';

/** Units in which a team of each level may be founded. A village that no list has is left to its commune. */
const PLACES: Readonly<Record<AdminLevel, readonly AdminLevel[]>> = {
  NATION: ['NATION'],
  PROVINCE: ['PROVINCE'],
  DISTRICT: ['DISTRICT'],
  COMMUNE: ['COMMUNE'],
  VILLAGE: ['VILLAGE', 'COMMUNE'],
};

/**
 * Lets a team be founded in a unit: of the team's level, or the commune of a village.
 *
 * @param unitLevel - null for a team without a territory, which only an enterprise's may be
 * @throws {DomainError} `INPUT_INVALID` naming `level`, or `unitCode` where a unit is missing
 */
export function requireTeamPlace(kind: TeamKind, level: AdminLevel, unitLevel: AdminLevel | null): void {
  if (unitLevel === null) {
    if (kind === 'ENTERPRISE') return;
    throw invalid('unitCode', {
      vi: 'cần unitCode hoặc unitId: chỉ tổ của doanh nghiệp mới có thể không thuộc địa bàn nào',
      en: 'unitCode or unitId is missing: only an enterprise team may have no territory',
    });
  }
  const places = PLACES[level];
  if (places.includes(unitLevel)) return;
  throw invalid(
    'level',
    {
      vi: `level là ${level} nhưng đơn vị là cấp ${unitLevel}; đơn vị phải thuộc cấp ${places.join(' hoặc ')}`,
      en: `level is ${level} and the unit is of level ${unitLevel}; it must be ${places.join(' or ')}`,
    },
    level,
  );
}

/**
 * The enterprise of an enterprise team, and of no other.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
export function requireEmployer(kind: TeamKind, employer: string | null): string | null {
  if (kind === 'ENTERPRISE' && employer === null) {
    throw invalid('employer', {
      vi: 'tổ của doanh nghiệp phải ghi tên doanh nghiệp ở employer',
      en: 'an enterprise team needs the name of the enterprise in employer',
    });
  }
  if (kind !== 'ENTERPRISE' && employer !== null) {
    throw invalid('employer', {
      vi: `tổ loại ${kind} không có employer; chỉ tổ ENTERPRISE mới có`,
      en: `a team of kind ${kind} has no employer; only ENTERPRISE does`,
    });
  }
  return employer === null ? null : requireText(employer, 'employer', TEXT_LIMITS.name);
}

/**
 * Lets a team work only on a founding decision, or with the reason why there is none.
 *
 * @throws {DomainError} `DECISION_MISSING`
 */
export function requireGround(
  status: TeamStatus,
  ground: { decisionId: string | null; noDecisionReason: string | null },
): void {
  if (status === 'PLANNED' || ground.decisionId !== null || ground.noDecisionReason !== null) return;
  throw new DomainError(
    'DECISION_MISSING',
    {
      vi: 'Tổ chưa có quyết định thành lập thì chưa thể ACTIVE; hãy ghi decision, hoặc noDecisionReason là lý do chưa có.',
      en: 'A team without a founding decision cannot be ACTIVE; give the decision, or in noDecisionReason why there is none.',
    },
    { field: 'decision' },
  );
}

/**
 * A code that people type: capital letters without diacritics, digits and hyphens, 2 to 40 characters.
 *
 * @throws {DomainError} `INPUT_INVALID`
 */
export function requireTeamCode(text: string, field = 'code'): string {
  const code = requireText(text, field, TEXT_LIMITS.name);
  if (/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])$/.test(code)) return code;
  throw invalid(
    field,
    {
      vi: `${field} là ${quoted(code)}; hãy dùng 2–40 chữ in hoa không dấu, chữ số và dấu nối, ví dụ 19375-01`,
      en: `${field} is ${quoted(code)}; use 2 to 40 capital letters, digits and hyphens, for example 19375-01`,
    },
    shown(code),
  );
}

/**
 * The link of a Zalo group and its status. The link leads to the group, never to a person or a list of members.
 *
 * @returns the link as `https://zalo.me/g/…`, without what trackers add
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE` for a link that is somebody's phone number
 */
export function requireZaloGroup(
  url: string | null,
  status: ZaloGroupStatus,
): { url: string | null; status: ZaloGroupStatus } {
  if (status === 'NONE' && url !== null) {
    throw invalid('status', {
      vi: 'status là NONE nhưng có url; hãy bỏ url, hoặc dùng LINKED hay BROKEN',
      en: 'status is NONE and there is a url; leave it out, or use LINKED or BROKEN',
    });
  }
  if (status === 'LINKED' && url === null) {
    throw invalid('url', {
      vi: 'status là LINKED nhưng thiếu url của nhóm',
      en: 'status is LINKED and the url of the group is missing',
    });
  }
  return { url: url === null ? null : groupUrl(url), status };
}

function groupUrl(text: string): string {
  const clean = requireText(text, 'url', TEXT_LIMITS.url);
  const [, group] = GROUP_URL.exec(clean) ?? [];
  if (group !== undefined) return `https://zalo.me/g/${group}`;
  throw invalid(
    'url',
    {
      vi: `url là ${quoted(clean)}; phải là liên kết mời vào nhóm, dạng https://zalo.me/g/…`,
      en: `url is ${quoted(clean)}; it must be the invitation link of a group, https://zalo.me/g/…`,
    },
    shown(clean),
  );
}

const GROUP_URL = /^https:\/\/(?:www\.)?zalo\.me\/g\/([A-Za-z0-9]{4,40})\/?(?:[?#].*)?$/;

/** How far ahead a team may be planned. */
const FURTHEST_PLAN_DAYS = 366;

/**
 * The day on which a team was founded; ahead only for one that is planned.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
export function requireFoundation(text: string, status: TeamStatus, today: LocalDate): LocalDate {
  return requireDayWithin(localDate(text, 'foundedOn'), 'foundedOn', {
    today,
    daysAhead: status === 'PLANNED' ? FURTHEST_PLAN_DAYS : 0,
  });
}

const invalid = (field: string, messages: Messages, value?: string) =>
  new DomainError('INPUT_INVALID', messages, { field, ...(value === undefined ? {} : { value }) });
