import { zaloStorage } from '@cnscd/sdk/outbox';
import type * as zmpApis from 'zmp-sdk/apis';
import { BridgeError, type DeviceStorage, type ZaloBridge } from './zalo-bridge.ts';

/** What this app uses of `zmp-sdk/apis`. Passed in, because merely importing it fails outside Zalo. */
export type ZmpApis = Pick<
  typeof zmpApis,
  'getAccessToken' | 'getPhoneNumber' | 'nativeStorage' | 'onNetworkStatusChange' | 'openShareSheet'
>;

/** Where things are kept, as a bridge has it. */
export type Storages = Pick<ZaloBridge, 'storage' | 'outboxStorage'>;

/**
 * Zalo itself, by its SDK.
 *
 * @param fallback - for a Zalo that is too old to keep anything, and for a browser
 */
export function zmpBridge(apis: ZmpApis, fallback: Storages): ZaloBridge {
  return {
    async accessToken() {
      const token = await apis.getAccessToken();
      // In a browser the SDK answers with nothing, and calls it success.
      if (!token) throw new BridgeError('UNSUPPORTED');
      return token;
    },
    async phoneCode() {
      const { token } = await apis.getPhoneNumber();
      if (!token) throw new BridgeError('UNSUPPORTED');
      return token;
    },
    async shareText(text) {
      const { status } = await apis.openShareSheet({ type: 'text', data: { text, autoParseLink: false } });
      // Closed without sending: that is no failure to the SDK.
      if (status === 0) throw new BridgeError('DECLINED');
    },
    onNetworkChange(listener) {
      // Its `isConnected` is true whatever happens: that something changed is all it tells.
      apis.onNetworkStatusChange(() => listener());
    },
    ...(hasNativeStorage(apis) ? storagesOf(apis.nativeStorage) : fallback),
  };
}

/** An older Zalo has none and says so by throwing; the fallback that the SDK's manual promises is not there. */
function hasNativeStorage({ nativeStorage }: ZmpApis): boolean {
  try {
    nativeStorage.getItem('cnscd.probe');
    return true;
  } catch {
    return false;
  }
}

function storagesOf(native: ZmpApis['nativeStorage']): Storages {
  const storage: DeviceStorage = {
    // The types say text; where there is nothing, it is null or nothing at all. Removed is empty: see below.
    getItem: (name) => (native.getItem(name) as string | null | undefined) || null,
    setItem: (name, text) => native.setItem(name, text),
    removeItem(name) {
      native.removeItem(name);
      // In a browser the SDK's removeItem does nothing and says nothing.
      if (native.getItem(name)) native.setItem(name, '');
    },
  };
  return {
    storage,
    outboxStorage: zaloStorage({ ...storage, getStorageInfo: () => native.getStorageInfo() }),
  };
}
