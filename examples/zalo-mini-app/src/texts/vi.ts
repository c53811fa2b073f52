import type { CnscdErrorCode } from '@cnscd/sdk';

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
    purpose:
      'Ứng dụng hỏi Zalo anh, chị là ai. Lần đầu có thể xin số điện thoại, và sẽ nói rõ trước. Không xem danh bạ, tin nhắn, vị trí.',
    demo: 'Đang dùng thử: chọn một người giả lập.',
    noAccounts: 'Chưa lấy được danh sách. Hãy kiểm tra mạng rồi thử lại.',
    asking: 'Đang đăng nhập…',
    again: 'Thử lại',
    signInAgain: 'Đăng nhập lại',
    signOut: 'Đăng xuất',
    signOutForgets: 'Đăng xuất thì số liệu của tổ và nội dung đang ghi dở bị xóa khỏi máy này.',
    signOutWaits: (count: number) =>
      `Còn ${count} hoạt động chưa gửi. Chúng vẫn được giữ trên máy này và chỉ gửi khi chính anh, chị đăng nhập lại.`,
    withoutSignIn: 'Ghi và gửi bằng tin nhắn Zalo',
    unlinked:
      'Tài khoản Zalo này không còn gắn với anh, chị trong sổ. Số liệu của tổ đã được xóa khỏi máy này; hoạt động chờ gửi vẫn còn.',
    unlink: 'Gỡ tài khoản Zalo',
    unlinkNow: 'Gỡ',
    unlinkTitle: 'Gỡ tài khoản Zalo khỏi sổ?',
    unlinkLead:
      'Sau đó tài khoản Zalo này không đăng nhập được nữa, cho đến khi anh, chị lại cho phép dùng số điện thoại. Hoạt động đã vào sổ vẫn còn.',
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
    loading: 'Đang lấy nội dung xin đồng ý…',
    noWording: 'Chưa lấy được nội dung xin đồng ý, nên chưa hỏi được.',
    refused:
      'Không đồng ý cũng được: nhờ tổ trưởng hoặc cán bộ xã giúp, hoặc ghi hoạt động và gửi bằng tin nhắn Zalo.',
  },

  note: {
    title: 'Ghi và gửi tin nhắn',
    lead: 'Chưa đăng nhập thì hoạt động không vào sổ được. Hãy ghi ở đây, rồi gửi cho tổ trưởng để ghi hộ.',
    heading: 'NHỜ GHI HỘ HOẠT ĐỘNG',
    make: 'Xem tin nhắn',
    edit: 'Sửa lại',
    another: 'Ghi việc khác',
    signedIn: 'Đã đăng nhập được. Hoạt động này có thể lưu thẳng vào sổ.',
    toRegister: 'Lưu vào sổ',
  },

  zalo: {
    DECLINED: 'Anh, chị đã không đồng ý. Không sao: ứng dụng vẫn dùng được.',
    NO_ANSWER: 'Zalo chưa trả lời. Ứng dụng vẫn dùng được; có thể thử lại sau.',
    UNSUPPORTED: 'Không mở trong Zalo, hoặc Zalo đã cũ. Hãy mở ứng dụng trong Zalo bản mới.',
    FAILED: 'Zalo gặp lỗi. Ứng dụng vẫn dùng được; có thể thử lại sau.',
  },

  unforeseen: 'Ứng dụng gặp lỗi. Hãy thử lại; nếu vẫn vậy, báo cán bộ xã.',

  /** In place of sentences that are for whoever runs a server. */
  failures: {
    NETWORK: 'Chưa kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
    TIMEOUT: 'Máy chủ trả lời quá lâu. Hãy thử lại khi mạng mạnh hơn.',
    HTTP_STATUS:
      'Chưa gặp được máy chủ: có thể mạng đang đòi đăng nhập Wi-Fi, hoặc máy chủ đang nghỉ. Hãy xem lại mạng, rồi thử lại sau ít phút.',
    RATE_LIMITED: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    BUSY: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    IDENTITY_UNAVAILABLE: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    INTERNAL: 'Máy chủ gặp lỗi, không phải tại anh, chị. Hãy thử lại sau; nếu vẫn vậy, báo cán bộ xã.',
    GRAPHQL: 'Máy chủ chưa hiểu ứng dụng này. Hãy đóng rồi mở lại; nếu vẫn vậy, báo cán bộ xã.',
    SIGN_IN_REQUIRED: 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    TOKEN_INVALID: 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    ZALO_TOKEN_INVALID:
      'Zalo chưa xác nhận được tài khoản này. Hãy đóng ứng dụng, mở lại, rồi đăng nhập lại.',
    ZALO_CODE_INVALID: 'Zalo chưa cho biết số điện thoại. Hãy bấm đồng ý một lần nữa.',
    ZALO_PERSON_NOT_FOUND:
      'Chưa tìm được anh, chị trong sổ bằng số điện thoại Zalo. Hãy nhờ tổ trưởng hoặc cán bộ xã kiểm tra số điện thoại trong sổ, rồi đăng nhập lại.',
    ZALO_UNAVAILABLE: 'Zalo đang không trả lời máy chủ. Hãy thử lại sau ít phút.',
    ZALO_REFUSED:
      'Chưa đăng nhập bằng Zalo được, không phải tại anh, chị: cán bộ kỹ thuật cần xem lại máy chủ. Vẫn ghi và gửi bằng tin nhắn Zalo được.',
    ZALO_NOT_SET_UP:
      'Chưa đăng nhập bằng Zalo được, không phải tại anh, chị: cán bộ kỹ thuật cần xem lại máy chủ. Vẫn ghi và gửi bằng tin nhắn Zalo được.',
    CONSENT_TEXT_NOT_FOUND: 'Máy chủ chưa có nội dung xin đồng ý. Hãy báo cán bộ xã.',
    OUTBOX_TEXT_INVALID:
      'Đoạn chữ này không phải bản chuyển của ứng dụng, hoặc bị thiếu. Hãy chép lại cả đoạn.',
  } satisfies Partial<Record<CnscdErrorCode, string>>,

  broken: {
    lead: 'Ứng dụng gặp lỗi. Mở lại thì số liệu giữ trên máy và nội dung ghi dở bị xóa; hoạt động chờ gửi vẫn còn.',
    reopen: 'Mở lại',
  },

  connection: {
    OFFLINE: 'Mất mạng. Anh, chị cứ ghi: hoạt động được giữ trên máy này và tự gửi khi có mạng.',
    SERVER_AWAY: 'Có mạng nhưng máy chủ chưa trả lời. Anh, chị cứ ghi, ứng dụng sẽ tự gửi lại.',
    slow: 'Mạng yếu, đang thử lại…',
  },

  sync: {
    allSent: 'Đã gửi hết',
    nothingWaits: 'Không có gì chờ gửi',
    waiting: (count: number) => `${count} hoạt động chờ đồng bộ`,
    sending: 'đang gửi…',
    problems: (count: number) => `${count} hoạt động cần sửa`,
    never: 'Chưa gửi lần nào từ máy này',
    last: (when: string) => `Đồng bộ lần cuối: ${when}`,
    now: 'Gửi ngay',
    see: 'Xem',
    signInAgain: 'Cần đăng nhập lại để gửi và lấy số liệu mới. Hoạt động đã ghi vẫn được giữ trên máy này.',
  },

  home: {
    record: 'Ghi hoạt động',
    whichTeam: 'Đang làm việc cho tổ',
    kpi: 'Chỉ tiêu',
    team: 'Tổ của tôi',
    share: 'Gửi báo cáo',
  },

  record: {
    title: 'Ghi hoạt động',
    correct: 'Sửa hoạt động',
    whatKind: 'Đã làm việc gì?',
    moreKinds: 'Việc khác',
    otherKind: 'Đổi việc',
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
    startAnew: 'Bỏ, ghi mới',
    asSaved: 'Bỏ, lấy lại bản đã lưu',
    forTeam: (name: string) => `Ghi cho: ${name}`,
    notWhole: 'Chỉ ghi số nguyên, ví dụ 12 hoặc 1.200.',
    noStart: 'Hãy chọn ngày giờ.',
  },

  waiting: {
    title: 'Chờ đồng bộ',
    gone: 'Hoạt động này không còn chờ nữa: đã gửi xong hoặc đã bỏ. Nếu đang sửa dở thì phần sửa chưa được gửi; hãy nhờ cán bộ xã sửa trong sổ.',
    notRead:
      'Chưa đọc được hoạt động chờ gửi trên máy này. Anh, chị hãy bấm Thử lại, hoặc đóng ứng dụng rồi mở lại.',
    unreadable: 'Một hoạt động không đọc được nữa',
    madeAt: (when: string) => `Ghi lúc ${when}`,
    states: {
      WAITING: 'Chờ gửi',
      SENT: 'Đã thử gửi, chờ máy chủ xác nhận',
      HELD: 'Chờ một hoạt động trước đó được sửa hoặc bỏ',
      SET_ASIDE: 'Máy chủ chưa nhận. Hãy sửa rồi lưu lại:',
      UNREADABLE: 'Nội dung này bị hỏng, không đọc được.',
      LOST: 'Zalo đã xóa nội dung này khỏi bộ nhớ của máy. Hãy ghi lại hoạt động.',
    },
    refusedForNow: 'Máy chủ chưa nhận lần này. Ứng dụng sẽ tự gửi lại:',
    byMessage: 'Gửi bằng tin nhắn Zalo',
    byMessageLead:
      'Gửi cho tổ trưởng để ghi hộ. Hoạt động vẫn chờ ở đây: nếu đã được ghi hộ thì bấm Bỏ, để không bị ghi hai lần.',
    edit: 'Sửa',
    discard: 'Bỏ',
    discardTitle: 'Bỏ hoạt động này?',
    discardLead: 'Nội dung sẽ mất hẳn và không được gửi.',
    discardSentTitle: 'Hoạt động này có thể đã vào sổ',
    discardSentLead:
      'Máy đã thử gửi nhưng chưa nghe máy chủ trả lời. Bỏ ở đây thì không gửi lại nữa; nếu máy chủ đã nhận rồi thì hoạt động vẫn nằm trong sổ.',
    keep: 'Giữ lại',
    move: 'Chuyển sang máy khác',
  },

  move: {
    title: 'Chuyển máy',
    out: 'Từ máy này',
    outLead:
      'Đoạn chữ dưới đây chứa mọi hoạt động chờ gửi. Chỉ gửi cho chính mình (Cloud của tôi), rồi dán vào ứng dụng ở máy kia. Gửi từ máy nào cũng chỉ vào sổ một lần.',
    nothing: 'Máy này không có gì chờ gửi.',
    into: 'Sang máy này',
    intoLead: 'Dán cả đoạn chữ từ máy kia vào đây. Hai máy phải cùng một người đăng nhập.',
    take: 'Nhận',
    taken: (count: number) => (count === 0 ? 'Không có hoạt động nào mới.' : `Đã nhận ${count} hoạt động.`),
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
    cancelled: 'Chưa gửi.',
    noAnswer: 'Nếu Zalo chưa mở, hãy bấm Sao chép, rồi dán vào nhóm Zalo.',
    notSent: 'Zalo chưa mở được danh sách. Hãy bấm Sao chép, rồi dán vào nhóm Zalo.',
  },
} as const;
