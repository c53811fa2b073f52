import type { DeviceStorage } from './zalo/zalo-bridge.ts';

/** Something that was loaded once and is shown again without a network, with its day. */
export interface Kept<Value> {
  value: Value;
  /** ISO instant. */
  loadedAt: string;
}

/** JSON under a name; what was cut short, or written by another version, is as good as nothing. */
export function readKept<Value>(storage: DeviceStorage, name: string): Kept<Value> | null {
  try {
    const text = storage.getItem(name);
    // Written by this app alone.
    return text === null ? null : (JSON.parse(text) as Kept<Value>);
  } catch {
    return null;
  }
}

/** Keeps it if there is room: it can be loaded again, what waits to be sent cannot. */
export function keep<Value>(storage: DeviceStorage, name: string, kept: Kept<Value>): void {
  try {
    storage.setItem(name, JSON.stringify(kept));
  } catch {
    storage.removeItem(name);
  }
}
