/** What the host of the page tells it at start, so that one build serves every province. */
export interface Config {
  graphqlUrl: string;
}

/** From `/config.json`; without one, the gateway is expected on the page's own origin. */
export async function readConfig(): Promise<Config> {
  const sameOrigin = { graphqlUrl: '/graphql' };
  try {
    const response = await fetch('/config.json', { headers: { accept: 'application/json' } });
    if (!response.ok) return sameOrigin;
    const config = (await response.json()) as Partial<Config>; // its one field is looked at below
    return typeof config.graphqlUrl === 'string' ? { graphqlUrl: config.graphqlUrl } : sameOrigin;
  } catch {
    return sameOrigin;
  }
}
