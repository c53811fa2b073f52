import type { Language } from '@cnscd/domain';
import { html, type TemplateResult } from 'lit';
import type { UnitValue } from './board-query.ts';
import { shownAttainment, shownNumber, shownValue } from './figure-texts.ts';
import { SHAPES, type Standing, standingOf } from './standing.ts';
import { boardTexts } from './texts.ts';

export interface Tiles {
  values: readonly UnitValue[];
  measureUnit: string;
  language: Language;
  onChoose(unit: UnitValue['unit']): void;
}

/**
 * Equal boxes, one for each unit, in the order of their names. Not a map: it claims nothing about where a unit lies,
 * needs no borders, and gives a small commune as much room as a large one.
 */
export function tileGrid({ values, measureUnit, language, onChoose }: Tiles): TemplateResult {
  const byName = [...values].sort((one, other) => collator.compare(one.unit.name, other.unit.name));
  return html`<ul class="tiles" part="tiles">
    ${byName.map((value) => {
      const standing = standingOf(value);
      const { unit } = value;
      const title = `${unitName(unit, language)}: ${shownValue(value, measureUnit, language)}. ${shownAttainment(value, language)}`;
      const face = html`<span class="tile-name">${unit.name}</span>
        <span class="tile-value">
          <span class="shape" aria-hidden="true">${SHAPES[standing]}</span>
          ${shownNumber(value, measureUnit, language)}
        </span>`;
      return html`<li class="tile" part="tile" data-standing=${standing}>
        ${
          unit.code === null
            ? html`<div title=${title}>${face}<span class="unseen">${title}</span></div>`
            : html`<button type="button" title=${title} aria-label=${title} @click=${() => onChoose(unit)}>
                ${face}
              </button>`
        }
      </li>`;
    })}
  </ul>`;
}

const collator = new Intl.Collator('vi');

/** What the shapes and colours mean, for those that occur. */
export function legend(values: readonly UnitValue[], language: Language): TemplateResult {
  const occurring = new Set(values.map(standingOf));
  const order: readonly Standing[] = ['MET', 'NEAR', 'BELOW', 'KNOWN', 'MISSING'];
  return html`<ul class="legend" part="legend">
    ${order
      .filter((standing) => occurring.has(standing))
      .map(
        (standing) =>
          html`<li data-standing=${standing}>
            <span class="shape" aria-hidden="true">${SHAPES[standing]}</span> ${boardTexts[language].standing[standing]}
          </li>`,
      )}
  </ul>`;
}

/** The provinces that the two archipelagos belong to, by their codes since 1 July 2025 and before. */
const ISLANDS_OF: Readonly<Record<string, string>> = { '48': 'Hoàng Sa', '56': 'Trường Sa' };

/** The full name; Đà Nẵng and Khánh Hòa with the special zones that are part of them. */
export function unitName({ code, fullName, level }: UnitValue['unit'], language: Language): string {
  const zone = level === 'PROVINCE' && code !== null ? ISLANDS_OF[code] : undefined;
  return zone === undefined ? fullName : boardTexts[language].withIslands(fullName, zone);
}
