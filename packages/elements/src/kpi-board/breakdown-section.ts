import type { Language } from '@cnscd/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldValue } from '../base/field-value.ts';
import { numberText } from '../format/value-text.ts';
import { unitMap } from '../map/unit-map.ts';
import type { BoardRow, UnitValue } from './board-query.ts';
import { nameOf } from './kpi-card.ts';
import type { MapOf } from './map-layer.ts';
import { boardTexts } from './texts.ts';
import { legend, tileGrid } from './tile-grid.ts';
import { unitTable } from './unit-table.ts';

export type Below = UnitValue['unit'];

export interface Breakdown {
  row: BoardRow;
  /** All rows that could be looked at. */
  compared: readonly BoardRow[];
  language: Language;
  headingLevel: number;
  map: MapOf | null;
  onIndicator(code: string): void;
  onUnit(unit: Below): void;
}

/** The units below, as tiles or on the province's own map, with the table behind. */
export function breakdownSection(breakdown: Breakdown): TemplateResult {
  const { row, language, headingLevel, map, onUnit } = breakdown;
  const texts = boardTexts[language];
  const isAnyKnown = row.breakdown.some(({ value }) => value !== null);
  return html`<section class="breakdown" part="breakdown" aria-labelledby="breakdown">
    <p class="subheading" id="breakdown" role="heading" aria-level=${headingLevel}>${texts.breakdown}</p>
    ${indicatorField(breakdown)}
    ${
      isAnyKnown || map !== null
        ? html`${picture(breakdown)}
            <details>
              <summary>${texts.table}</summary>
              <div class="scroll" tabindex="0" role="group" aria-label=${nameOf(row.indicator, language)}>
                ${unitTable(row, language, onUnit)}
              </div>
            </details>`
        : html`<p class="missing">${texts.noneBelow}</p>`
    }
  </section>`;
}

function indicatorField({ row, compared, language, onIndicator }: Breakdown): TemplateResult {
  const texts = boardTexts[language];
  return html`<div class="field">
    <label for="indicator">${texts.indicator}</label>
    <select
      id="indicator"
      part="select"
      @change=${(event: Event) => onIndicator(fieldValue(event))}
    >
      ${compared.map(
        ({ indicator }) =>
          html`<option value=${indicator.code} ?selected=${indicator.code === row.indicator.code}>
            ${nameOf(indicator, language)}
          </option>`,
      )}
    </select>
  </div>`;
}

function picture({ row, language, map, onUnit }: Breakdown): TemplateResult {
  const texts = boardTexts[language];
  const { indicator, breakdown: values } = row;
  const known = numberText(values.filter(({ value }) => value !== null).length, language);
  const all = numberText(values.length, language);
  const name = nameOf(indicator, language);
  const measureUnit = indicator.unit;
  if (map !== null && map.drawing !== null) {
    const label = texts.mapOf(name, known, all);
    return html`<p class="facts">${label}</p>
      ${unitMap({ drawing: map.drawing, values, measureUnit, label, language })} ${legend(values, language)}`;
  }
  return html`${
    map === null
      ? nothing
      : html`<div class="notice is-error" part="map-refused" role="alert">${map.refusal.messages[language]}</div>`
  }
    <p class="facts">${texts.tilesOf(name, known, all)}</p>
    ${tileGrid({ values, measureUnit, language, onChoose: onUnit })} ${legend(values, language)}`;
}
