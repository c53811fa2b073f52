/** What the operator says in `embed-config.json` beside the page. */
export interface EmbedConfig {
  /** Address of the graph. */
  endpoint: string;
  /** Origins of the pages that may embed it. The header `frame-ancestors` should name the same. */
  parents: readonly string[];
}

/** Without a file that can be read nobody embeds anything. */
export async function readConfig(url: URL): Promise<EmbedConfig> {
  try {
    const response = await fetch(url);
    return configOf(response.ok ? await response.json() : null);
  } catch (error) {
    console.error(error);
    return configOf(null);
  }
}

/** Parents by their origins, however they are written; what names none is left out, and said where operators look. */
export function configOf(config: unknown): EmbedConfig {
  const { endpoint, parents } = Object(config) as Record<string, unknown>; // any object has properties
  return {
    endpoint: typeof endpoint === 'string' ? endpoint : '/graphql',
    parents: (Array.isArray(parents) ? parents : []).flatMap((parent) => {
      const origin = originOf(String(parent));
      if (origin === null)
        console.error(`embed-config.json: no origin such as https://example.vn: ${parent}`);
      return origin ?? [];
    }),
  };
}

/** Null: none that a page can be known by, as of a sandbox or a file. */
export function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
}
