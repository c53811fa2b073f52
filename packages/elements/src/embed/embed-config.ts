/** What the operator says in `embed-config.json` beside the page. */
export interface EmbedConfig {
  /** Address of the graph. */
  endpoint: string;
  /** Origins of the pages that may embed it. The header `frame-ancestors` should name the same. */
  parents: readonly string[];
}

/** Without a file that can be read nobody embeds anything. */
export async function readConfig(url: URL): Promise<EmbedConfig> {
  const response = await fetch(url);
  const config: unknown = response.ok ? await response.json() : null;
  const { endpoint, parents } = Object(config) as Record<string, unknown>; // any object has properties
  return {
    endpoint: typeof endpoint === 'string' ? endpoint : '/graphql',
    parents: Array.isArray(parents) ? parents.filter((parent) => typeof parent === 'string') : [],
  };
}

/** @param parent - origin of the page around; null where there is none */
export function isParentAllowed({ parents }: EmbedConfig, parent: string | null): boolean {
  return parent === null || parents.includes(parent);
}
