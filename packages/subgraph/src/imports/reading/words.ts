import {
  ACTIVITY_KINDS,
  ACTIVITY_STATUSES,
  ADMIN_LEVELS,
  AFFILIATIONS,
  fold,
  LABELS,
  MEMBER_ROLES,
  type Messages,
  QUALIFIERS,
  TEAM_KINDS,
  TEAM_STATUSES,
  TOPICS,
} from '@cnscd/domain';
import { remembering } from './remembering.ts';

/** The vocabularies that stand in cells as words. */
export type WordList =
  | 'memberRole'
  | 'affiliation'
  | 'teamKind'
  | 'teamStatus'
  | 'activityKind'
  | 'activityStatus'
  | 'topic'
  | 'adminLevel'
  | 'qualifier';

/** The value that a word means, by its label or another word that officers use; null for an unknown word. */
export function valueOfWord(list: WordList, word: string): string | null {
  return VALUES.get(list)?.get(folded(word)) ?? null;
}

const folded = remembering(fold);

/** All words that would be right, for a message. */
export function choicesOf(list: WordList): Messages {
  const labels: readonly Messages[] = Object.values(LABELS[list]);
  const listed = (language: 'vi' | 'en') => labels.map((label) => `“${label[language]}”`).join(', ');
  return { vi: listed('vi'), en: listed('en') };
}

// Besides the labels of the domain; each word once.
const ALSO: Readonly<Record<WordList, Readonly<Record<string, string>>>> = {
  memberRole: {
    LEADER:
      'trưởng|tổ trưởng tổ CNSCĐ|tổ trưởng tổ công nghệ số cộng đồng|TT|đội trưởng|trưởng nhóm|T.trưởng|trưởng tổ',
    DEPUTY:
      'phó|phó tổ trưởng|tổ phó tổ CNSCĐ|TP|đội phó|phó nhóm|tổ phó tổ công nghệ số cộng đồng|T.phó|phó tổ',
    MEMBER:
      'TV|tổ viên|thành viên tổ|ủy viên|UV|thành viên tổ CNSCĐ|thành viên tổ công nghệ số cộng đồng|đội viên',
  },
  affiliation: {
    COMMUNE_LEADER:
      'lãnh đạo UBND xã|lãnh đạo xã|Chủ tịch UBND|Chủ tịch UBND xã|Phó Chủ tịch UBND|Phó Chủ tịch UBND xã|Chủ tịch UBND phường|Phó Chủ tịch UBND phường|PCT UBND xã|PCT UBND|CT UBND xã|lãnh đạo UBND phường|lãnh đạo UBND',
    ADMIN_REFORM_OFFICIAL:
      'công chức CCHC|cán bộ CCHC|công chức cải cách hành chính|cán bộ phụ trách CCHC|CCHC',
    VILLAGE_HEAD:
      'trưởng thôn|trưởng bản|trưởng ấp|trưởng khu phố|trưởng khu|tổ trưởng tổ dân phố|tổ trưởng TDP|trưởng TDP|trưởng khóm|trưởng khu dân cư|phó trưởng thôn|Bí thư kiêm trưởng thôn|Bí thư chi bộ kiêm trưởng thôn|Bí thư chi bộ, trưởng thôn',
    YOUTH_UNION:
      'ĐTN|Đoàn TN|Đoàn TNCS HCM|Đoàn Thanh niên Cộng sản Hồ Chí Minh|Đoàn|Bí thư chi đoàn|Phó Bí thư chi đoàn|Bí thư đoàn xã|Bí thư Đoàn Thanh niên|Phó Bí thư Đoàn Thanh niên|đoàn viên|chi đoàn|Phó Bí thư đoàn xã|đoàn viên thanh niên|ĐVTN',
    WOMEN_UNION:
      'HPN|Hội phụ nữ|Hội PN|Hội LHPN|Chi hội phụ nữ|Chi hội trưởng phụ nữ|Chi hội trưởng Hội Phụ nữ|Chủ tịch Hội Phụ nữ|Chủ tịch Hội LHPN|Chi hội trưởng PN|Chi hội PN|phụ nữ',
    FARMERS_UNION:
      'HND|Hội ND|Chi hội nông dân|Chi hội trưởng nông dân|Chi hội trưởng Hội Nông dân|Chủ tịch Hội Nông dân|Chi hội trưởng ND|Chi hội ND',
    FATHERLAND_FRONT:
      'MTTQ|UBMTTQ|Mặt trận|Ủy ban MTTQ|Ban công tác mặt trận|Trưởng ban công tác mặt trận|Trưởng ban CTMT|Ban CTMT|UB MTTQ|UBMTTQVN|Chủ tịch MTTQ',
    SOCIO_POLITICAL_ORGANISATION:
      'Hội Cựu chiến binh|Hội CCB|CCB|Cựu chiến binh|Chi hội cựu chiến binh|Chi hội trưởng cựu chiến binh|Chi hội trưởng CCB|Công đoàn|đoàn thể|tổ chức chính trị xã hội|tổ chức CT-XH',
    AREA_POLICE:
      'công an|CA|công an xã|công an phường|công an viên|CAX|CA xã|cảnh sát khu vực|CSKV|công an thôn',
    TELECOM_STAFF:
      'Viettel|VNPT|MobiFone|Vinaphone|nhân viên Viettel|nhân viên VNPT|doanh nghiệp viễn thông|viễn thông|bưu điện|nhân viên bưu điện',
    ENTERPRISE_STAFF: 'doanh nghiệp|DN|nhân viên DN|ngân hàng|nhân viên ngân hàng',
    TEACHER: 'GV|nhà giáo|thầy giáo|cô giáo',
    SKILLED_RESIDENT:
      'người dân|người am hiểu công nghệ|người dân tiêu biểu|công dân|người dân có kỹ năng số|người có kỹ năng số',
  },
  activityStatus: {
    PLANNED: 'kế hoạch|dự kiến|sắp tới',
    DONE: 'hoàn thành|đã làm|đã xong|xong|đã tổ chức',
    VERIFIED: 'xác nhận',
    RETURNED: 'trả lại',
    CANCELLED: 'hủy|không tổ chức',
  },
  teamStatus: {
    PLANNED: 'dự kiến|chưa thành lập',
    ACTIVE: 'hoạt động',
    MERGED: 'sáp nhập',
    DISSOLVED: 'giải thể',
  },
  adminLevel: {
    PROVINCE: 'tỉnh',
    DISTRICT: 'cấp huyện|huyện',
    COMMUNE: 'xã',
    VILLAGE: 'thôn|cấp thôn',
  },
  qualifier: { AT_LEAST: 'hơn|trên|tối thiểu', ABOUT: 'gần|xấp xỉ', ESTIMATE: 'ước' },
  teamKind: {
    COMMUNITY:
      'tổ CNSCĐ|CNSCĐ|cộng đồng|tổ công nghệ số|tổ chuyển đổi số cộng đồng|tổ CĐS cộng đồng|tổ cộng đồng',
    MERGED_DE_AN_06:
      'tổ CNSCĐ và Đề án 06|tổ Đề án 06 và CNSCĐ|hợp nhất Đề án 06|Tổ công tác Đề án 06|tổ CNSCĐ, Đề án 06|tổ công tác Đề án 06 và CNSCĐ',
    ENTERPRISE: 'doanh nghiệp|tổ doanh nghiệp|tổ công nghệ số doanh nghiệp|tổ CNS doanh nghiệp',
    YOUTH_SQUAD: 'đội TNTN|thanh niên tình nguyện|đội hình thanh niên tình nguyện|đội thanh niên',
    MOBILE_SUPPORT: 'tổ lưu động|hỗ trợ lưu động|tổ hỗ trợ lưu động|lưu động',
    BINH_DAN_HOC_VU_SO: 'bình dân học vụ số|tổ BDHVS|BDHVS',
  },
  activityKind: {
    PROPAGANDA_SESSION:
      'tuyên truyền|hội nghị tuyên truyền|buổi tuyên truyền, hướng dẫn|tuyên truyền, hướng dẫn|truyền thông',
    LAUNCH_DAY: 'lễ ra quân|ngày ra quân|ra quân hưởng ứng|phát động',
    HOUSEHOLD_VISIT:
      'đi từng hộ|đến từng hộ|đi từng ngõ, gõ từng nhà|tận nhà|hướng dẫn tại nhà|đi hộ gia đình|đến từng nhà|tại hộ gia đình',
    MARKET_VISIT: 'tại chợ|chợ|hỗ trợ tại chợ|đi chợ|chợ 4.0',
    CULTURE_HOUSE_SESSION:
      'nhà văn hóa|tại nhà văn hóa|hướng dẫn tại nhà văn hóa thôn|tại NVH|NVH|hỗ trợ tại nhà văn hóa',
    ONE_STOP_DESK_DUTY:
      'trực một cửa|bộ phận một cửa|một cửa|trực tại bộ phận một cửa|trực bộ phận một cửa|trực hỗ trợ một cửa|trung tâm phục vụ hành chính công|hỗ trợ tại bộ phận một cửa',
    MOBILE_SUPPORT: 'lưu động|hỗ trợ công dân lưu động',
    SUPPORT_POINT_DUTY: 'điểm hỗ trợ|trực điểm hỗ trợ|trực tại điểm|hỗ trợ tại điểm',
    DIGITAL_STREET: 'tuyến phố số|tuyến phố không dùng tiền mặt|tuyến đường không dùng tiền mặt|tuyến phố',
    TRAINING_RECEIVED: 'dự tập huấn|tham gia tập huấn|tập huấn cho tổ|tập huấn thành viên|bồi dưỡng',
    TRAINING_GIVEN:
      'mở lớp|lớp bình dân học vụ số|tập huấn người dân|mở lớp tập huấn|lớp học kỹ năng số|dạy kỹ năng số',
    MEETING: 'họp|sinh hoạt tổ|họp giao ban|giao ban',
  },
  topic: {
    E_ID: 'VNeID|định danh điện tử|định danh|kích hoạt VNeID|định danh mức 2|định danh điện tử mức 2|cài đặt VNeID|tài khoản định danh điện tử',
    SOCIAL_INSURANCE: 'VssID|BHXH|bảo hiểm xã hội|bảo hiểm xã hội số|cài đặt VssID',
    E_HEALTH: 'sổ sức khỏe|SSKĐT|hồ sơ sức khỏe điện tử|sức khỏe điện tử|y tế',
    MOBILE_MONEY: 'Mobile Money|tiền di động',
    BANK_ACCOUNT: 'mở tài khoản ngân hàng|ngân hàng|tài khoản NH|ngân hàng số',
    QR_PAYMENT: 'QR|mã QR|thanh toán QR|thanh toán không dùng tiền mặt|TTKDTM|thanh toán mã QR|quét mã QR',
    UTILITY_BILL:
      'thanh toán tiền điện|tiền điện, nước|tiền điện|tiền nước|thanh toán hóa đơn|thanh toán điện nước',
    ONLINE_SERVICE_ACCOUNT:
      'tài khoản DVC|tài khoản dịch vụ công|tài khoản DVCTT|đăng ký tài khoản dịch vụ công|tạo tài khoản DVC',
    ONLINE_SERVICE_SUBMISSION:
      'DVC|DVCTT|dịch vụ công|dịch vụ công trực tuyến|nộp hồ sơ trực tuyến|nộp hồ sơ DVC|hồ sơ trực tuyến',
    DE_AN_06_SERVICES: 'Đề án 06|dịch vụ công thiết yếu|DVC thiết yếu',
    E_COMMERCE: 'TMĐT|sàn thương mại điện tử|sàn TMĐT|bán hàng trực tuyến',
    DIGITAL_STALL: 'gian hàng trực tuyến|mở gian hàng|gian hàng điện tử',
    DIGITAL_SIGNATURE: 'CKS|chữ ký số cá nhân|cấp chữ ký số',
    SIM_OWNER: 'chuẩn hóa thuê bao|SIM chính chủ|thông tin thuê bao',
    ONLINE_SAFETY:
      'an toàn thông tin|an toàn mạng|ATTT|phòng chống lừa đảo|lừa đảo trực tuyến|an toàn không gian mạng|phòng chống lừa đảo trực tuyến',
    CITIZEN_APP: 'công dân số|app công dân số|ứng dụng của tỉnh|ứng dụng công dân',
    PASSWORD_RECOVERY: 'quên mật khẩu|đổi mật khẩu|khôi phục mật khẩu',
    EDUCATION: 'học tập|kỹ năng số|học trực tuyến',
    SOCIAL_POLICY: 'an sinh xã hội|chi trả an sinh|bảo trợ xã hội|ASXH',
    PRODUCTION_TECHNOLOGY: 'nông nghiệp số|công nghệ sản xuất|truy xuất nguồn gốc|chuyển đổi số nông nghiệp',
    POLICY_PROPAGANDA:
      'tuyên truyền|chủ trương, chính sách|tuyên truyền chính sách|tuyên truyền chuyển đổi số|chuyển đổi số',
  },
};

const MEANINGS: Readonly<Record<WordList, readonly string[]>> = {
  memberRole: MEMBER_ROLES,
  affiliation: AFFILIATIONS,
  teamKind: TEAM_KINDS,
  activityKind: ACTIVITY_KINDS,
  activityStatus: ACTIVITY_STATUSES,
  adminLevel: ADMIN_LEVELS,
  teamStatus: TEAM_STATUSES,
  qualifier: QUALIFIERS,
  topic: TOPICS,
};

const wordsOf = (list: WordList): { word: string; value: string }[] => {
  const labels: Readonly<Record<string, Messages>> = LABELS[list];
  return MEANINGS[list].flatMap((value) =>
    [value, labels[value]?.vi ?? '', labels[value]?.en ?? '', ...(ALSO[list][value] ?? '').split('|')]
      .filter((word) => fold(word) !== '')
      .map((word) => ({ word, value })),
  );
};

/** Every word that is known, and the value that it means. */
export const WORDS: Readonly<Record<WordList, readonly { word: string; value: string }[]>> = {
  memberRole: wordsOf('memberRole'),
  affiliation: wordsOf('affiliation'),
  teamKind: wordsOf('teamKind'),
  teamStatus: wordsOf('teamStatus'),
  activityKind: wordsOf('activityKind'),
  activityStatus: wordsOf('activityStatus'),
  topic: wordsOf('topic'),
  adminLevel: wordsOf('adminLevel'),
  qualifier: wordsOf('qualifier'),
};

const VALUES = new Map(
  Object.entries(WORDS).map(([list, words]) => [
    list,
    new Map(words.map(({ word, value }) => [fold(word), value] as const)),
  ]),
);
