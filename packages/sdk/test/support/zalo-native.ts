import type { ZaloNativeStorage } from '../../src/outbox/index.ts';

/** The native storage of Zalo as its documents describe it: when it is full, it deletes what is oldest and says nothing. */
export function zaloNative({ limitKb }: { limitKb: number }): ZaloNativeStorage & { deleted: string[] } {
  const texts = new Map<string, string>();
  const deleted: string[] = [];
  const sizeKb = () => [...texts].reduce((sum, entry) => sum + 2 * entry.join('').length, 0) / 1024;
  return {
    deleted,
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      texts.set(name, text);
      while (sizeKb() > limitKb) {
        const [oldest = ''] = texts.keys();
        texts.delete(oldest);
        deleted.push(oldest);
      }
    },
    removeItem: (name) => void texts.delete(name),
    getStorageInfo: () => ({ currentSize: Math.round(sizeKb()), limitSize: limitKb }),
  };
}
