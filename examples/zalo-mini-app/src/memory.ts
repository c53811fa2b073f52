import type { DeviceStorage } from './zalo/zalo-bridge.ts';

/** What the app keeps on the phone beside the outbox, as JSON under names: it can be loaded again, or typed again. */
export interface Memory {
  /** Null for nothing, and for what was cut short. */
  read<Value>(name: string): Value | null;
  /** Keeps it if there is room: what waits to be sent goes before. What was typed stays as it was kept last. */
  keep(name: string, value: unknown): void;
  forget(name: string): void;
  /** Forgets everything whose name begins so. */
  forgetAll(beginning: string): void;
}

/** Everything of one person begins so. */
export const namesOf = (user: string): string => `${encodeURIComponent(user)}/`;

const LOADED = 'loaded/';

/** What the server told one person: it is not the person's own, and goes when the server's trust does. */
export const loadedNamesOf = (user: string): string => namesOf(user) + LOADED;

/** Raised whenever anything that is kept changes its shape: what another version has kept is forgotten, not misread. */
const SHAPE = 2;
const OWN = `cnscd.${SHAPE}.`;
/** The storage of Zalo lists nothing: what is there to be forgotten is written down here. */
const INDEX = 'cnscd.kept';

export function memoryIn(storage: DeviceStorage): Memory {
  const parsed = (name: string): unknown => {
    try {
      return JSON.parse(storage.getItem(name) || 'null');
    } catch {
      return null;
    }
  };
  const index = (): string[] => {
    const names = parsed(INDEX);
    return Array.isArray(names) ? names.map(String) : [];
  };
  const drop = (isDoomed: (name: string) => boolean) => {
    const names = index();
    const doomed = names.filter(isDoomed);
    if (doomed.length === 0) return;
    for (const name of doomed) storage.removeItem(name);
    try {
      storage.setItem(INDEX, JSON.stringify(names.filter((name) => !isDoomed(name))));
    } catch {
      // The names of what is gone do no harm.
    }
  };

  drop((name) => !name.startsWith(OWN));
  return {
    // The cast: written by this version of this app, under this name.
    read: <Value>(name: string) => parsed(OWN + name) as Value | null,
    keep(name, value) {
      const names = index();
      try {
        // Its name first: nothing is kept that could not be forgotten.
        if (!names.includes(OWN + name)) storage.setItem(INDEX, JSON.stringify([...names, OWN + name]));
        storage.setItem(OWN + name, JSON.stringify(value));
      } catch {
        // An older text of somebody's is better than none; what can be loaded again makes room.
        if (name.includes(`/${LOADED}`)) storage.removeItem(OWN + name);
      }
    },
    forget: (name) => drop((each) => each === OWN + name),
    forgetAll: (beginning) => drop((each) => each.startsWith(OWN + beginning)),
  };
}
