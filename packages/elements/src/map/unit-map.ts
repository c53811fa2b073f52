import { fold, type Language } from '@cnscd/domain';
import { html, svg, type TemplateResult } from 'lit';
import type { UnitValue } from '../kpi-board/board-query.ts';
import { shownAttainment, shownValue } from '../kpi-board/figure-texts.ts';
import { standingOf } from '../kpi-board/standing.ts';
import { unitName } from '../kpi-board/tile-grid.ts';
import type { Place } from './geojson.ts';
import type { Drawing } from './project.ts';

export interface UnitMap {
  drawing: Drawing;
  values: readonly UnitValue[];
  measureUnit: string;
  label: string;
  language: Language;
}

/** The province's own map with its units in the colours of their standing. The table behind it has the figures. */
export function unitMap({ drawing, values, measureUnit, label, language }: UnitMap): TemplateResult {
  const { width, height, paths } = drawing;
  return html`<svg class="map" part="map" role="img" aria-label=${label} viewBox="-4 -4 ${width + 8} ${height + 8}">
    ${paths.map(({ place, d }) => {
      const value = valueAt(place, values);
      const title =
        value === undefined
          ? (place.texts[0] ?? '')
          : `${unitName(value.unit, language)}: ${shownValue(value, measureUnit, language)}. ${shownAttainment(value, language)}`;
      return svg`<path d=${d} fill-rule="evenodd" data-standing=${value === undefined ? 'MISSING' : standingOf(value)}><title>${title}</title></path>`;
    })}
  </svg>`;
}

/** By code; a file without codes by the unit's name. */
function valueAt({ code, texts }: Place, values: readonly UnitValue[]): UnitValue | undefined {
  const byCode = values.find(({ unit }) => unit.code !== null && unit.code === code);
  if (byCode !== undefined) return byCode;
  const folded = texts.map(fold);
  return values.find(({ unit }) => folded.includes(fold(unit.fullName)) || folded.includes(fold(unit.name)));
}
