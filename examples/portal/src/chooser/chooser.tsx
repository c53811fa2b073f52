import { BOUNDARIES, label } from '@cnscd/domain';
import type { UnitInList } from '@cnscd/sdk';
import { useEffect, useState } from 'react';
import { capitalised, dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { useQuery } from '../page/use-query.ts';
import { ProvinceBox } from './province-box.tsx';

interface ChooserProps {
  /** Name of the unit that is shown now. */
  unitName: string;
  /** Days for which a source states something about the unit, newest first. */
  daysOfSources: readonly string[];
}

/** Where, when, and in whose borders. */
export function Chooser({ unitName, daysOfSources }: ChooserProps) {
  const { client, state, texts } = usePortal();
  const provinces = useQuery(`provinces ${state.asOf}`, async (signal) => {
    const found: UnitInList[] = [];
    for await (const unit of client.units.all({ level: 'PROVINCE', asOf: state.asOf }, { signal }))
      found.push(unit);
    return found;
  });
  return (
    <section className="chooser" aria-label={texts.chooser}>
      <ProvinceBox current={unitName} provinces={provinces.value ?? []} />
      <DayField daysOfSources={daysOfSources} />
      <BorderChoice />
    </section>
  );
}

function DayField({ daysOfSources }: { daysOfSources: readonly string[] }) {
  const { state, change, language, texts } = usePortal();
  // While a day is being typed it is no day yet.
  const [typed, setTyped] = useState(state.asOf);
  useEffect(() => setTyped(state.asOf), [state.asOf]);
  const chooseDay = (asOf: string) => change({ asOf, period: null, team: null });
  return (
    <div className="field day-field">
      <label htmlFor="day">{texts.day}</label>
      <input
        id="day"
        type="date"
        min="2022-01-01"
        max="2100-12-31"
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (typed === '' ? setTyped(state.asOf) : typed !== state.asOf && chooseDay(typed))}
        onKeyDown={(event) => event.key === 'Enter' && typed !== '' && chooseDay(typed)}
      />
      {daysOfSources.length > 0 && (
        <p className="hint days">
          {texts.daysOfSources}{' '}
          {daysOfSources.slice(0, 5).map((day) => (
            <button
              type="button"
              key={day}
              className="day-button"
              aria-pressed={day === state.asOf}
              onClick={() => chooseDay(day)}
            >
              {dayText(day, language)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function BorderChoice() {
  const { state, change, language, texts } = usePortal();
  return (
    <fieldset className="field borders">
      <legend>{texts.borders}</legend>
      <div className="segments">
        {BOUNDARIES.map((boundary) => (
          <label key={boundary}>
            <input
              type="radio"
              name="boundary"
              checked={state.boundary === boundary}
              onChange={() => change({ boundary })}
            />
            <span>{capitalised(label('boundary', boundary, language))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
