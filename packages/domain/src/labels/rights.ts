import type {
  ConsentPurpose,
  ContactChannel,
  DayCount,
  ErasureAction,
  LegalBasis,
  RetainedData,
  SubjectRequestKind,
  SubjectRequestStatus,
} from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const consentPurposeLabels: LabelSet<ConsentPurpose> = {
  REGISTER: { vi: 'ghi vào sổ đăng ký tổ', en: 'listing in the register of teams' },
  CONTACT: { vi: 'liên hệ công việc qua điện thoại', en: 'contact by phone about the work' },
  PUBLICATION: { vi: 'công khai họ tên', en: 'publication of the name' },
  PHOTOGRAPHS: { vi: 'chụp và lưu ảnh hoạt động', en: 'photographs of activities' },
  NOTICES: { vi: 'nhận thông báo qua Zalo hoặc tin nhắn', en: 'notices by Zalo or text message' },
  BENEFITS: { vi: 'xét hỗ trợ cho thành viên', en: 'granting of benefits' },
  ZALO_SIGN_IN: { vi: 'đăng nhập bằng tài khoản Zalo', en: 'sign-in by the Zalo account' },
};

export const legalBasisLabels: LabelSet<LegalBasis> = {
  CONSENT: { vi: 'sự đồng ý của người đó', en: 'consent of the person' },
  PUBLIC_TASK: { vi: 'nhiệm vụ của cơ quan nhà nước', en: 'task of a state agency' },
  LEGAL_DUTY: { vi: 'nghĩa vụ theo pháp luật', en: 'duty by law' },
  CONTRACT: { vi: 'thực hiện hợp đồng', en: 'performance of a contract' },
  EMERGENCY: { vi: 'tình huống khẩn cấp', en: 'emergency' },
};

export const contactChannelLabels: LabelSet<ContactChannel> = {
  IN_PERSON: { vi: 'trực tiếp', en: 'in person' },
  PAPER: { vi: 'văn bản, phiếu giấy', en: 'on paper' },
  PHONE: { vi: 'điện thoại', en: 'by phone' },
  EMAIL: { vi: 'thư điện tử', en: 'by e-mail' },
  ZALO: { vi: 'Zalo', en: 'by Zalo' },
  PORTAL: { vi: 'cổng trực tuyến', en: 'through the portal' },
};

export const subjectRequestKindLabels: LabelSet<SubjectRequestKind> = {
  SEE: { vi: 'xem dữ liệu', en: 'see the data' },
  CORRECT: { vi: 'chỉnh sửa dữ liệu', en: 'correct the data' },
  RESTRICT: { vi: 'hạn chế xử lý', en: 'restrict the processing' },
  OBJECT: { vi: 'phản đối xử lý', en: 'object to the processing' },
  WITHDRAW: { vi: 'rút lại sự đồng ý', en: 'withdraw consent' },
  ERASE: { vi: 'xóa dữ liệu', en: 'erase the data' },
};

export const subjectRequestStatusLabels: LabelSet<SubjectRequestStatus> = {
  RECEIVED: { vi: 'đã tiếp nhận', en: 'received' },
  ACKNOWLEDGED: { vi: 'đã xác nhận tiếp nhận', en: 'acknowledged' },
  EXTENDED: { vi: 'đã gia hạn', en: 'extended' },
  DONE: { vi: 'đã giải quyết', en: 'done' },
  REFUSED: { vi: 'đã từ chối', en: 'refused' },
};

export const dayCountLabels: LabelSet<DayCount> = {
  WORKING: { vi: 'ngày làm việc', en: 'working days' },
  CALENDAR: { vi: 'ngày theo lịch', en: 'calendar days' },
};

export const retainedDataLabels: LabelSet<RetainedData> = {
  WRITE_OUTCOMES: { vi: 'kết quả thao tác theo khóa chống ghi lặp', en: 'outcomes of writes by key' },
  UNDO_JOURNALS: { vi: 'gói thay đổi để hoàn tác', en: 'journals to undo by' },
  FORMER_MEMBER_PHONES: {
    vi: 'số điện thoại của người đã rời mọi tổ',
    en: 'phone numbers of people who left all teams',
  },
  CLOSED_REQUEST_TEXTS: { vi: 'lời ghi trong yêu cầu đã kết thúc', en: 'texts of closed requests' },
  PERSONAL_AUDIT_VALUES: { vi: 'giá trị cá nhân trong nhật ký', en: 'personal values in the audit' },
  IMPORT_FILES: { vi: 'tệp đã tải lên để nhập', en: 'files that were imported' },
};

export const erasureActionLabels: LabelSet<ErasureAction> = {
  ERASED: { vi: 'xóa', en: 'erased' },
  ANONYMISED: { vi: 'ẩn danh, giữ số lượng', en: 'made anonymous, still counted' },
  MASKED: { vi: 'che tên trong lời ghi', en: 'name masked in text' },
  KEPT: { vi: 'giữ lại', en: 'kept' },
  TO_MEND: { vi: 'cần xem và sửa tay', en: 'to be mended by hand' },
};
