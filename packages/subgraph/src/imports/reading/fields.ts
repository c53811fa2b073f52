import type { ImportKind, Messages } from '@cnscd/domain';
import type { FieldType } from './sheet-row.ts';

/** A field that a column of an officer's table may be. */
export interface ImportField {
  name: string;
  type: FieldType;
  /** What officers call it, for choosing by hand and for messages. */
  label: Messages;
  /** Headings under which it is found, besides its label; compared folded, see `recognise-headings.ts`. */
  headings: readonly string[];
}

type Shape = [type: FieldType, vi: string, en: string, headings: string];

const fields = (shapes: Readonly<Record<string, Shape>>): ImportField[] =>
  Object.entries(shapes).map(([name, [type, vi, en, headings]]) => ({
    ...{ name, type, label: { vi, en } },
    headings: headings === '' ? [] : headings.split('|'),
  }));

const ORDINAL: Readonly<Record<string, Shape>> = {
  ordinal: ['ORDINAL', 'STT', 'number of the row', 'Số TT|TT|Số thứ tự|Thứ tự|No|#|STT.'],
};

const UNIT: Readonly<Record<string, Shape>> = {
  unitCode: [
    'UNIT_CODE',
    'mã đơn vị',
    'unit code',
    'Mã ĐVHC|Mã xã|Mã xã, phường|Mã phường|Mã đơn vị hành chính',
  ],
  village: [
    'TEXT',
    'thôn, tổ dân phố',
    'village',
    'Thôn|Thôn/Tổ dân phố|Thôn/TDP|Thôn, TDP|TDP|Tổ dân phố|Thôn, bản|Thôn/bản|Bản|Ấp|Khu phố|Ấp, khu phố|Ấp/khu phố|KDC|Khu dân cư|Thôn, tổ|Thôn, khu phố|Thôn/khu phố|Thôn (TDP)|Tên thôn|Thôn, bản, tổ dân phố|Thôn/bản/tổ dân phố|Khóm|Địa bàn thôn|Nơi ở (thôn)',
  ],
  commune: [
    'TEXT',
    'xã, phường',
    'commune',
    'Xã|Phường|Xã/Phường|Xã, phường, thị trấn|Xã/Phường/Thị trấn|Xã phường|Đơn vị|Tên xã|Tên đơn vị|Đơn vị (xã, phường)|Đơn vị cấp xã|Cấp xã|Địa phương|UBND xã|UBND xã, phường|Phường/xã|Xã, phường, đặc khu|Xã/phường/đặc khu|Địa bàn|Đặc khu|Đơn vị hành chính|Đơn vị báo cáo',
  ],
  district: [
    'TEXT',
    'huyện (cũ)',
    'district (former)',
    'Huyện|Quận/Huyện|Huyện/Thị xã/Thành phố|Huyện, thị xã, thành phố|Quận|Huyện/TX/TP|Cấp huyện|Quận, huyện|Huyện/Thị xã|Thị xã|Huyện, thị, thành',
  ],
  province: ['TEXT', 'tỉnh, thành phố', 'province', 'Tỉnh|Tỉnh/Thành phố|Tỉnh/TP|Cấp tỉnh|Tỉnh thành'],
};

const TEAM: Readonly<Record<string, Shape>> = {
  teamCode: ['CODE', 'mã tổ', 'team code', 'Mã tổ CNSCĐ|Mã tổ công nghệ số cộng đồng|Mã số tổ'],
  teamName: [
    'TEXT',
    'tên tổ',
    'name of the team',
    'Tổ|Tổ CNSCĐ|Tổ công nghệ số cộng đồng|Tên tổ CNSCĐ|Tên tổ công nghệ số cộng đồng|Tổ công nghệ|Tổ CĐS cộng đồng|Tên tổ CNS|Tổ CNS cộng đồng|Thuộc tổ',
  ],
};

const ROSTER = fields({
  ...ORDINAL,
  ...TEAM,
  ...UNIT,
  fullName: [
    'PERSON',
    'họ và tên',
    'full name',
    'Họ tên|Họ & tên|Họ, tên|Tên thành viên|Họ và tên thành viên|Họ tên thành viên|Họ và tên cán bộ|Thành viên|Tên|Họ và tên thành viên tổ|Họ, chữ đệm và tên|Họ và chữ đệm, tên|Người tham gia',
  ],
  memberId: ['UUID', 'mã thành viên trong sổ', 'member id', ''],
  phones: [
    'PHONES',
    'số điện thoại',
    'phone number',
    'SĐT|Số ĐT|Điện thoại|ĐT|Di động|Số di động|Số điện thoại di động|Điện thoại di động|Số điện thoại liên hệ|SĐT liên hệ|Điện thoại liên hệ|Số máy|Liên hệ|Zalo|SĐT/Zalo|Số Zalo|ĐTDĐ|Số ĐTDĐ|Sdt Zalo|Số điện thoại Zalo|SĐT di động|Số liên lạc|Phone|Tel|Mobile',
  ],
  role: [
    'ROLE',
    'vai trò trong tổ',
    'role in the team',
    'Vai trò|Nhiệm vụ trong tổ|Chức danh trong tổ|Chức vụ trong tổ|Nhiệm vụ|Chức vụ trong tổ CNSCĐ|Vị trí trong tổ|Phân công|Tổ trưởng/thành viên',
  ],
  position: [
    'POSITION',
    'chức vụ',
    'position',
    'Chức danh|Chức vụ, đơn vị|Chức vụ/Chức danh|Chức vụ hiện nay',
  ],
  affiliations: [
    'AFFILIATIONS',
    'thành phần',
    'affiliation',
    'Đơn vị công tác|Nơi công tác|Đoàn thể|Tổ chức|Cơ quan|Cơ quan, đơn vị|Thuộc tổ chức|Thành phần tham gia|Đơn vị cử tham gia|Cơ quan công tác|Nghề nghiệp',
  ],
  isCore: ['FLAG', 'nòng cốt', 'core member', 'Thành viên nòng cốt|Là nòng cốt|Nòng cốt (x)|Nòng cốt'],
  from: [
    'DAY',
    'tham gia từ ngày',
    'first day',
    'Từ ngày|Ngày tham gia|Tham gia từ|Ngày vào tổ|Ngày bắt đầu|Thời gian tham gia',
  ],
  to: [
    'DAY',
    'tham gia đến ngày',
    'last day',
    'Đến ngày|Ngày thôi tham gia|Ngày kết thúc|Ngày thôi|Ngày ra khỏi tổ',
  ],
  villageDuties: [
    'NAMES',
    'phụ trách thôn, tổ dân phố',
    'villages looked after',
    'Phụ trách thôn|Phụ trách thôn, bản|Phụ trách TDP|Phụ trách địa bàn|Địa bàn phụ trách|Thôn phụ trách|Phụ trách thôn, ấp, tổ dân phố',
  ],
  schoolDuties: [
    'NAMES',
    'phụ trách trường học',
    'schools looked after',
    'Phụ trách trường|Trường phụ trách|Trường học phụ trách',
  ],
  deskDuties: [
    'NAMES',
    'phụ trách bộ phận một cửa',
    'one-stop desks looked after',
    'Phụ trách một cửa|Bộ phận một cửa phụ trách',
  ],
  note: ['NOTE', 'ghi chú', 'note', 'Ghi chú khác|Chú thích|GC'],
  birthDate: [
    'NOT_STORED',
    'ngày sinh',
    'date of birth',
    'Năm sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh|NS|Sinh năm|Ngày/tháng/năm sinh|Tuổi',
  ],
  gender: ['NOT_STORED', 'giới tính', 'gender', 'Nam/Nữ|Nam, nữ|Nam|Nữ|Phái'],
  citizenId: [
    'NOT_STORED',
    'số căn cước',
    'citizen-ID number',
    'CCCD|Số CCCD|CMND|Số CMND|CCCD/CMND|CMND/CCCD|Số CMND/CCCD|Số CCCD/CMND|Căn cước công dân|Số căn cước công dân|Căn cước|Số định danh|Số định danh cá nhân|Mã định danh|Số thẻ căn cước|Ngày cấp|Nơi cấp|Ngày cấp CCCD|Nơi cấp CCCD|Hộ chiếu',
  ],
});

const TEAMS = fields({
  ...ORDINAL,
  ...TEAM,
  ...UNIT,
  kind: ['TEAM_KIND', 'loại tổ', 'kind of team', 'Loại hình tổ|Loại|Loại hình|Mô hình tổ'],
  level: ['ADMIN_LEVEL', 'cấp', 'level', 'Cấp tổ|Cấp của tổ'],
  status: ['TEAM_STATUS', 'trạng thái', 'status', 'Tình trạng|Tình trạng hoạt động'],
  employer: ['TEXT', 'doanh nghiệp', 'enterprise', 'Tên doanh nghiệp|Đơn vị chủ quản'],
  endedOn: ['DAY', 'ngày kết thúc', 'last day', 'Ngày giải thể'],
  foundedOn: [
    'DAY',
    'ngày thành lập',
    'day of founding',
    'Thành lập ngày|Ngày thành lập tổ|Thời gian thành lập|Thành lập từ',
  ],
  decisionNumber: [
    'TEXT',
    'số quyết định',
    'number of the decision',
    'Quyết định|Quyết định thành lập|Số QĐ|QĐ thành lập|Số quyết định thành lập|QĐ số|Quyết định số|Số, ký hiệu quyết định|Số/ký hiệu|Số QĐ thành lập',
  ],
  decisionIssuedOn: [
    'DAY',
    'ngày quyết định',
    'day of the decision',
    'Ngày QĐ|Ngày ban hành|Ngày ký|Ngày ra quyết định|Ngày ban hành quyết định|Ngày tháng quyết định|Ngày ký quyết định',
  ],
  zaloGroupUrl: [
    'LINK',
    'nhóm Zalo',
    'Zalo group',
    'Liên kết nhóm Zalo|Link nhóm Zalo|Link Zalo|Đường dẫn nhóm Zalo|Zalo|Link nhóm',
  ],
  noDecisionReason: [
    'TEXT',
    'lý do chưa có quyết định',
    'why there is no decision',
    'Lý do chưa có QĐ|Lý do chưa ban hành quyết định',
  ],
  memberCount: [
    'COUNTED',
    'số thành viên',
    'number of members',
    'Tổng số thành viên|Số lượng thành viên|Số TV|SL thành viên|Số người|Số lượng|Tổng số người',
  ],
});

const ACTIVITIES = fields({
  ...ORDINAL,
  activityId: ['UUID', 'mã hoạt động', 'activity id', 'ID hoạt động'],
  ...TEAM,
  ...UNIT,
  kind: [
    'ACTIVITY_KIND',
    'loại hoạt động',
    'kind of activity',
    'Hình thức|Loại hình hoạt động|Hình thức hoạt động|Loại',
  ],
  title: [
    'TEXT',
    'tên hoạt động',
    'title',
    'Hoạt động|Tên buổi|Nội dung hoạt động|Tiêu đề|Tên hoạt động/buổi|Nội dung công việc|Công việc|Nội dung thực hiện',
  ],
  status: ['ACTIVITY_STATUS', 'trạng thái', 'status', 'Tình trạng'],
  date: [
    'DAY',
    'ngày',
    'day',
    'Ngày thực hiện|Ngày tổ chức|Ngày diễn ra|Ngày, tháng|Thời gian|Ngày tháng|Thời gian thực hiện',
  ],
  time: ['TIME', 'giờ', 'time of day', 'Giờ bắt đầu|Bắt đầu lúc|Lúc|Giờ tổ chức'],
  durationMinutes: ['COUNT', 'số phút', 'minutes', 'Thời lượng (phút)|Thời lượng|Số phút thực hiện'],
  heldIn: [
    'TEXT',
    'xã, phường nơi tổ chức',
    'unit where it was held',
    'Đơn vị nơi tổ chức|Tổ chức tại xã, phường',
  ],
  place: ['TEXT', 'địa điểm', 'place', 'Nơi tổ chức|Địa điểm tổ chức|Nơi thực hiện|Địa điểm thực hiện'],
  topics: [
    'TOPICS',
    'nội dung hỗ trợ',
    'topic',
    'Chủ đề|Nội dung|Lĩnh vực|Nội dung hướng dẫn|Nội dung tuyên truyền|Dịch vụ hỗ trợ|Kỹ năng',
  ],
  reached: [
    'COUNT',
    'số người được tiếp cận',
    'people reached',
    'Tiếp cận|Được tiếp cận|Số lượt tiếp cận|Số người tham gia|Số người được tuyên truyền|Lượt người tiếp cận|Lượt người được tiếp cận|Số lượt người tham gia|Người tham gia|Số người dự',
  ],
  assisted: [
    'COUNT',
    'số người được hỗ trợ',
    'people assisted',
    'Hỗ trợ|Được hỗ trợ|Số người được hướng dẫn|Số lượt hỗ trợ|Lượt người được hỗ trợ|Được hướng dẫn|Số lượt người được hỗ trợ|Lượt hỗ trợ',
  ],
  succeeded: [
    'COUNT',
    'số người làm được',
    'people who succeeded',
    'Làm được|Thành công|Số người thành công|Lượt người làm được|Cài đặt thành công|Tự làm được',
  ],
  note: ['NOTE', 'ghi chú', 'note', 'Kết quả|Ghi chú khác|Nhận xét|Chú thích'],
});

const FIGURES = fields({
  ...ORDINAL,
  ...UNIT,
  indicatorCode: ['TEXT', 'mã chỉ tiêu', 'indicator code', 'Mã chỉ số|Mã CT|Ký hiệu chỉ tiêu'],
  indicatorName: [
    'TEXT',
    'chỉ tiêu',
    'indicator',
    'Tên chỉ tiêu|Chỉ số|Tên chỉ số|Nội dung|Nội dung chỉ tiêu|Nhiệm vụ, chỉ tiêu|Tiêu chí|Nội dung báo cáo',
  ],
  value: [
    'STATED_NUMBER',
    'giá trị',
    'value',
    'Số liệu|Kết quả|Kết quả thực hiện|Thực hiện|Số lượng|Kết quả đạt được|Đạt|Giá trị thực hiện|Số liệu báo cáo',
  ],
  valueMax: ['NUMBER', 'giá trị đến', 'upper end', 'Đến mức|Giá trị lớn nhất|Cận trên'],
  numerator: ['NUMBER', 'tử số', 'numerator', 'Tử'],
  denominator: ['NUMBER', 'mẫu số', 'denominator', 'Mẫu|Tổng số'],
  unitOfMeasure: ['TEXT', 'đơn vị tính', 'unit of measure', 'ĐVT|Đơn vị đo|Đ.vị tính'],
  level: ['ADMIN_LEVEL', 'cấp tổ', 'level of the teams', 'Cấp của tổ'],
  teamKind: ['TEAM_KIND', 'loại tổ', 'kind of team', 'Loại hình tổ'],
  qualifier: ['QUALIFIER', 'mức chắc chắn', 'qualifier', 'Độ chắc chắn'],
  statement: ['NOTE', 'trích nguyên văn', 'statement', 'Nguyên văn|Trích dẫn'],
  reason: ['TEXT', 'lý do đính chính', 'reason', 'Lý do sửa|Lý do'],
  asOf: [
    'DAY',
    'số liệu đến ngày',
    'as of',
    'Ngày số liệu|Tính đến ngày|Đến ngày|Thời điểm|Ngày|Ngày chốt số liệu|Thời điểm số liệu|Ngày báo cáo',
  ],
  period: ['PERIOD', 'kỳ báo cáo', 'period', 'Kỳ|Kỳ số liệu|Quý|Tháng|Năm|Giai đoạn'],
  revision: ['COUNTED', 'lần ghi', 'revision', ''],
  recordedOn: ['COUNTED', 'ngày ghi', 'recorded on', ''],
  sourceTitle: ['TEXT', 'nguồn', 'source', 'Nguồn số liệu|Văn bản|Căn cứ|Tên nguồn|Báo cáo số|Nguồn báo cáo'],
});

/** Whether anything of such a column is taken: numbers of rows, what the register counts itself, and what it must not hold are not. */
export const isTaken = ({ type }: Pick<ImportField, 'type'>): boolean =>
  type !== 'ORDINAL' && type !== 'COUNTED' && type !== 'NOT_STORED';

/** The fields of each kind of import, in the order of its columns. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  ...{ ROSTER, TEAMS, ACTIVITIES, FIGURES },
  MEASUREMENTS: FIGURES,
};

/** What each kind cannot do without: one field of every group. */
export const NEEDED_FIELDS: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  ROSTER: [['fullName']],
  TEAMS: [['teamName', 'teamCode']],
  ACTIVITIES: [['date'], ['title', 'kind', 'topics']],
  FIGURES: [['value'], ['indicatorCode', 'indicatorName']],
  MEASUREMENTS: [['value'], ['indicatorCode', 'indicatorName']],
};
