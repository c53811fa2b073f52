import { CnscdError } from '@cnscd/sdk';
import type { DemoAccount, Identity } from './identity.ts';

interface Offered extends DemoAccount {
  role: string;
}

/** People of the made-up register, by the issuer that stands beside `npm start`: teams' people alone. */
export function demoIdentity(signInUrl: string, fetch: typeof globalThis.fetch): Identity {
  const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    // Called on its own: a browser's fetch refuses to be called as a method of another object.
    const response = await fetch(signInUrl + path, init).catch((cause) => {
      throw unreachable(cause);
    });
    if (!response.ok) throw unreachable(new Error(`the issuer answered ${response.status}`));
    return response.json();
  };
  return {
    async accounts() {
      const offered = await ask<Offered[]>('/accounts');
      return offered.filter(({ role }) => role === 'LEADER' || role === 'MEMBER');
    },
    async token({ accountId: account }) {
      const answer = await ask<{ access_token: string }>('/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account }),
      });
      return answer.access_token;
    },
  };
}

/** As a server of ours that is away: whatever waits, waits on. */
function unreachable(cause: unknown): CnscdError {
  const messages = {
    vi: 'Chưa kết nối được máy cấp mã đăng nhập thử.',
    en: 'The demo sign-in cannot be reached.',
  };
  return new CnscdError('NETWORK', messages, { retryable: true, cause });
}
