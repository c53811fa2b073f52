import { label } from '@cnscd/domain';
import { capitalised, dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import type { OverviewView } from './load-overview.ts';

/** Which unit, in which of its versions, on which day. */
export function UnitTitle({ view }: { view: OverviewView }) {
  const { state, change, language, texts } = usePortal();
  const unit = view.overview?.unit ?? view.chosen;
  const { code, validFrom, validTo, parent } = view.chosen;
  return (
    <div className="unit-title">
      <h2>{unit.fullName}</h2>
      <ul className="facts">
        {code !== null && <li>{texts.code(unit.code ?? code)}</li>}
        {unit.id === view.chosen.id && validFrom !== null && (
          <li>{capitalised(texts.unitSince(dayText(validFrom, language)))}</li>
        )}
        {unit.id === view.chosen.id && validTo !== null && (
          <li>{capitalised(texts.unitUntil(dayText(validTo, language)))}</li>
        )}
        <li>{texts.onDay(dayText(state.asOf, language))}</li>
        <li>{capitalised(label('boundary', state.boundary, language))}</li>
      </ul>
      {parent !== null && parent.level !== 'NATION' && parent.code !== null && (
        <button
          type="button"
          className="link"
          onClick={() => change({ unit: parent.code ?? '', team: null, search: null, breakdown: null })}
        >
          ↑ {texts.upTo(parent.fullName)}
        </button>
      )}
    </div>
  );
}
