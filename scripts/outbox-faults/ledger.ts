import type { Effect, World } from './world.ts';

/** What somebody was told of a write that he or she made. */
export interface Promised {
  entityId: string;
  field: 'recordActivity' | 'updateActivity';
  subject: string;
  title: string;
  /**
   * - `KEPT`: enqueue resolved, so it must take effect, once
   * - `UNKNOWN`: the tab was killed meanwhile, or the record was damaged: at most once
   * - `REFUSED`: it was not kept, so it must not
   */
  word: 'KEPT' | 'UNKNOWN' | 'REFUSED';
}

/** What was promised on one phone, to be held against what the server has. */
export interface Ledger {
  readonly promises: Promised[];
  /** Of two that nobody knows of, one took effect. */
  readonly eitherOf: (readonly [Promised, Promised])[];
  /** @returns every promise that was broken, in words */
  faults(world: World): Promise<string[]>;
}

export function newLedger(): Ledger {
  const promises: Promised[] = [];
  const eitherOf: (readonly [Promised, Promised])[] = [];
  return {
    promises,
    eitherOf,
    async faults(world) {
      const effects = await world.effectsOn([...new Set(promises.map(({ entityId }) => entityId))]);
      return [
        ...promises.flatMap((promised) => faultOf(promised, effects)),
        ...strangersAmong(effects, promises),
        ...eitherOf
          .filter((pair) => !pair.some((promised) => effects.some(isOf(promised))))
          .map(([before]) => `LOST BY AN EDIT: ${before.title}`),
        ...outOfOrder(effects, promises),
      ];
    },
  };
}

const isOf =
  ({ entityId, field, title }: Promised) =>
  (effect: Effect) =>
    effect.entityId === entityId && effect.field === field && effect.title === title;

function faultOf(promised: Promised, effects: readonly Effect[]): string[] {
  const found = effects.filter(isOf(promised));
  const name = `${promised.field} ${promised.title}`;
  if (found.length > 1) return [`DOUBLED: ${name} took effect ${found.length} times`];
  if (promised.word === 'KEPT' && found.length === 0) return [`LOST: ${name}`];
  if (promised.word === 'REFUSED' && found.length === 1) return [`DONE THOUGH REFUSED: ${name}`];
  return found
    .filter(({ actor }) => actor !== promised.subject)
    .map(({ actor }) => `WRONG USER: ${name} of ${promised.subject} under ${actor}`);
}

const strangersAmong = (effects: readonly Effect[], promises: readonly Promised[]): string[] =>
  effects
    .filter((effect) => !promises.some((promised) => isOf(promised)(effect)))
    .map(({ field, entityId, title }) => `UNASKED: ${field} of ${entityId}: ${title}`);

function outOfOrder(effects: readonly Effect[], promises: readonly Promised[]): string[] {
  const place = (effect: Effect) => promises.findIndex((promised) => isOf(promised)(effect));
  return [...new Set(promises.map(({ entityId }) => entityId))].flatMap((entityId) => {
    const places = effects.filter((effect) => effect.entityId === entityId).map(place);
    const isOrdered = places.every((each, index) => index === 0 || (places[index - 1] ?? 0) < each);
    return isOrdered ? [] : [`OUT OF ORDER: ${entityId}: ${places.join(', ')}`];
  });
}
