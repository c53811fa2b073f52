import { LONGEST_ACTIVITY_MINUTES } from './activity-rules.ts';
import { formatDate, type LocalDate } from './dates.ts';
import type { Messages } from './errors.ts';
import type { ImportFindingCode } from './import-vocabulary.ts';
import { activityStatusLabels } from './labels/activities.ts';
import { measureUnitLabels } from './labels/figures.ts';
import { teamStatusLabels } from './labels/teams.ts';
import { adminLevelLabels } from './labels/units.ts';
import { quoted } from './shown.ts';
import type { ActivityStatus, AdminLevel, MeasureUnit, Severity, TeamStatus } from './vocabulary.ts';

/**
 * What the sentence of each finding needs to know. Plain JSON: the database writes findings down. Nothing personal: of
 * people that the file does not name it says nothing.
 */
export interface ImportFindingFacts {
  ACTIVITY_AMBIGUOUS: { count: number };
  ACTIVITY_CLOSED: { status: ActivityStatus };
  ACTIVITY_INCOMPLETE: Record<string, never>;
  ACTIVITY_IN_FUTURE: { day: string };
  ACTIVITY_NOT_DONE: { status: ActivityStatus };
  ACTIVITY_ROWS_DIFFER: { row: number };
  ACTIVITY_STATUS_KEPT: { status: ActivityStatus };
  ACTIVITY_TEAM_DIFFERS: { team: string };
  ACTIVITY_UNKNOWN: Record<string, never>;
  DAYS_REVERSED: { from: string; to: string };
  DAY_OUT_OF_RANGE: { day: string };
  DECISION_AMBIGUOUS: { count: number };
  DURATION_OUT_OF_RANGE: { given: number };
  FIGURE_INCOMPLETE: { missing: 'DAY' | 'SOURCE' };
  FIGURE_REASON_MISSING: { registered: string };
  FIGURE_REFUSED: Messages;
  FIGURE_UNIT_DIFFERS: { given: string; unit: MeasureUnit };
  FROM_BEFORE_TEAM: { foundedOn: string };
  FROM_DIFFERS: { registered: string };
  FROM_MISSING: Record<string, never>;
  INDICATOR_AMBIGUOUS: { given: string; candidates: string };
  INDICATOR_UNKNOWN: { given: string };
  MEMBER_AMBIGUOUS: { count: number };
  MEMBER_ID_DIFFERS: Record<string, never>;
  MEMBER_RESTRICTED: Record<string, never>;
  MEMBER_UNKNOWN: Record<string, never>;
  NAME_SPELLED: { registered: string };
  OUTCOME_CONTRADICTS: { part: number; whole: number };
  PHONE_OF_ANOTHER: Record<string, never>;
  PHONE_REPLACED: Record<string, never>;
  PHONE_SHARED: Record<string, never>;
  ROW_REPEATED: { row: number };
  SOURCE_AMBIGUOUS: { count: number };
  TEAM_AMBIGUOUS: { given: string; candidates: string };
  TEAM_ELSEWHERE: { team: string; unit: string };
  TEAM_EMPLOYER_MISSING: Record<string, never>;
  TEAM_EMPLOYER_NEEDLESS: Record<string, never>;
  TEAM_ENDED: { team: string };
  TEAM_HAS_LEADER: Record<string, never>;
  TEAM_LEVEL_IMPOSSIBLE: { level: AdminLevel; unitLevel: AdminLevel };
  TEAM_LEVEL_KEPT: { level: AdminLevel };
  TEAM_NAME_MISSING: Record<string, never>;
  TEAM_NEW_ENDED: Record<string, never>;
  TEAM_PLANNED: Record<string, never>;
  TEAM_STATUS_KEPT: { status: TeamStatus };
  TEAM_UNKNOWN: { given: string };
  UNIT_AMBIGUOUS: { given: string; candidates: string };
  UNIT_CODE_DIFFERS: { code: string; unit: string; given: string };
  UNIT_FROM_LINEAGE: { given: string; unit: string };
  UNIT_MISSING: Record<string, never>;
  UNIT_OUTSIDE: { unit: string };
  UNIT_UNKNOWN: { given: string };
  VILLAGE_UNKNOWN: { given: string; unit: string };
}

/** What the register has against a row of a file, or to say about it. */
export interface ImportFinding<Code extends ImportFindingCode = ImportFindingCode> {
  code: Code;
  /** The field of the row at fault; null: the whole row. */
  field: string | null;
  facts: ImportFindingFacts[Code];
}

/** Which findings keep a row from being taken over. */
export const IMPORT_FINDING_SEVERITIES: Readonly<Record<ImportFindingCode, Severity>> = {
  ACTIVITY_AMBIGUOUS: 'ERROR',
  ACTIVITY_CLOSED: 'ERROR',
  ACTIVITY_INCOMPLETE: 'ERROR',
  ACTIVITY_IN_FUTURE: 'ERROR',
  ACTIVITY_NOT_DONE: 'ERROR',
  ACTIVITY_ROWS_DIFFER: 'ERROR',
  ACTIVITY_STATUS_KEPT: 'WARNING',
  ACTIVITY_TEAM_DIFFERS: 'ERROR',
  ACTIVITY_UNKNOWN: 'ERROR',
  DAYS_REVERSED: 'ERROR',
  DAY_OUT_OF_RANGE: 'ERROR',
  DECISION_AMBIGUOUS: 'ERROR',
  DURATION_OUT_OF_RANGE: 'ERROR',
  FIGURE_INCOMPLETE: 'ERROR',
  FIGURE_REASON_MISSING: 'ERROR',
  FIGURE_REFUSED: 'ERROR',
  FIGURE_UNIT_DIFFERS: 'ERROR',
  FROM_BEFORE_TEAM: 'ERROR',
  FROM_DIFFERS: 'WARNING',
  FROM_MISSING: 'ERROR',
  INDICATOR_AMBIGUOUS: 'ERROR',
  INDICATOR_UNKNOWN: 'ERROR',
  MEMBER_AMBIGUOUS: 'ERROR',
  MEMBER_ID_DIFFERS: 'ERROR',
  MEMBER_RESTRICTED: 'ERROR',
  MEMBER_UNKNOWN: 'WARNING',
  NAME_SPELLED: 'WARNING',
  OUTCOME_CONTRADICTS: 'ERROR',
  PHONE_OF_ANOTHER: 'ERROR',
  PHONE_REPLACED: 'WARNING',
  PHONE_SHARED: 'WARNING',
  ROW_REPEATED: 'ERROR',
  SOURCE_AMBIGUOUS: 'ERROR',
  TEAM_AMBIGUOUS: 'ERROR',
  TEAM_ELSEWHERE: 'ERROR',
  TEAM_EMPLOYER_MISSING: 'ERROR',
  TEAM_EMPLOYER_NEEDLESS: 'ERROR',
  TEAM_ENDED: 'ERROR',
  TEAM_HAS_LEADER: 'ERROR',
  TEAM_LEVEL_IMPOSSIBLE: 'ERROR',
  TEAM_LEVEL_KEPT: 'WARNING',
  TEAM_NAME_MISSING: 'ERROR',
  TEAM_NEW_ENDED: 'ERROR',
  TEAM_PLANNED: 'WARNING',
  TEAM_STATUS_KEPT: 'WARNING',
  TEAM_UNKNOWN: 'ERROR',
  UNIT_AMBIGUOUS: 'ERROR',
  UNIT_CODE_DIFFERS: 'ERROR',
  UNIT_FROM_LINEAGE: 'WARNING',
  UNIT_MISSING: 'ERROR',
  UNIT_OUTSIDE: 'ERROR',
  UNIT_UNKNOWN: 'ERROR',
  VILLAGE_UNKNOWN: 'WARNING',
};

/** The sentence of a finding: what is wrong, and what would be right. */
export function findingMessages<Code extends ImportFindingCode>({
  code,
  facts,
}: Pick<ImportFinding<Code>, 'code' | 'facts'>): Messages {
  return SENTENCES[code](facts);
}

const day = (text: string, language: 'vi' | 'en') => formatDate(text as LocalDate, language); // days of the register

const SENTENCES: {
  readonly [Code in ImportFindingCode]: (facts: ImportFindingFacts[Code]) => Messages;
} = {
  ACTIVITY_AMBIGUOUS: ({ count }) => ({
    vi: `Trong ngày tổ có ${count} hoạt động cùng tên; hãy ghi giờ bắt đầu hoặc mã hoạt động`,
    en: `The team has ${count} activities of this name on the day; give the time of day or the id of the activity`,
  }),
  ACTIVITY_CLOSED: ({ status }) => ({
    vi: `Hoạt động ${activityStatusLabels[status].vi} nên không sửa bằng tệp; hãy sửa trên trang nếu cần, hoặc bỏ dòng này`,
    en: `The activity is ${activityStatusLabels[status].en}, so that no file changes it; correct it on the page if need be, or leave the row out`,
  }),
  ACTIVITY_INCOMPLETE: () => ({
    vi: 'Hoạt động mới cần có loại, tên, ngày và giờ bắt đầu; hãy ghi đủ',
    en: 'A new activity needs its kind, title, day and time of day; write all of them',
  }),
  ACTIVITY_IN_FUTURE: ({ day: given }) => ({
    vi: `Hoạt động đã làm không thể bắt đầu sau lúc này (ngày ${day(given, 'vi')}); hãy xem lại ngày, giờ`,
    en: `What is done cannot begin later than now (${day(given, 'en')}); look at the day and time again`,
  }),
  ACTIVITY_NOT_DONE: ({ status }) => ({
    vi: `Trạng thái trong tệp là ${activityStatusLabels[status].vi}; chỉ nhập hoạt động mới đã thực hiện, hãy lập kế hoạch trên trang`,
    en: `The file says ${activityStatusLabels[status].en}; only new activities that are done are imported, plan others on the page`,
  }),
  ACTIVITY_ROWS_DIFFER: ({ row }) => ({
    vi: `Cùng một hoạt động nhưng khác với dòng ${row} của tệp; hãy ghi giống nhau`,
    en: `The same activity as in row ${row} of the file, told otherwise; write the same in both`,
  }),
  ACTIVITY_STATUS_KEPT: ({ status }) => ({
    vi: `Sổ ghi hoạt động này ${activityStatusLabels[status].vi}; trạng thái trong tệp không được lấy, hãy đổi trên trang nếu cần`,
    en: `The register has this activity as ${activityStatusLabels[status].en}; the file's status is not taken, change it on the page if need be`,
  }),
  ACTIVITY_TEAM_DIFFERS: ({ team }) => ({
    vi: `Hoạt động mang mã này là của tổ ${team}; hãy sửa tổ, hoặc để trống mã nếu là hoạt động khác`,
    en: `The activity of this id is one of the team ${team}; mend the team, or leave the id empty if it is another activity`,
  }),
  ACTIVITY_UNKNOWN: () => ({
    vi: 'Sổ không có hoạt động mang mã này trong địa bàn; hãy kiểm tra mã, hoặc để trống nếu là hoạt động mới',
    en: 'The register has no activity of this id in the region; check it, or leave it empty for a new activity',
  }),
  DAYS_REVERSED: ({ from, to }) => ({
    vi: `Ngày kết thúc ${day(to, 'vi')} trước ngày tham gia ${day(from, 'vi')}; hãy kiểm tra hai ngày`,
    en: `The last day ${day(to, 'en')} is before the first, ${day(from, 'en')}; check both`,
  }),
  DAY_OUT_OF_RANGE: ({ day: given }) => ({
    vi: `Ngày ${day(given, 'vi')} ngoài phạm vi: từ năm 2022 đến một năm sau hôm nay`,
    en: `The day ${day(given, 'en')} is out of range: from 2022 to a year from today`,
  }),
  DECISION_AMBIGUOUS: ({ count }) => ({
    vi: `Sổ có ${count} quyết định cùng số này; hãy ghi ngày quyết định để biết là quyết định nào`,
    en: `The register has ${count} decisions of this number; give the day of the decision to tell them apart`,
  }),
  DURATION_OUT_OF_RANGE: ({ given }) => ({
    vi: `Thời lượng là ${given} phút; phải từ 1 đến ${LONGEST_ACTIVITY_MINUTES} phút`,
    en: `It took ${given} minutes; 1 to ${LONGEST_ACTIVITY_MINUTES} are possible`,
  }),
  FIGURE_INCOMPLETE: ({ missing }) =>
    missing === 'DAY'
      ? {
          vi: 'Số liệu cần có ngày; hãy ghi ở cột “Tính đến ngày”',
          en: 'A figure needs the day that it is about; write it in the column “as of”',
        }
      : {
          vi: 'Số liệu cần có nguồn; hãy ghi tên văn bản hoặc báo cáo ở cột “Nguồn”',
          en: 'A figure needs its source; write the title of the document in the column “source”',
        },
  FIGURE_REASON_MISSING: ({ registered }) => ({
    vi: `Sổ đã có số liệu này của cùng nguồn, là ${registered}; hãy ghi lý do đính chính, hoặc bỏ dòng này`,
    en: `The register has this figure of the same source as ${registered}; say why it is corrected, or leave the row out`,
  }),
  FIGURE_REFUSED: ({ vi, en }) => ({ vi, en }),
  FIGURE_UNIT_DIFFERS: ({ given, unit }) => ({
    vi: `Đơn vị tính trong tệp là ${quoted(given)}, của chỉ tiêu là ${quoted(measureUnitLabels[unit].vi)}; hãy đổi số liệu về đơn vị đó hoặc xem lại chỉ tiêu`,
    en: `The file counts in ${quoted(given)}, the indicator in ${quoted(measureUnitLabels[unit].en)}; convert the figure, or look at the indicator again`,
  }),
  FROM_BEFORE_TEAM: ({ foundedOn }) => ({
    vi: `Ngày tham gia trước ngày thành lập tổ, ${day(foundedOn, 'vi')}; hãy chọn từ ngày đó`,
    en: `The first day is before the team was founded, on ${day(foundedOn, 'en')}; choose that day or later`,
  }),
  FROM_DIFFERS: ({ registered }) => ({
    vi: `Sổ ghi người này tham gia từ ngày ${day(registered, 'vi')}; ngày trong tệp không được lấy, hãy sửa trong sổ nếu cần`,
    en: `The register has this person since ${day(registered, 'en')}; the file's day is not taken, mend the register if need be`,
  }),
  FROM_MISSING: () => ({
    vi: 'Người này đã thôi tham gia nhưng thiếu ngày bắt đầu; hãy ghi ngày tham gia',
    en: 'This person has left, and the first day is missing; write it',
  }),
  INDICATOR_AMBIGUOUS: ({ given, candidates }) => ({
    vi: `${quoted(given)} có thể là nhiều chỉ tiêu: ${candidates}; hãy ghi mã chỉ tiêu`,
    en: `${quoted(given)} may be several indicators: ${candidates}; give the code`,
  }),
  INDICATOR_UNKNOWN: ({ given }) => ({
    vi: `Không có chỉ tiêu ${quoted(given)}; hãy ghi mã hoặc tên chỉ tiêu như trong danh mục`,
    en: `There is no indicator ${quoted(given)}; give its code or its name as in the list of indicators`,
  }),
  MEMBER_AMBIGUOUS: ({ count }) => ({
    vi: `Trong tổ có ${count} người trùng họ tên; hãy ghi số điện thoại để biết là ai`,
    en: `The team has ${count} people of this name; give the phone number to tell them apart`,
  }),
  MEMBER_ID_DIFFERS: () => ({
    vi: 'Mã thành viên này là của người tên khác; hãy sửa họ tên, hoặc để trống mã nếu là người khác',
    en: 'The member of this id has another name; mend the name, or leave the id empty if it is somebody else',
  }),
  MEMBER_RESTRICTED: () => ({
    vi: 'Dữ liệu của người này đang bị hạn chế xử lý nên không được thay đổi; hãy bỏ dòng này',
    en: 'The processing of this person’s data is restricted, so that nothing is changed; leave the row out',
  }),
  MEMBER_UNKNOWN: () => ({
    vi: 'Sổ không có thành viên mang mã này trong địa bàn; người này được tìm theo số điện thoại và họ tên',
    en: 'The register has no member of this id in the region; the person is looked for by phone number and name',
  }),
  NAME_SPELLED: ({ registered }) => ({
    vi: `Sổ ghi tên người này là ${quoted(registered)}; tên trong tệp không được lấy, hãy sửa trong sổ nếu cần`,
    en: `The register spells this name ${quoted(registered)}; the file's spelling is not taken, mend the register if need be`,
  }),
  OUTCOME_CONTRADICTS: ({ part, whole }) => ({
    vi: `Cùng với số trong sổ, ${part} người lớn hơn ${whole} người ở bước trước; hãy ghi đủ các số`,
    en: `Together with the register, ${part} people are more than the ${whole} of the step before; give all counts`,
  }),
  PHONE_OF_ANOTHER: () => ({
    vi: 'Số điện thoại này là của người khác trong cùng tổ; hãy kiểm tra họ tên hoặc số',
    en: 'This phone number is that of somebody else in the same team; check the name or the number',
  }),
  PHONE_REPLACED: () => ({
    vi: 'Sổ đang có số điện thoại khác của người này; số trong tệp sẽ thay số cũ',
    en: 'The register has another phone number of this person; that of the file takes its place',
  }),
  PHONE_SHARED: () => ({
    vi: 'Số điện thoại này cũng là của người tên khác ở tổ khác; hãy kiểm tra nếu không phải dùng chung',
    en: 'Somebody of another name in another team has this phone number too; check unless they share it',
  }),
  ROW_REPEATED: ({ row }) => ({
    vi: `Trùng với dòng ${row} của tệp; hãy giữ một dòng`,
    en: `The same as row ${row} of the file; keep one of them`,
  }),
  SOURCE_AMBIGUOUS: ({ count }) => ({
    vi: `Sổ có ${count} nguồn cùng tên này; hãy ghi tên đầy đủ hơn, kèm số và ngày văn bản`,
    en: `The register has ${count} sources of this title; write it in full, with number and day`,
  }),
  TEAM_AMBIGUOUS: ({ given, candidates }) => ({
    vi: `${quoted(given)} có thể là nhiều tổ: ${candidates}; hãy ghi mã tổ`,
    en: `${quoted(given)} may be several teams: ${candidates}; give the code of the team`,
  }),
  TEAM_ELSEWHERE: ({ team, unit }) => ({
    vi: `Tổ ${team} trong sổ thuộc ${unit}, khác đơn vị trong tệp; hãy kiểm tra mã tổ hoặc đơn vị`,
    en: `The team ${team} is in ${unit} in the register, not in the unit of the file; check its code or the unit`,
  }),
  TEAM_EMPLOYER_MISSING: () => ({
    vi: 'Tổ của doanh nghiệp cần tên doanh nghiệp; hãy ghi ở cột doanh nghiệp',
    en: 'An enterprise team needs the name of its enterprise; write it in the column for it',
  }),
  TEAM_EMPLOYER_NEEDLESS: () => ({
    vi: 'Chỉ tổ của doanh nghiệp mới có tên doanh nghiệp; hãy sửa loại tổ hoặc bỏ tên doanh nghiệp',
    en: 'Only an enterprise team has the name of an enterprise; mend the kind of team, or leave the name out',
  }),
  TEAM_ENDED: ({ team }) => ({
    vi: `Tổ ${team} đã kết thúc; hãy chọn tổ kế tiếp`,
    en: `The team ${team} has ended; choose its successor`,
  }),
  TEAM_HAS_LEADER: () => ({
    vi: 'Tổ sẽ có hai tổ trưởng cùng lúc; hãy đổi vai trò hoặc ghi ngày kết thúc của một người',
    en: 'The team would have two leaders at a time; change the role of one of them or end the membership',
  }),
  TEAM_LEVEL_IMPOSSIBLE: ({ level, unitLevel }) => ({
    vi: `Tổ ${adminLevelLabels[level].vi} không thể thuộc đơn vị ${adminLevelLabels[unitLevel].vi}; hãy sửa cấp hoặc đơn vị`,
    en: `A team of level “${adminLevelLabels[level].en}” cannot be in a unit of level “${adminLevelLabels[unitLevel].en}”; mend one of them`,
  }),
  TEAM_LEVEL_KEPT: ({ level }) => ({
    vi: `Sổ ghi tổ này là ${adminLevelLabels[level].vi}; cấp trong tệp không được lấy, hãy sửa trên trang nếu cần`,
    en: `The register has this team at the level “${adminLevelLabels[level].en}”; the file's level is not taken, change it on the page if need be`,
  }),
  TEAM_NAME_MISSING: () => ({
    vi: 'Tổ mới cần có tên; hãy ghi tên tổ',
    en: 'A new team needs a name; write it',
  }),
  TEAM_NEW_ENDED: () => ({
    vi: 'Tệp ghi tổ này đã kết thúc và sổ chưa có; chỉ nhập tổ dự kiến hoặc đang hoạt động, hãy bỏ dòng này',
    en: 'The file says that this team has ended, and the register does not have it; only teams that are planned or at work are imported, leave the row out',
  }),
  TEAM_PLANNED: () => ({
    vi: 'Chưa có quyết định hay lý do nên tổ mới chỉ là dự kiến; hãy ghi số quyết định nếu tổ đã hoạt động',
    en: 'Without a decision or a reason the new team is only planned; give the decision if it works already',
  }),
  TEAM_STATUS_KEPT: ({ status }) => ({
    vi: `Sổ ghi tổ này ${teamStatusLabels[status].vi}; trạng thái và ngày kết thúc trong tệp không được lấy, hãy đổi trên trang nếu cần`,
    en: `The register has this team as “${teamStatusLabels[status].en}”; the file's status and last day are not taken, change them on the page if need be`,
  }),
  TEAM_UNKNOWN: ({ given }) => ({
    vi: `Không tìm thấy tổ ${quoted(given)} trong sổ; hãy kiểm tra tên, mã, đơn vị, hoặc nhập danh sách tổ trước`,
    en: `The register has no team ${quoted(given)}; check its name, code and unit, or import the list of teams first`,
  }),
  UNIT_AMBIGUOUS: ({ given, candidates }) => ({
    vi: `${quoted(given)} có thể là nhiều đơn vị: ${candidates}; hãy ghi thêm tỉnh, huyện cũ hoặc mã đơn vị`,
    en: `${quoted(given)} may be several units: ${candidates}; add the province, the former district or the code`,
  }),
  UNIT_CODE_DIFFERS: ({ code, unit, given }) => ({
    vi: `Mã ${code} là ${unit}, khác tên ${quoted(given)} trong tệp; hãy sửa mã hoặc tên`,
    en: `The code ${code} is ${unit}, not ${quoted(given)} as the file has it; mend one of them`,
  }),
  UNIT_FROM_LINEAGE: ({ given, unit }) => {
    const isCode = /^\d+$/u.test(given);
    return {
      vi: `${quoted(given)} là ${isCode ? 'mã' : 'tên'} cũ; được hiểu là ${unit} hiện nay`,
      en: `${quoted(given)} is a former ${isCode ? 'code' : 'name'}; it is taken as ${unit} of today`,
    };
  },
  UNIT_MISSING: () => ({
    vi: 'Không rõ thuộc đơn vị nào; hãy thêm cột xã, phường hoặc mã đơn vị',
    en: 'It is not said which unit it is in; add a column with the commune or the code of the unit',
  }),
  UNIT_OUTSIDE: ({ unit }) => ({
    vi: `${unit} nằm ngoài địa bàn của bạn; hãy gửi tệp cho cán bộ nơi đó`,
    en: `${unit} is outside your region; give the file to the officers there`,
  }),
  UNIT_UNKNOWN: ({ given }) => ({
    vi: `Không tìm thấy đơn vị ${quoted(given)}; hãy kiểm tra chính tả hoặc ghi mã đơn vị`,
    en: `There is no unit ${quoted(given)}; check the spelling or give the code of the unit`,
  }),
  VILLAGE_UNKNOWN: ({ given, unit }) => ({
    vi: `Danh mục của ${unit} chưa có ${quoted(given)}; tổ được ghi ở ${unit}`,
    en: `The list of ${unit} does not have ${quoted(given)}; the team is put into ${unit}`,
  }),
};
