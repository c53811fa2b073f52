import { dayText } from '../figure-text.ts';
import { usePortal } from './portal-context.tsx';
import { useQuery } from './use-query.ts';

/** The last day of the 63 provinces and of the districts: most codes that are asked for in vain ended with it. */
const LAST_DAY_OF_OLD_UNITS = '2025-06-30';

/** For a code that no unit bears on the chosen day: the unit that bore it last, and what became of it. */
export function UnitNearby() {
  const { client, state, change, language, texts } = usePortal();
  const query = useQuery(`nearby ${state.unit}`, (signal) =>
    client.units.get({ code: state.unit, asOf: LAST_DAY_OF_OLD_UNITS }, { signal }),
  );
  if (query.value === null) return null;
  const { fullName, successors } = query.value;
  const places = [
    { fullName, code: state.unit, asOf: LAST_DAY_OF_OLD_UNITS },
    ...successors.map(({ to, effectiveOn }) => ({
      fullName: to.fullName,
      code: to.code ?? '',
      asOf: effectiveOn,
    })),
  ];
  return (
    <div className="nearby">
      <p>{texts.notOnThisDay}:</p>
      {places.map((place) => (
        <button
          type="button"
          className="button"
          key={`${place.code} ${place.asOf}`}
          onClick={() => change({ unit: place.code, asOf: place.asOf })}
        >
          {texts.lookAt} {place.fullName} ({dayText(place.asOf, language)})
        </button>
      ))}
    </div>
  );
}
