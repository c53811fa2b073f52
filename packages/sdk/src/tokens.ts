/** Why a token is asked for. */
export interface TokenRequest {
  /** True: the server refused the token that was given last; one that is new may pass. */
  isRefresh: boolean;
}

export type GetToken = (request: TokenRequest) => string | null | Promise<string | null>;

/** The tokens of one client. */
export interface Tokens {
  current(): Promise<string | null>;
  /** The token to try instead of one that was refused; null where there is none. */
  insteadOf(refused: string | null): Promise<string | null>;
}

/** Calls that were refused together ask for one new token, not for one each. */
export function tokensOf(getToken: GetToken | undefined): Tokens {
  let refresh: Promise<string | null> | null = null;
  const current = async () => (await getToken?.({ isRefresh: false })) ?? null;
  return {
    current,
    async insteadOf(refused) {
      // Another call may have brought a new one since this one was sent.
      const known = refresh === null ? await current() : refused;
      if (known !== refused) return known;
      refresh ??= Promise.resolve(getToken?.({ isRefresh: true }) ?? null).finally(() => {
        refresh = null;
      });
      const fresh = await refresh;
      return fresh === refused ? null : fresh;
    },
  };
}
