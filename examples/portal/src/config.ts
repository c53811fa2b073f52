/** What the host of the page tells it at start, so that one build serves every province. */
export interface Config {
  graphqlUrl: string;
  /** Issuer of demo accounts' tokens. Null: the page signs nobody in. */
  signInUrl: string | null;
  /** `/files` of the subgraph. Null: spreadsheets go neither in nor out. */
  filesUrl: string | null;
}

/** From `/config.json`; without one, the gateway is expected on the page's own origin. */
export async function readConfig(): Promise<Config> {
  const sameOrigin = { graphqlUrl: '/graphql', signInUrl: null, filesUrl: '/files' };
  try {
    const response = await fetch('/config.json', { headers: { accept: 'application/json' } });
    if (!response.ok) return sameOrigin;
    const config = (await response.json()) as Partial<Config>; // each field is looked at below
    if (typeof config.graphqlUrl !== 'string') return sameOrigin;
    const signInUrl = typeof config.signInUrl === 'string' ? config.signInUrl : null;
    const filesUrl = typeof config.filesUrl === 'string' ? config.filesUrl : null;
    return { graphqlUrl: config.graphqlUrl, signInUrl, filesUrl };
  } catch {
    return sameOrigin;
  }
}
