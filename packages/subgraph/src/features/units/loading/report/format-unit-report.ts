import { formatDate, formatNumber, type Language, type LocalDate, label, type Messages } from '@cnscd/domain';
import {
  type Finding,
  type FindingCategory,
  mismatches,
  type UnitCount,
  type UnitLoadReport,
} from './unit-report.ts';

/** The report as an officer reads it: what was loaded, what does not agree, and every row that was left open. */
export function formatUnitReport(report: UnitLoadReport, language: Language = 'vi'): string {
  const say = (messages: Messages) => messages[language];
  const number = (value: number) => formatNumber(value, { language });
  const wrong = mismatches(report);
  const { units, links, completedUnits, specifiedLinks } = report.written;
  const lines = [
    say(report.isUnchanged ? UNCHANGED : WRITTEN(number(units), number(links))),
    ...(completedUnits + specifiedLinks > 0
      ? [say(COMPLETED(number(completedUnits), number(specifiedLinks)))]
      : []),
    ...report.files.map((file) => `  ${file.name}: ${number(file.rows)} ${say(ROWS)}`),
    say(KNOWN_FROM(formatDate(report.knownFrom as LocalDate, language))), // written by loadUnits
    say(SPLITS(number(report.splitCommunes))),
    '',
    say(COUNTS(number(report.counts.length - wrong.length), number(report.counts.length))),
    ...wrong.map((count) => `  ✗ ${formatCount(count, language)}`),
    ...report.counts
      .filter((count) => !wrong.includes(count))
      .map((count) => `  ✓ ${formatCount(count, language)}`),
    '',
    say(DISAGREEMENTS(number(report.disagreements.length))),
    ...report.disagreements.map(({ stated, used, reason }) => `  ${stated} → ${used}. ${say(reason)}`),
    '',
    ...formatFindings(report.findings, language),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function formatCount(count: UnitCount, language: Language): string {
  const { day, level, kind, provinceCode, found, expected, sourceId, note } = count;
  const what = [
    formatDate(day as LocalDate, language), // from expected-counts.csv by way of PostgreSQL's date
    label('adminLevel', level, language),
    kind === null ? null : label('unitKind', kind, language),
    provinceCode === null ? null : PROVINCE[language] + provinceCode,
  ].filter((part) => part !== null);
  const number = (value: number) => formatNumber(value, { language });
  const counted = found === expected ? number(found) : FOUND(number(found), number(expected))[language];
  const remark = found === expected || note === null ? '' : `. ${note[language]}`;
  return `${what.join(', ')}: ${counted} (${sourceId})${remark}`;
}

function formatFindings(findings: readonly Finding[], language: Language): string[] {
  const number = (value: number) => formatNumber(value, { language });
  const byCategory = new Map<FindingCategory, Finding[]>();
  for (const finding of findings) {
    byCategory.set(finding.category, [...(byCategory.get(finding.category) ?? []), finding]);
  }
  const open = findings.filter((finding) => finding.resolution === null).length;
  const lines = [FINDINGS(number(findings.length), number(open))[language]];
  for (const [category, rows] of byCategory) {
    lines.push('', `${CATEGORIES[category][language]}: ${number(rows.length)} (${category})`);
    for (const { place, subject, resolution } of rows) {
      lines.push(`  ${place}: ${subject}${resolution === null ? '' : ` ⇒ ${resolution}`}`);
    }
  }
  return lines;
}

const UNCHANGED: Messages = {
  vi: 'Dữ liệu này đã được nạp trước đó; không có gì thay đổi.',
  en: 'These data had been loaded before; nothing changed.',
};
const WRITTEN = (units: string, links: string): Messages => ({
  vi: `Đã nạp thêm ${units} phiên bản đơn vị hành chính và ${links} liên kết trước – sau.`,
  en: `Added ${units} versions of administrative units and ${links} links between predecessors and successors.`,
});
const COMPLETED = (units: string, links: string): Messages => ({
  vi: `Đã bổ sung mã hoặc ngày kết thúc cho ${units} đơn vị và loại liên kết cho ${links} liên kết.`,
  en: `Completed ${units} units with a code or an end date, and ${links} links with their kind.`,
});
const ROWS: Messages = { vi: 'dòng', en: 'rows' };
const KNOWN_FROM = (day: string): Messages => ({
  vi: `Dữ liệu bắt đầu từ ngày ${day}; đơn vị không có ngày bắt đầu là đã có từ trước ngày đó.`,
  en: `The data begin on ${day}; a unit without a first day stood before it.`,
});
const SPLITS = (count: string): Messages => ({
  vi: `Đơn vị cấp xã cũ được chia vào nhiều đơn vị mới ngày 01/7/2025, theo nguồn có nêu: ${count}.`,
  en: `Former communes that went into several on 1 July 2025, as sources state: ${count}.`,
});
const COUNTS = (right: string, all: string): Messages => ({
  vi: `Đối chiếu số lượng: ${right}/${all} khớp.`,
  en: `Counts compared with sources: ${right} of ${all} agree.`,
});
const FOUND = (found: string, expected: string): Messages => ({
  vi: `có ${found}, nguồn nêu ${expected}`,
  en: `found ${found}, the source states ${expected}`,
});
const PROVINCE: Messages = { vi: 'tỉnh ', en: 'province ' };
const DISAGREEMENTS = (count: string): Messages => ({
  vi: `Chỗ các nguồn khác nhau: ${count}.`,
  en: `Where sources disagree: ${count}.`,
});
const FINDINGS = (all: string, open: string): Messages => ({
  vi: `Dòng cần xem: ${all}, trong đó ${open} chưa dùng được.`,
  en: `Rows to look at: ${all}, of which ${open} could not be used.`,
});

const CATEGORIES: Readonly<Record<FindingCategory, Messages>> = {
  OLD_CODE_MISSING: {
    vi: 'Đơn vị cũ không có mã: đã hết hiệu lực trước ngày 30/6/2025, không suy đoán',
    en: 'Former unit without a code: it ended before 30 June 2025; nothing is guessed',
  },
  OLD_UNIT_MISSING: { vi: 'Dòng không nêu đơn vị cũ', en: 'Row without a former unit' },
  OLD_UNIT_ENDED_EARLIER: {
    vi: 'Đơn vị cũ đã kết thúc sớm hơn; liên kết theo nghị quyết thời đó',
    en: 'Former unit that ended earlier; its own link of that day is used',
  },
  NEW_CODE_DISAGREES: {
    vi: 'Mã đơn vị mới không khớp tên; đã tìm theo tên và tỉnh',
    en: 'Code of the new unit does not fit its name; found by name and province',
  },
  NEW_UNIT_UNKNOWN: { vi: 'Không tìm thấy đơn vị mới', en: 'New unit not found' },
  NAME_DISAGREES: {
    vi: 'Tên khác với tên đã biết; giữ tên đã biết',
    en: 'Another name than is known; the known one is kept',
  },
  CODE_DISAGREES: {
    vi: 'Mã khác với mã đã biết; giữ mã đã biết',
    en: 'Another code than is known; the known one is kept',
  },
  KIND_UNRECOGNISED: {
    vi: 'Ghi chú không rõ loại liên kết; giữ nguyên lời của nguồn',
    en: 'Note that names no plain kind of link; its words are kept',
  },
  KIND_DISAGREES: {
    vi: 'Loại liên kết khác với nguồn trước; giữ loại đã nêu trước',
    en: 'Another kind of link than was stated before; the earlier one is kept',
  },
  PARENT_DISAGREES: {
    vi: 'Đơn vị cấp trên khác với đã biết; giữ cấp đã biết',
    en: 'Another parent than is known; the known one is kept',
  },
  PARENT_UNKNOWN: { vi: 'Không tìm thấy đơn vị cấp trên', en: 'Parent not found' },
  SPLIT_AS_WHOLE: {
    vi: 'Ghi "toàn bộ" nhưng lại chia vào nhiều đơn vị',
    en: 'Stated as whole, yet split into several',
  },
  LINK_NOT_IN_TABLE: {
    vi: 'Liên kết của nguồn khác mà bảng này không có',
    en: 'Link of another source that this table lacks',
  },
  NOT_IN_CONVERSION: {
    vi: 'Không có trong bảng chuyển đổi; xã, phường chỉ danh mục ba cấp có thì được thêm, không có đơn vị kế tiếp',
    en: 'Not in the conversion table; a commune that only the three-level list has is added, without a successor',
  },
  ROW_UNREADABLE: { vi: 'Dòng không đọc được như một đơn vị', en: 'Row that does not read as a unit' },
};
