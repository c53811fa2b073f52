/** What this build, or the server that a browser has it from, says about its surroundings. */
export interface Settings {
  appId: string;
  /** End point of the gateway. Null: nobody has set it yet. */
  graphqlUrl: string | null;
  /** The fake Zalo beside `npm start`, in whose place anybody may be chosen. Null: the phone's own. */
  zaloUrl: string | null;
}

declare global {
  interface Window {
    APP_ID: string;
    /** Written into the page by `npm start`; Zalo has nothing like it. */
    CNSCD?: { graphqlUrl?: string; zaloUrl?: string };
  }
}

/** Zalo serves files as they were uploaded: the address is part of the build there. */
export function readSettings(): Settings {
  const { graphqlUrl, zaloUrl } = window.CNSCD ?? {};
  return {
    appId: window.APP_ID,
    graphqlUrl: graphqlUrl ?? import.meta.env['VITE_GRAPHQL_URL'] ?? null,
    zaloUrl: zaloUrl ?? null,
  };
}
