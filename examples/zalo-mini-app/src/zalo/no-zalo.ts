import { BridgeError, type ZaloBridge } from './zalo-bridge.ts';
import type { Storages } from './zmp-bridge.ts';

/** A place without Zalo: everything but its storage says so. */
export function noZalo(storages: Storages): ZaloBridge {
  const unsupported = () => Promise.reject(new BridgeError('UNSUPPORTED'));
  return {
    ...{ accessToken: unsupported, phoneCode: unsupported, shareText: unsupported },
    onNetworkChange() {},
    ...storages,
  };
}
