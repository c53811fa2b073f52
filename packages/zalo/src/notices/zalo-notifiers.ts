import { askZalo, type Transport, type ZaloAnswer } from '../ask-zalo.ts';
import { ZaloError } from '../zalo-error.ts';
import type { AccountTokens } from './account-tokens.ts';
import { type Notice, type NoticeReceipt, type Notifier, type Switch, switchedNotifier } from './notifier.ts';

/** The token of an official account, such as `accountTokens(…).current` gives it. */
type GetToken = AccountTokens['current'];

export interface AccountNotifierOptions extends Transport, Switch {
  getToken: GetToken;
  /** @defaultValue `https://openapi.zalo.me` */
  baseUrl?: string;
}

export interface TemplateNotifierOptions extends Transport, Switch {
  getToken: GetToken;
  templateId: string;
  /** @defaultValue `https://business.openapi.zalo.me` */
  baseUrl?: string;
}

export interface MiniAppNotifierOptions extends Transport, Switch {
  /** The key for open APIs of the mini app; Zalo takes it from registered addresses only. */
  apiKey: string;
  miniAppId: string;
  templateId: string;
  /** @defaultValue `https://openapi.mini.zalo.me` */
  baseUrl?: string;
}

/** Consultation messages of an official account; `to` is the person's id by that account. Free for 48 hours after the person wrote. */
export function accountNotifier(options: AccountNotifierOptions): Notifier {
  return openApi(options, '/v3.0/oa/message/cs', ({ to, text }) => ({
    recipient: { user_id: to },
    message: { text },
  }));
}

/** Messages into a group that the official account owns [GMF]; groups that people made themselves cannot be reached. */
export function groupNotifier(options: AccountNotifierOptions): Notifier {
  return openApi(options, '/v3.0/oa/group/message', ({ to, text }) => ({
    recipient: { group_id: to },
    message: { text },
  }));
}

/** Messages by an approved template to a phone number [ZNS]; `to` is `+84…`. */
export function templateNotifier(options: TemplateNotifierOptions): Notifier {
  const { templateId, getToken } = options;
  return switchedNotifier(options, async ({ to, values = {}, trackingId }, signal) => {
    const answer = await byToken(getToken, (access_token) =>
      askZalo(options, {
        url: `${options.baseUrl ?? 'https://business.openapi.zalo.me'}/message/template`,
        ...json(
          { access_token },
          {
            ...{ phone: to.replace(/^\+/, ''), tracking_id: trackingId },
            ...{ template_id: templateId, template_data: values },
          },
        ),
        signal,
      }),
    );
    return receiptOf(answer, 'msg_id');
  });
}

/** Notifications of a mini app to somebody who asked for them; `to` is the person's id by the app. */
export function miniAppNotifier(options: MiniAppNotifierOptions): Notifier {
  const { apiKey, miniAppId, templateId } = options;
  return switchedNotifier(options, async ({ to, values = {} }, signal) => {
    const answer = await askZalo(options, {
      url: `${options.baseUrl ?? 'https://openapi.mini.zalo.me'}/notification/template`,
      ...json(
        { 'x-api-key': `Bearer ${apiKey}`, 'x-user-id': to, 'x-miniapp-id': miniAppId },
        { templateId, templateData: values },
      ),
      signal,
    });
    return receiptOf(answer, 'messageId');
  });
}

function openApi(
  options: AccountNotifierOptions,
  path: string,
  bodyOf: (notice: Notice) => object,
): Notifier {
  return switchedNotifier(options, async (notice, signal) => {
    const answer = await byToken(options.getToken, (access_token) =>
      askZalo(options, {
        url: `${options.baseUrl ?? 'https://openapi.zalo.me'}${path}`,
        ...json({ access_token }, bodyOf(notice)),
        signal,
      }),
    );
    return receiptOf(answer, 'message_id');
  });
}

/** Sends, and once more by another token where Zalo takes the first no longer: by that one nothing was sent. */
async function byToken(
  getToken: GetToken,
  send: (token: string) => Promise<ZaloAnswer>,
): Promise<ZaloAnswer> {
  const token = await getToken();
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof ZaloError) || error.code !== 'ZALO_TOKEN_INVALID') throw error;
    const other = await getToken({ refused: token });
    if (other === token) throw error;
    return send(other);
  }
}

const json = (headers: Readonly<Record<string, string>>, body: object) =>
  ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    otherwise: 'ZALO_REFUSED',
  }) as const;

/** @throws {ZaloError} `ZALO_ANSWER_UNKNOWN` where Zalo does not say that it took the message */
function receiptOf(answer: ZaloAnswer, field: string): NoticeReceipt {
  const id = (answer['data'] as ZaloAnswer | null | undefined)?.[field];
  const messageId = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  if (messageId === null && answer['error'] == null) throw new ZaloError('ZALO_ANSWER_UNKNOWN');
  return { status: 'SENT', messageId };
}
