/** What can go wrong between this server and Zalo. */
export type ZaloErrorCode =
  | 'ZALO_REGION_BLOCKED'
  | 'ZALO_TOKEN_INVALID'
  | 'ZALO_PROOF_INVALID'
  | 'ZALO_CODE_INVALID'
  | 'ZALO_REFUSED'
  | 'ZALO_UNAVAILABLE'
  | 'ZALO_ANSWER_UNKNOWN';

/** The same sentence in both languages: what is wrong and what would be right. */
export interface Messages {
  vi: string;
  en: string;
}

export interface ZaloErrorDetails {
  /** The number that Zalo gave, such as -501. */
  zaloCode?: number | undefined;
  cause?: unknown;
}

/**
 * The only error that this package throws for what Zalo answers, or does not. Programs branch on `code`.
 *
 * - `ZALO_REGION_BLOCKED`: Zalo tells servers outside Vietnam nothing about people (-501)
 * - `ZALO_TOKEN_INVALID`: the token of the person is wrong or has expired
 * - `ZALO_PROOF_INVALID`: the app secret of this server does not belong to the app of the token (-242)
 * - `ZALO_CODE_INVALID`: the code for phone or location was used before, has expired or is another person's
 * - `ZALO_REFUSED`: any other number; see `zaloCode`
 * - `ZALO_UNAVAILABLE`: no answer in time, or none that a working Zalo gives
 * - `ZALO_ANSWER_UNKNOWN`: an answer without what it should hold
 */
export class ZaloError extends Error {
  override readonly name: string = 'ZaloError';
  readonly code: ZaloErrorCode;
  readonly messages: Messages;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly zaloCode: number | undefined;

  constructor(code: ZaloErrorCode, details: ZaloErrorDetails = {}) {
    const messages = MESSAGES[code];
    super(messages.vi, 'cause' in details ? { cause: details.cause } : {});
    this.code = code;
    this.messages = messages;
    this.retryable = code === 'ZALO_UNAVAILABLE';
    this.zaloCode = details.zaloCode;
  }
}

const MESSAGES: Readonly<Record<ZaloErrorCode, Messages>> = {
  ZALO_REGION_BLOCKED: {
    vi: 'Zalo không cung cấp thông tin cá nhân cho máy chủ ngoài Việt Nam (-501). Hãy đặt máy chủ tại Việt Nam, hoặc đặt baseUrl là một máy chủ trung chuyển tại Việt Nam.',
    en: 'Zalo gives no personal information to servers outside Vietnam (-501). Run the server in Vietnam, or set baseUrl to a proxy in Vietnam.',
  },
  ZALO_TOKEN_INVALID: {
    vi: 'Phiên Zalo không đúng hoặc đã hết hạn. Hãy mở lại mini app để đăng nhập lại.',
    en: 'The Zalo session is wrong or has expired. Open the mini app again to sign in.',
  },
  ZALO_PROOF_INVALID: {
    vi: 'Khóa bí mật của ứng dụng không khớp với ứng dụng đã cấp phiên (-242). Hãy kiểm tra appId và appSecret của máy chủ.',
    en: 'The app secret does not belong to the app that issued the token (-242). Check appId and appSecret of this server.',
  },
  ZALO_CODE_INVALID: {
    vi: 'Mã lấy số điện thoại hoặc vị trí đã dùng, đã hết hạn hoặc không phải của người này. Hãy xin lại mã.',
    en: 'The code for phone or location was used, has expired or is not of this person. Ask for a new one.',
  },
  ZALO_REFUSED: {
    vi: 'Zalo từ chối yêu cầu. Hãy xem zaloCode trong tài liệu lỗi của Zalo.',
    en: "Zalo refuses the request. Look zaloCode up in Zalo's list of errors.",
  },
  ZALO_UNAVAILABLE: {
    vi: 'Không nhận được trả lời của Zalo. Hãy thử lại sau ít phút.',
    en: 'Zalo did not answer. Try again in a few minutes.',
  },
  ZALO_ANSWER_UNKNOWN: {
    vi: 'Zalo trả lời thiếu nội dung cần có. Hãy báo cho người quản trị hệ thống.',
    en: 'The answer of Zalo lacks what it should hold. Tell the administrator of the system.',
  },
};
