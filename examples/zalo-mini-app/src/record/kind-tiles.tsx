import { ACTIVITY_KINDS, type ActivityKind, label } from '@cnscd/domain';
import { useState } from 'react';
import { capitalised } from '../texts/capitalised.ts';
import { TEXTS } from '../texts/vi.ts';

/** What teams do most days; the rest is one tap further. */
const COMMON: readonly ActivityKind[] = [
  'HOUSEHOLD_VISIT',
  'CULTURE_HOUSE_SESSION',
  'MARKET_VISIT',
  'ONE_STOP_DESK_DUTY',
  'PROPAGANDA_SESSION',
  'MEETING',
];

interface KindTilesProps {
  chosen: ActivityKind | null;
  choose(kind: ActivityKind): void;
}

/** What was done; once that is said it makes room for the numbers. */
export function KindTiles({ chosen, choose }: KindTilesProps) {
  const [areAllShown, setAreAllShown] = useState(false);
  const [isChanging, setIsChanging] = useState(false);
  if (chosen !== null && !isChanging) {
    return (
      <div className="chosen-kind">
        <p>{capitalised(label('activityKind', chosen, 'vi'))}</p>
        <button type="button" className="link" onClick={() => setIsChanging(true)}>
          {TEXTS.record.otherKind}
        </button>
      </div>
    );
  }
  const others = ACTIVITY_KINDS.filter((kind) => !COMMON.includes(kind));
  const shown = areAllShown ? [...COMMON, ...others] : COMMON;
  return (
    <fieldset className="kinds">
      <legend>{TEXTS.record.whatKind}</legend>
      <div className="tiles">
        {shown.map((kind) => (
          <button
            type="button"
            className="tile"
            key={kind}
            data-kind={kind}
            aria-pressed={kind === chosen}
            onClick={() => {
              setIsChanging(false);
              choose(kind);
            }}
          >
            {capitalised(label('activityKind', kind, 'vi'))}
          </button>
        ))}
      </div>
      {!areAllShown && (
        <button type="button" className="link" onClick={() => setAreAllShown(true)}>
          {TEXTS.record.moreKinds}
        </button>
      )}
    </fieldset>
  );
}
