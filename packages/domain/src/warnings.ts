import { formatDate } from './dates.ts';
import type { Messages } from './errors.ts';
import { formatNumber } from './format-numbers.ts';
import { LAST_DAY_OF_DISTRICTS } from './horizon.ts';
import type { WarningCode } from './vocabulary.ts';

/** Something that a reader of a figure must know. Contradictions are shown, not repaired. */
export interface Warning {
  code: WarningCode;
  messages: Messages;
  /** By how much, in the unit of the figure; null where there is no such number. */
  shortfall: number | null;
}

const n = (value: number) => formatNumber(value);

/** Fewer members than the size rule asks of that many teams. */
export function ruleMinSize(unitName: string, teams: number, needed: number, members: number): Warning {
  const shortfall = needed - members;
  return {
    code: 'RULE_MIN_SIZE',
    shortfall,
    messages: {
      vi: `${unitName}: ${n(teams)} tổ cần ít nhất ${n(needed)} thành viên theo quy định, báo cáo có ${n(members)}: thiếu ${n(shortfall)}.`,
      en: `${unitName}: ${teams} teams need at least ${needed} members by rule, ${members} are reported: ${shortfall} short.`,
    },
  };
}

/** What is left after the units below does not satisfy the size rule. */
export function childSum(unitName: string, teams: number, needed: number, members: number): Warning {
  const shortfall = needed - members;
  return {
    code: 'CHILD_SUM',
    shortfall,
    messages: {
      vi: `${unitName}: trừ các đơn vị cấp dưới đã báo cáo, còn ${n(members)} thành viên cho ${n(teams)} tổ, cần ít nhất ${n(needed)}: thiếu ${n(shortfall)}.`,
      en: `${unitName}: without the units below that report, ${members} members are left for ${teams} teams, which need at least ${needed}: ${shortfall} short.`,
    },
  };
}

/** The units below report more than the unit itself. */
export function childSumExceeds(unitName: string, what: Messages, own: number, below: number): Warning {
  return {
    code: 'CHILD_SUM',
    shortfall: below - own,
    messages: {
      vi: `${unitName} báo cáo ${n(own)} ${what.vi}, các đơn vị cấp dưới cộng lại ${n(below)}: lệch ${n(below - own)}.`,
      en: `${unitName} reports ${own} ${what.en}, the units below add up to ${below}: ${below - own} more.`,
    },
  };
}

/** More local teams than there are villages. */
export function localTeamsExceedVillages(unitName: string, teams: number, villages: number): Warning {
  const shortfall = teams - villages;
  return {
    code: 'LOCAL_TEAMS_EXCEED_VILLAGES',
    shortfall,
    messages: {
      vi: `${unitName}: ${n(teams)} tổ địa phương nhưng chỉ có ${n(villages)} thôn, bản, khu phố: dư ${n(shortfall)} tổ chưa rõ lý do.`,
      en: `${unitName}: ${teams} local teams but only ${villages} villages: ${shortfall} more, unexplained.`,
    },
  };
}

/** A sum of figures of different days. */
export function mixedAsOf(earliest: string, latest: string): Warning {
  return {
    code: 'MIXED_AS_OF',
    shortfall: null,
    messages: {
      vi: `Cộng các số liệu của những ngày khác nhau, từ ${earliest} đến ${latest}.`,
      en: `Adds figures of different days, from ${earliest} to ${latest}.`,
    },
  };
}

/** Teams of a level that no longer exists. */
export function districtLevelEnded(teams: number): Warning {
  return {
    code: 'DISTRICT_LEVEL_ENDED',
    shortfall: teams,
    messages: {
      vi: `Cấp huyện kết thúc ngày ${formatDate(LAST_DAY_OF_DISTRICTS, 'vi')}; chưa rõ ${n(teams)} tổ cấp huyện đã chuyển đi đâu.`,
      en: `The district level ended on ${LAST_DAY_OF_DISTRICTS}; what became of ${teams} district teams is not known.`,
    },
  };
}

/** A figure of a unit that went into several others cannot be shared out. */
export function allocationUnknown(unitName: string): Warning {
  return {
    code: 'ALLOCATION_UNKNOWN',
    shortfall: null,
    messages: {
      vi: `${unitName} đã chia vào nhiều đơn vị; số liệu của đơn vị này không được phân bổ.`,
      en: `${unitName} was split among several units; its figures are not shared out.`,
    },
  };
}

/** Registered teams of a unit that went into several others are counted in none of them. */
export function registeredUnallocated(teams: number): Warning {
  return {
    code: 'ALLOCATION_UNKNOWN',
    shortfall: teams,
    messages: {
      vi: `${n(teams)} tổ trong sổ đăng ký thuộc đơn vị cũ chỉ nằm một phần ở đây, hoặc chưa rõ có nằm trọn hay không; không được tính.`,
      en: `${teams} registered teams belong to a former unit that lies here only in part, or not surely as a whole; they are not counted.`,
    },
  };
}

/** Units that a sum should hold and that report nothing. */
export function unitsNotReporting(missing: number, expected: number): Warning {
  return {
    code: 'UNITS_NOT_REPORTING',
    shortfall: missing,
    messages: {
      vi: `${n(missing)} trong ${n(expected)} đơn vị chưa có số liệu; số cộng chỉ gồm phần đã có.`,
      en: `${missing} of ${expected} units have no figure; the sum holds only what there is.`,
    },
  };
}

/** The unit has ended. */
export function unitEnded(unitName: string, lastDay: string): Warning {
  return {
    code: 'UNIT_ENDED',
    shortfall: null,
    messages: {
      vi: `${unitName} đã kết thúc ngày ${lastDay}; xem các đơn vị kế thừa.`,
      en: `${unitName} ended on ${lastDay}; see its successors.`,
    },
  };
}

/** Verified activities of teams of a unit that went into several others are counted in none of them. */
export function activitiesUnallocated(activities: number): Warning {
  return {
    code: 'ALLOCATION_UNKNOWN',
    shortfall: activities,
    messages: {
      vi: `${n(activities)} hoạt động đã xác nhận là của tổ thuộc đơn vị cũ chỉ nằm một phần ở đây; không được tính.`,
      en: `${activities} verified activities are of teams of former units that lie here only partly; they are not counted.`,
    },
  };
}

/** Outcomes whose count was not taken are not in the number. */
export function countsUnknown(outcomes: number): Warning {
  return {
    code: 'COUNTS_UNKNOWN',
    shortfall: outcomes,
    messages: {
      vi: `${n(outcomes)} kết quả hoạt động chưa đếm số người nên không có trong số này.`,
      en: `${outcomes} outcomes of activities did not count people and are not in this number.`,
    },
  };
}

/** Two sources state different values for the same day. */
export function sourcesDisagree(unitName: string, values: readonly number[]): Warning {
  return {
    code: 'SOURCES_DISAGREE',
    shortfall: Math.max(...values) - Math.min(...values),
    messages: {
      vi: `${unitName}: các nguồn cùng ngày nêu ${values.map(n).join(' và ')}.`,
      en: `${unitName}: sources of the same day state ${values.join(' and ')}.`,
    },
  };
}

/** The source leaves out the unit of measure. */
export function unitUnknown(statement: string): Warning {
  return {
    code: 'UNIT_UNKNOWN',
    shortfall: null,
    messages: {
      vi: `Nguồn không nêu đơn vị tính: “${statement}”.`,
      en: `The source leaves out the unit of measure: “${statement}”.`,
    },
  };
}

/** The source's words allow several targets. */
export function targetAmbiguous(statement: string, readings: readonly number[]): Warning {
  return {
    code: 'TARGET_AMBIGUOUS',
    shortfall: null,
    messages: {
      vi: `Chỉ tiêu có ${n(readings.length)} cách hiểu (${readings.map(n).join(' hoặc ')}): “${statement}”.`,
      en: `The target can be read in ${readings.length} ways (${readings.join(' or ')}): “${statement}”.`,
    },
  };
}

/** Rates of several units cannot be joined without their numerators and denominators. */
export function ratioPartsMissing(units: number): Warning {
  return {
    code: 'RATIO_PARTS_MISSING',
    shortfall: units,
    messages: {
      vi: `${n(units)} đơn vị chỉ nêu tỷ lệ, không có tử số và mẫu số; tỷ lệ không được lấy trung bình.`,
      en: `${units} units state a rate without numerator and denominator; rates are never averaged.`,
    },
  };
}
