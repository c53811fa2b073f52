import type { ErasureAction } from '@cnscd/domain';

/** What an erasure did, or would do, with one kind of thing. It names nobody. */
export interface ErasureLine {
  /** Stable name of the line: `NAME_AND_PHONE`. */
  kind: string;
  action: ErasureAction;
  label: string;
  labelEn: string;
  count: number;
  /** Where to look, by type and id; at most 100. */
  details: string[];
}

const LABELS = {
  NAME_AND_PHONE: [
    'ANONYMISED',
    'Hồ sơ: họ tên và số điện thoại bị xóa, còn chỗ ẩn danh được đếm',
    'Records: name and phone number go, an anonymous place is still counted',
  ],
  MEMBERSHIPS_ENDED: ['ANONYMISED', 'Lần tham gia tổ kết thúc hôm nay', 'Memberships that end today'],
  MEMBERSHIPS_KEPT: [
    'KEPT',
    'Lần tham gia tổ giữ ẩn danh, để số liệu các kỳ không đổi',
    'Memberships kept anonymously, so that the numbers of past periods stay',
  ],
  MEMBERSHIPS_AHEAD: ['ERASED', 'Lần tham gia tổ chưa bắt đầu', 'Memberships that have not begun'],
  DUTIES: ['ERASED', 'Nơi phụ trách', 'Responsibilities'],
  ZALO_LINKS: [
    'ERASED',
    'Tài khoản Zalo đã gắn; phiên đăng nhập hết hiệu lực ngay',
    'Links to Zalo accounts; their sessions end at once',
  ],
  AUDIT_VALUES: [
    'ERASED',
    'Giá trị cá nhân trong nhật ký; chuỗi niêm phong vẫn đúng',
    'Personal values in the audit; its chain still verifies',
  ],
  AUDIT_ENTRIES: [
    'KEPT',
    'Mục nhật ký: việc gì, lúc nào, mã hồ sơ; không có họ tên, là bằng chứng niêm phong',
    'Entries of the audit: what, when, id of the record; without a name, sealed as proof',
  ],
  AUDIT_TEXTS: [
    'KEPT',
    'Mục nhật ký cũ có tên trong lời ghi, đã niêm phong trước khi lời ghi được tách ra',
    'Old entries of the audit with the name in a text, sealed before texts stood apart',
  ],
  JOURNAL_ROWS: [
    'ANONYMISED',
    'Dòng hoàn tác: họ tên và số điện thoại bị xóa, lần sáp nhập hay nhập dữ liệu đó không hoàn tác được nữa',
    'Rows to undo by: name and phone number go, and that merger or import can no longer be undone',
  ],
  OUTCOMES: [
    'ERASED',
    'Kết quả thao tác đã lưu; gửi lại thì bị từ chối',
    'Kept outcomes of writes; sending them again is refused',
  ],
  IMPORT_ROWS: ['ERASED', 'Dòng của tệp đã tải lên', 'Rows of files that were uploaded'],
  IMPORT_FILES: ['ERASED', 'Tệp đã tải lên có tên người này', 'Uploaded files that name the person'],
  IMPORTS_UNREAD: [
    'TO_MEND',
    'Tệp đang chờ đọc: hãy xem khi đọc xong',
    'Files that wait to be read: look at them once they are',
  ],
  RIGHTS_TEXTS: [
    'ERASED',
    'Lời ghi trong sự đồng ý, yêu cầu, hạn chế',
    'Texts of consents, requests and restrictions',
  ],
  RIGHTS_KEPT: [
    'KEPT',
    'Sự đồng ý và yêu cầu: loại, ngày, kết quả, để chứng minh đã giải quyết',
    'Consents and requests: kind, days, outcome, to prove that they were dealt with',
  ],
  SIGN_INS: ['ANONYMISED', 'Nơi ghi tài khoản của người này', 'Places that name the sign-in of the person'],
  SIGN_INS_SEALED: [
    'KEPT',
    'Mục nhật ký và báo cáo khóa từ trước còn ghi tài khoản của người này: đã niêm phong nguyên văn',
    'Old entries of the audit, and reports locked before, that name the sign-in: they were sealed word by word',
  ],
  TEXTS_MASKED: ['MASKED', 'Lời ghi có tên, đã che', 'Texts with the name, masked'],
  TEXTS_TO_MEND: [
    'TO_MEND',
    'Lời ghi có tên ở nơi khác, có thể là người trùng tên: hãy xem',
    'Texts with the name elsewhere, perhaps of a namesake: look at them',
  ],
  PHOTOGRAPHS: [
    'TO_MEND',
    'Ảnh hoạt động của tổ trong thời gian tham gia: hãy xem có mặt người này không',
    'Photographs of the team in the time of the membership: look whether the person is in them',
  ],
} as const satisfies Record<string, readonly [ErasureAction, string, string]>;

export type ErasureLineKind = keyof typeof LABELS;

/** A line of the report; null where there is nothing to tell. */
export function lineOf(
  kind: ErasureLineKind,
  count: number,
  details: readonly string[] = [],
): ErasureLine | null {
  if (count === 0) return null;
  const [action, label, labelEn] = LABELS[kind];
  return { kind, action, label, labelEn, count, details: details.slice(0, MOST_DETAILS) };
}

const MOST_DETAILS = 100;
