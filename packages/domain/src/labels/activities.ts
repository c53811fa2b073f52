import type { ActivityKind, ActivityStatus, DayPart, OutboxStatus, Topic, Weekday } from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const activityStatusLabels: LabelSet<ActivityStatus> = {
  PLANNED: { vi: 'đã lên kế hoạch', en: 'planned' },
  DONE: { vi: 'đã thực hiện', en: 'done' },
  VERIFIED: { vi: 'đã xác nhận', en: 'verified' },
  RETURNED: { vi: 'trả lại để bổ sung', en: 'returned for correction' },
  CANCELLED: { vi: 'đã hủy', en: 'cancelled' },
};

export const activityKindLabels: LabelSet<ActivityKind> = {
  PROPAGANDA_SESSION: { vi: 'buổi tuyên truyền', en: 'information session' },
  LAUNCH_DAY: { vi: 'ra quân', en: 'launch day' },
  HOUSEHOLD_VISIT: { vi: 'đi từng hộ gia đình', en: 'household visit' },
  MARKET_VISIT: { vi: 'hướng dẫn tại chợ', en: 'market visit' },
  CULTURE_HOUSE_SESSION: { vi: 'hướng dẫn tại nhà văn hóa', en: 'session at the culture house' },
  ONE_STOP_DESK_DUTY: { vi: 'trực hỗ trợ tại bộ phận một cửa', en: 'duty at the one-stop desk' },
  MOBILE_SUPPORT: { vi: 'hỗ trợ lưu động', en: 'mobile support' },
  SUPPORT_POINT_DUTY: { vi: 'trực tại điểm hỗ trợ', en: 'duty at a support point' },
  DIGITAL_STREET: { vi: 'tuyến đường số', en: 'digital street' },
  TRAINING_RECEIVED: { vi: 'được tập huấn', en: 'training received' },
  TRAINING_GIVEN: { vi: 'tập huấn cho người dân', en: 'training given' },
  MEETING: { vi: 'họp tổ', en: 'team meeting' },
};

export const weekdayLabels: LabelSet<Weekday> = {
  MONDAY: { vi: 'thứ Hai', en: 'Monday' },
  TUESDAY: { vi: 'thứ Ba', en: 'Tuesday' },
  WEDNESDAY: { vi: 'thứ Tư', en: 'Wednesday' },
  THURSDAY: { vi: 'thứ Năm', en: 'Thursday' },
  FRIDAY: { vi: 'thứ Sáu', en: 'Friday' },
  SATURDAY: { vi: 'thứ Bảy', en: 'Saturday' },
  SUNDAY: { vi: 'Chủ nhật', en: 'Sunday' },
};

export const dayPartLabels: LabelSet<DayPart> = {
  MORNING: { vi: 'buổi sáng', en: 'morning' },
  AFTERNOON: { vi: 'buổi chiều', en: 'afternoon' },
  EVENING: { vi: 'buổi tối', en: 'evening' },
};

export const outboxStatusLabels: LabelSet<OutboxStatus> = {
  DONE: { vi: 'đã ghi', en: 'written' },
  REFUSED: { vi: 'bị từ chối', en: 'refused' },
  CONFLICT: { vi: 'xung đột phiên bản', en: 'version conflict' },
  SKIPPED: { vi: 'chưa gửi', en: 'skipped' },
};

export const topicLabels: LabelSet<Topic> = {
  E_ID: { vi: 'định danh điện tử (VNeID)', en: 'electronic identity (VNeID)' },
  SOCIAL_INSURANCE: { vi: 'bảo hiểm xã hội số (VssID)', en: 'social insurance (VssID)' },
  E_HEALTH: { vi: 'sổ sức khỏe điện tử', en: 'electronic health book' },
  MOBILE_MONEY: { vi: 'tiền di động (Mobile Money)', en: 'mobile money' },
  BANK_ACCOUNT: { vi: 'tài khoản ngân hàng', en: 'bank account' },
  QR_PAYMENT: { vi: 'thanh toán bằng mã QR', en: 'QR payment' },
  UTILITY_BILL: { vi: 'thanh toán tiền điện, nước', en: 'electricity and water bills' },
  ONLINE_SERVICE_ACCOUNT: { vi: 'tài khoản dịch vụ công trực tuyến', en: 'online public service account' },
  ONLINE_SERVICE_SUBMISSION: { vi: 'nộp hồ sơ dịch vụ công trực tuyến', en: 'online public service dossier' },
  DE_AN_06_SERVICES: { vi: 'dịch vụ công thiết yếu của Đề án 06', en: 'essential services of Đề án 06' },
  E_COMMERCE: { vi: 'thương mại điện tử', en: 'e-commerce' },
  DIGITAL_STALL: { vi: 'gian hàng số', en: 'digital stall' },
  DIGITAL_SIGNATURE: { vi: 'chữ ký số', en: 'digital signature' },
  SIM_OWNER: { vi: 'chuẩn hóa thông tin thuê bao', en: 'SIM owner correction' },
  ONLINE_SAFETY: { vi: 'an toàn trên mạng', en: 'online safety' },
  CITIZEN_APP: { vi: 'ứng dụng công dân số', en: 'citizen app of the province' },
  PASSWORD_RECOVERY: { vi: 'lấy lại mật khẩu', en: 'password recovery' },
  EDUCATION: { vi: 'giáo dục', en: 'education' },
  SOCIAL_POLICY: { vi: 'chính sách xã hội', en: 'social policy' },
  PRODUCTION_TECHNOLOGY: { vi: 'công nghệ trong sản xuất', en: 'technology in production' },
  POLICY_PROPAGANDA: { vi: 'tuyên truyền chủ trương, chính sách', en: 'policy information' },
};
