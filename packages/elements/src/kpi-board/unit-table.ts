import type { Language } from '@cnscd/domain';
import { html, type TemplateResult } from 'lit';
import { numberText } from '../format/value-text.ts';
import type { BoardRow, UnitValue } from './board-query.ts';
import { shownAttainment, shownFraction, shownTarget, shownValue } from './figure-texts.ts';
import { nameOf } from './kpi-card.ts';
import { SHAPES, standingOf } from './standing.ts';
import { boardTexts } from './texts.ts';
import { unitName } from './tile-grid.ts';

/** All units of a breakdown with their figures, best first: what stands behind tiles and map. */
export function unitTable(
  { indicator, breakdown }: BoardRow,
  language: Language,
  onChoose: (unit: UnitValue['unit']) => void,
): TemplateResult {
  const texts = boardTexts[language];
  const hasFractions = breakdown.some((value) => shownFraction(value, language) !== null);
  const hasRanks = breakdown.some(({ rank }) => rank !== null);
  const hasTargets = breakdown.some(({ target }) => target !== null);
  return html`<table part="table">
    <caption>
      ${nameOf(indicator, language)}
    </caption>
    <thead>
      <tr>
        ${hasRanks ? html`<th scope="col" class="is-number">${texts.rank}</th>` : ''}
        <th scope="col">${texts.unit}</th>
        <th scope="col" class="is-number">${texts.value}</th>
        ${hasFractions ? html`<th scope="col">${texts.numerator} / ${texts.denominator}</th>` : ''}
        ${hasTargets ? html`<th scope="col">${texts.target}</th><th scope="col">${texts.attainment}</th>` : ''}
      </tr>
    </thead>
    <tbody>
      ${breakdown.map((value) => {
        const name = unitName(value.unit, language);
        return html`<tr>
          ${hasRanks ? html`<td class="is-number">${value.rank === null ? '–' : numberText(value.rank, language)}</td>` : ''}
          <th scope="row">
            ${
              value.unit.code === null
                ? name
                : html`<button type="button" class="link" @click=${() => onChoose(value.unit)}>${name}</button>`
            }
          </th>
          <td class=${value.value === null ? 'is-number missing' : 'is-number'}>
            ${shownValue(value, indicator.unit, language)}
          </td>
          ${hasFractions ? html`<td>${shownFraction(value, language) ?? '–'}</td>` : ''}
          ${
            hasTargets
              ? html`<td>${shownTarget(value, language)}</td>
                  <td>
                    <span aria-hidden="true">${SHAPES[standingOf(value)]}</span> ${shownAttainment(value, language)}
                  </td>`
              : ''
          }
        </tr>`;
      })}
    </tbody>
  </table>`;
}
