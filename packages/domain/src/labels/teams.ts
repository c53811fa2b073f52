import type {
  Affiliation,
  DuplicateReason,
  MemberRole,
  MergerKind,
  MergerStatus,
  Requirement,
  ResponsibilityKind,
  Severity,
  TeamKind,
  TeamLinkKind,
  TeamStatus,
  ViewerRole,
  ZaloGroupStatus,
} from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const teamKindLabels: LabelSet<TeamKind> = {
  COMMUNITY: { vi: 'tổ công nghệ số cộng đồng', en: 'community digital technology team' },
  MERGED_DE_AN_06: { vi: 'tổ công nghệ số cộng đồng và Đề án 06', en: 'team merged with the Đề án 06 team' },
  ENTERPRISE: { vi: 'tổ công nghệ số của doanh nghiệp', en: 'enterprise team' },
  YOUTH_SQUAD: { vi: 'đội thanh niên tình nguyện', en: 'youth volunteer squad' },
  MOBILE_SUPPORT: { vi: 'tổ hỗ trợ công dân lưu động', en: 'mobile citizen support team' },
  BINH_DAN_HOC_VU_SO: { vi: 'tổ bình dân học vụ số', en: 'digital literacy for all team' },
};

export const teamStatusLabels: LabelSet<TeamStatus> = {
  PLANNED: { vi: 'dự kiến thành lập', en: 'planned' },
  ACTIVE: { vi: 'đang hoạt động', en: 'active' },
  MERGED: { vi: 'đã sáp nhập', en: 'merged' },
  DISSOLVED: { vi: 'đã giải thể', en: 'dissolved' },
};

export const zaloGroupStatusLabels: LabelSet<ZaloGroupStatus> = {
  NONE: { vi: 'chưa có nhóm Zalo', en: 'no Zalo group' },
  LINKED: { vi: 'đã liên kết nhóm Zalo', en: 'Zalo group linked' },
  BROKEN: { vi: 'liên kết nhóm Zalo bị hỏng', en: 'Zalo group link broken' },
};

export const memberRoleLabels: LabelSet<MemberRole> = {
  LEADER: { vi: 'tổ trưởng', en: 'leader' },
  DEPUTY: { vi: 'tổ phó', en: 'deputy leader' },
  MEMBER: { vi: 'thành viên', en: 'member' },
};

export const affiliationLabels: LabelSet<Affiliation> = {
  COMMUNE_LEADER: { vi: 'lãnh đạo UBND cấp xã', en: 'leader of the commune People’s Committee' },
  ADMIN_REFORM_OFFICIAL: {
    vi: 'công chức phụ trách cải cách hành chính',
    en: 'administrative reform official',
  },
  VILLAGE_HEAD: { vi: 'trưởng thôn, tổ trưởng tổ dân phố', en: 'village or residential group head' },
  YOUTH_UNION: { vi: 'Đoàn Thanh niên', en: 'Youth Union' },
  WOMEN_UNION: { vi: 'Hội Liên hiệp Phụ nữ', en: 'Women’s Union' },
  FARMERS_UNION: { vi: 'Hội Nông dân', en: 'Farmers’ Union' },
  FATHERLAND_FRONT: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  SOCIO_POLITICAL_ORGANISATION: { vi: 'tổ chức chính trị - xã hội', en: 'socio-political organisation' },
  AREA_POLICE: { vi: 'công an khu vực', en: 'area police' },
  TELECOM_STAFF: { vi: 'nhân viên viễn thông', en: 'telecom staff' },
  ENTERPRISE_STAFF: { vi: 'nhân viên doanh nghiệp', en: 'enterprise staff' },
  TEACHER: { vi: 'giáo viên', en: 'teacher' },
  SKILLED_RESIDENT: { vi: 'người dân am hiểu công nghệ', en: 'resident with digital skills' },
};

export const responsibilityKindLabels: LabelSet<ResponsibilityKind> = {
  VILLAGE: { vi: 'phụ trách thôn, ấp, tổ dân phố', en: 'village' },
  SCHOOL: { vi: 'phụ trách trường học', en: 'school' },
  ONE_STOP_DESK: { vi: 'phụ trách bộ phận một cửa', en: 'one-stop desk' },
};

export const requirementLabels: LabelSet<Requirement> = {
  MEMBER_COUNT: { vi: 'số thành viên của tổ', en: 'number of members' },
  LEADER_AFFILIATION: { vi: 'thành phần làm tổ trưởng', en: 'who leads the team' },
  AFFILIATION_PRESENT: { vi: 'thành phần phải có trong tổ', en: 'who must be in the team' },
};

export const severityLabels: LabelSet<Severity> = {
  ERROR: { vi: 'bắt buộc', en: 'error' },
  WARNING: { vi: 'cảnh báo', en: 'warning' },
};

export const teamLinkKindLabels: LabelSet<TeamLinkKind> = {
  MERGED: { vi: 'sáp nhập', en: 'merged' },
  SPLIT: { vi: 'tách ra', en: 'split off' },
};

export const mergerKindLabels: LabelSet<MergerKind> = {
  TEAM_MERGE: { vi: 'sáp nhập tổ', en: 'merger of teams' },
  TEAM_SPLIT: { vi: 'tách tổ', en: 'split of a team' },
  MEMBER_MERGE: { vi: 'gộp hồ sơ thành viên', en: 'merger of member records' },
  UNIT_MERGE: { vi: 'sáp nhập đơn vị hành chính', en: 'merger of administrative units' },
};

export const duplicateReasonLabels: LabelSet<DuplicateReason> = {
  SAME_NAME: { vi: 'cùng họ tên', en: 'same name' },
  NAME_ORDER: { vi: 'khác thứ tự họ và tên', en: 'name words in another order' },
  TONE_ORDER: { vi: 'khác vị trí dấu thanh', en: 'tone marks placed differently' },
  SPELLING: { vi: 'khác cách viết (đ/d, i/y, không dấu)', en: 'spelt differently (đ/d, i/y, no marks)' },
  SAME_PHONE: { vi: 'cùng số điện thoại', en: 'same phone number' },
};

export const mergerStatusLabels: LabelSet<MergerStatus> = {
  APPLIED: { vi: 'đã thực hiện', en: 'applied' },
  UNDONE: { vi: 'đã hoàn tác', en: 'undone' },
};

export const viewerRoleLabels: LabelSet<ViewerRole> = {
  PUBLIC: { vi: 'công chúng', en: 'public' },
  MEMBER: { vi: 'thành viên tổ', en: 'team member' },
  LEADER: { vi: 'tổ trưởng, tổ phó', en: 'team leader' },
  COMMUNE_OFFICER: { vi: 'cán bộ cấp xã', en: 'commune officer' },
  PROVINCIAL_OFFICER: { vi: 'cán bộ cấp tỉnh', en: 'provincial officer' },
  ADMINISTRATOR: { vi: 'quản trị hệ thống', en: 'administrator' },
};
