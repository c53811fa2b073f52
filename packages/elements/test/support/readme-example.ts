import { type CnscdKpiBoard, type GetToken, mapRefusal } from '../../src/index.ts';

// packages/elements/README.md shows parts of this file; the tests of pages hold the two together.

/** What the portal already has: its own session. */
interface Session {
  token(options: { isFresh: boolean }): Promise<string | null>;
  signIn(): Promise<void>;
}

export function showFeed(session: Session): void {
  const getToken: GetToken = async ({ isRefresh, endpoint }) =>
    new URL(endpoint).origin === location.origin ? session.token({ isFresh: isRefresh }) : null;
  for (const feed of document.querySelectorAll('cnscd-activity-feed')) {
    feed.getToken = getToken;
    feed.addEventListener('cnscd-auth-required', async () => {
      await session.signIn();
      await feed.refresh();
    });
  }
}

export async function showMap(board: CnscdKpiBoard, url: string): Promise<string | null> {
  const geojson: unknown = await (await fetch(url)).json();
  const refusal = mapRefusal(geojson, { level: 'PROVINCE', code: '48' });
  if (refusal !== null) return refusal.messages.vi;
  board.geojson = geojson;
  return null;
}
