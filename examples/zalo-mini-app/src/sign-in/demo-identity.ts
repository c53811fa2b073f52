import type { DemoAccount, Identity } from './identity.ts';

interface Offered extends DemoAccount {
  role: string;
}

/** People of the made-up register, by the issuer that stands beside `npm start`: teams' people alone. */
export function demoIdentity(signInUrl: string, request: typeof fetch): Identity {
  return {
    async accounts() {
      const response = await request(`${signInUrl}/accounts`);
      if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
      const offered: Offered[] = await response.json();
      return offered.filter(({ role }) => role === 'LEADER' || role === 'MEMBER');
    },
    async token({ accountId: account }) {
      const response = await request(`${signInUrl}/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account }),
      });
      if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
      const { access_token: token } = (await response.json()) as { access_token: string }; // as OAuth has it
      return token;
    },
  };
}
