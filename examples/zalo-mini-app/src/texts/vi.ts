/** Every sentence of the app. Short, and in the words of the villages. */
export const TEXTS = {
  appName: 'Tổ công nghệ số',
  noServer:
    'Ứng dụng chưa được đặt địa chỉ máy chủ. Người quản trị cần dựng lại với VITE_GRAPHQL_URL (xem README).',
  back: 'Quay lại',
  madeUp: 'Dữ liệu giả lập để dùng thử',

  signIn: {
    title: 'Chào anh, chị!',
    lead: 'Đăng nhập để ghi nhận hoạt động của tổ. Chỉ cần làm một lần trên máy này.',
    withZalo: 'Đăng nhập bằng Zalo',
    purpose: 'Ứng dụng chỉ hỏi Zalo anh, chị là ai. Không xem danh bạ, tin nhắn, số điện thoại hay vị trí.',
    demo: 'Đang dùng thử: chọn một người giả lập.',
    noAccounts: 'Chưa lấy được danh sách. Hãy kiểm tra mạng rồi thử lại.',
    again: 'Thử lại',
    signInAgain: 'Đăng nhập lại',
    signOut: 'Đăng xuất',
    signOutWaits: (count: number) =>
      `Còn ${count} hoạt động chưa gửi. Chúng vẫn được giữ trên máy này và chỉ gửi khi chính anh, chị đăng nhập lại.`,
    withoutSignIn: 'Ghi và gửi bằng tin nhắn Zalo',
    notOfATeam: 'Tài khoản này chưa thuộc tổ nào. Hãy nhờ cán bộ xã thêm anh, chị vào tổ, rồi thử lại.',
  },

  phone: {
    title: 'Cho phép dùng số điện thoại Zalo?',
    lead: 'Tài khoản Zalo này chưa gắn với ai trong sổ của tổ. Số điện thoại dùng để tìm đúng anh, chị trong sổ, một lần duy nhất.',
    points: [
      'Chỉ máy chủ của tỉnh đọc số, để so với số đã có trong sổ.',
      'Không gọi, không nhắn tin, không đưa cho ai khác.',
    ],
    agreeTo: 'Khi bấm đồng ý, anh, chị đồng ý rằng:',
    allow: 'Đồng ý, để Zalo hỏi tôi',
    refused:
      'Không đồng ý cũng được: nhờ tổ trưởng hoặc cán bộ xã giúp, hoặc ghi hoạt động và gửi bằng tin nhắn Zalo.',
  },

  note: {
    title: 'Ghi và gửi tin nhắn',
    lead: 'Chưa đăng nhập thì hoạt động không vào sổ được. Hãy ghi ở đây, rồi gửi cho tổ trưởng để ghi hộ.',
    heading: 'NHỜ GHI HỘ HOẠT ĐỘNG',
    make: 'Xem tin nhắn',
    edit: 'Sửa lại',
  },

  zalo: {
    DECLINED: 'Anh, chị đã không đồng ý. Không sao: ứng dụng vẫn dùng được.',
    NO_ANSWER: 'Zalo chưa trả lời. Ứng dụng vẫn dùng được; có thể thử lại sau.',
    UNSUPPORTED: 'Nơi này không có Zalo, hoặc Zalo đã cũ. Hãy mở ứng dụng trong Zalo bản mới.',
    FAILED: 'Zalo gặp lỗi. Ứng dụng vẫn dùng được; có thể thử lại sau.',
  },

  connection: {
    OFFLINE: 'Mất mạng. Anh, chị cứ ghi: hoạt động được giữ trên máy này và tự gửi khi có mạng.',
    SERVER_AWAY: 'Có mạng nhưng máy chủ chưa trả lời. Anh, chị cứ ghi, ứng dụng sẽ tự gửi lại.',
    slow: 'Mạng yếu, đang thử lại…',
  },

  sync: {
    nothingWaits: 'Đã gửi hết',
    waiting: (count: number) => `${count} hoạt động chờ đồng bộ`,
    sending: 'Đang gửi…',
    problems: (count: number) => `${count} hoạt động cần sửa`,
    never: 'Chưa đồng bộ lần nào trên máy này',
    last: (when: string) => `Đồng bộ lần cuối: ${when}`,
    now: 'Gửi ngay',
    see: 'Xem',
    signInAgain: 'Cần đăng nhập lại để gửi. Hoạt động vẫn được giữ trên máy này.',
  },

  home: {
    record: 'Ghi hoạt động',
    kpi: 'Chỉ tiêu',
    team: 'Tổ của tôi',
    share: 'Gửi báo cáo',
  },

  record: {
    title: 'Ghi hoạt động',
    correct: 'Sửa hoạt động',
    whatKind: 'Đã làm việc gì?',
    moreKinds: 'Việc khác',
    otherKind: 'Đổi',
    topic: 'Hướng dẫn về',
    counts: 'Bao nhiêu người?',
    countsHint: 'Không rõ thì để trống.',
    reached: 'Được tuyên truyền',
    assisted: 'Được hướng dẫn',
    succeeded: 'Tự làm được',
    details: 'Thêm ngày giờ, nơi, ghi chú',
    name: 'Tên hoạt động',
    startsAt: 'Bắt đầu lúc',
    place: 'Nơi làm',
    placeHint: 'Ví dụ: nhà văn hóa thôn',
    note: 'Ghi chú',
    noteHint: 'Không ghi số căn cước, mật khẩu hay số điện thoại.',
    save: 'Lưu',
    draftKept: 'Đã mở lại nội dung đang ghi dở.',
    notWhole: 'Chỉ ghi số, ví dụ 12.',
  },

  waiting: {
    title: 'Chờ đồng bộ',
    gone: 'Hoạt động này không còn chờ nữa: đã gửi xong hoặc đã bỏ.',
    unreadable: 'Một hoạt động không đọc được nữa',
    WAITING: 'Chờ gửi',
    SENT: 'Đã thử gửi, chờ máy chủ xác nhận',
    HELD: 'Chờ một hoạt động trước đó được sửa hoặc bỏ',
    madeAt: (when: string) => `Ghi lúc ${when}`,
    SET_ASIDE: 'Máy chủ chưa nhận. Hãy sửa rồi lưu lại:',
    UNREADABLE: 'Bộ nhớ của máy làm hỏng nội dung này.',
    LOST: 'Zalo đã xóa nội dung này khỏi bộ nhớ của máy. Hãy ghi lại hoạt động.',
    edit: 'Sửa',
    discard: 'Bỏ',
    discardTitle: 'Bỏ hoạt động này?',
    discardLead: 'Nội dung sẽ mất hẳn và không được gửi.',
    keep: 'Giữ lại',
  },

  kpi: {
    title: 'Chỉ tiêu của tổ',
    period: 'Thời gian',
    target: 'Chỉ tiêu',
    asOf: (when: string) => `Số liệu đến ${when}.`,
    kept: (when: string) => `Số liệu giữ trên máy, lấy lúc ${when}.`,
    loading: 'Đang lấy số liệu…',
    nothing: 'Chưa có số liệu. Cần mạng cho lần xem đầu tiên.',
    noTarget: 'Chưa được giao chỉ tiêu',
    missing: 'Chưa có số liệu',
    attained: (percent: string) => `đạt ${percent}`,
    onlyVerified: 'Chỉ tính hoạt động đã được cán bộ xác nhận.',
  },

  team: {
    title: 'Tổ của tôi',
    members: (count: number) => `${count} thành viên`,
    recent: 'Hoạt động gần đây',
    none: 'Chưa có hoạt động nào.',
    returned: 'Cán bộ trả lại',
  },

  share: {
    title: 'Gửi báo cáo',
    lead: 'Xem lại, rồi gửi vào nhóm Zalo của tổ hoặc sao chép.',
    send: 'Gửi qua Zalo',
    copy: 'Sao chép',
    copied: 'Đã sao chép. Mở nhóm Zalo và dán vào.',
    notCopied: 'Máy không cho sao chép: hãy nhấn giữ vào đoạn chữ rồi chọn Sao chép.',
    sent: 'Đã chuyển sang Zalo.',
    notSent: 'Zalo chưa mở được danh sách. Hãy bấm Sao chép, rồi dán vào nhóm Zalo.',
  },
} as const;
