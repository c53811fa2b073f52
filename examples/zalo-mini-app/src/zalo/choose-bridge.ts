import { noZalo } from './no-zalo.ts';
import type { ZaloBridge } from './zalo-bridge.ts';
import { type Storages, zmpBridge } from './zmp-bridge.ts';

/**
 * Zalo where the SDK knows it, by the host name as the SDK itself does: `h5.zdn.vn` is Zalo, `localhost` a browser that
 * the SDK pretends to be Zalo for. Anywhere else it only fails, from the moment it is imported.
 */
export async function chooseBridge({ hostname }: Location, storages: Storages): Promise<ZaloBridge> {
  if (!hostname.includes('h5.zdn.vn') && !hostname.includes('localhost')) return noZalo(storages);
  return zmpBridge(await import('zmp-sdk/apis'), storages);
}
