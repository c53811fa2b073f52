import { indexedDbStorage } from '@cnscd/sdk/outbox';
import type { Storages } from './zmp-bridge.ts';

/** The browser's own, for places without Zalo's. All mini apps share an origin, so names begin with the app's. */
export function browserStorages(appId: string): Storages {
  const own = (name: string) => `${appId}_${name}`;
  return {
    storage: {
      getItem: (name) => window.localStorage.getItem(own(name)),
      setItem: (name, text) => window.localStorage.setItem(own(name), text),
      removeItem: (name) => window.localStorage.removeItem(own(name)),
    },
    outboxStorage: indexedDbStorage({ name: own('outbox') }),
  };
}
