import { formatPercent, type Language } from '@cnscd/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText, periodText } from '../format/day-text.ts';
import type { BoardRow, TotalValue } from './board-query.ts';
import { bulletChart } from './bullet-chart.ts';
import { shownAttainment, shownCount, shownFraction, shownTarget, shownValue } from './figure-texts.ts';
import { SHAPES, standingOf } from './standing.ts';
import { boardTexts } from './texts.ts';

interface Card {
  row: BoardRow;
  period: string;
  language: Language;
}

/** One indicator: value, chart against the target, and behind the chart the table with all that makes it up. */
export function kpiCard({ row, period, language }: Card): TemplateResult {
  const { indicator, total } = row;
  const texts = boardTexts[language];
  const standing = standingOf(total);
  const value = shownValue(total, indicator.unit, language);
  const fraction = shownFraction(total, language);
  const name = nameOf(indicator, language);
  const published = publishedOn(total, language);
  return html`<li class="card" part="card" data-indicator=${indicator.code}>
    <p class="name" part="indicator">${name}</p>
    <p class=${total.value === null ? 'value missing' : 'value'} part="value">${value}</p>
    ${fraction === null ? nothing : html`<p class="facts">${fraction}</p>`}
    ${
      total.value === null
        ? nothing
        : bulletChart({
            label: texts.chart(name, value, shownTarget(total, language)),
            value: total.value,
            target: total.target?.value ?? null,
            standing,
            isPercent: indicator.unit === 'PERCENT',
          })
    }
    ${
      total.target === null
        ? html`<p class="facts">${texts.noTarget}</p>`
        : html`<p>${texts.target}: ${shownTarget(total, language)}</p>`
    }
    ${
      total.target === null || total.value === null
        ? nothing
        : html`<p class="standing" data-standing=${standing}>
            <span aria-hidden="true">${SHAPES[standing]}</span> ${shownAttainment(total, language)}
          </p>`
    }
    <p class="facts">
      ${periodText(period, language)}${published === null ? nothing : html`<br />${texts.publishedOn} ${published}`}
    </p>
    ${warnings(total, language)}
    <details>
      <summary>${texts.table}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${name}>
        ${cardTable({ row, period, language }, { name, value, published })}
      </div>
    </details>
  </li>`;
}

export const nameOf = ({ name, nameEn }: BoardRow['indicator'], language: Language): string =>
  language === 'vi' ? name : nameEn;

/** In sight: a partial sum is not to be taken for the whole. */
function warnings({ warnings }: TotalValue, language: Language): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<ul class="warnings">
    ${warnings.map(({ message, messageEn }) => html`<li>${language === 'vi' ? message : messageEn}</li>`)}
  </ul>`;
}

/** When the newest of its sources came out. Null: there is no value, or no source says it. Up to when they counted nobody does. */
function publishedOn({ value, sources }: TotalValue, language: Language): string | null {
  const days = sources.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  const last = days.at(-1);
  return value === null || last === undefined ? null : dayText(last, language);
}

function cardTable(
  { row: { indicator, total }, period, language }: Card,
  { name, value, published }: { name: string; value: string; published: string | null },
): TemplateResult {
  const texts = boardTexts[language];
  const isRatio = indicator.aggregation === 'RATIO_OF_SUMS' || total.numerator !== null;
  const lines: (readonly [string, unknown])[] = [
    [texts.value, value],
    ...(isRatio
      ? [
          [texts.numerator, shownCount(total.numerator, language)] as const,
          [texts.denominator, shownCount(total.denominator, language)] as const,
        ]
      : []),
    [texts.target, shownTarget(total, language)],
    [texts.attainment, shownAttainment(total, language)],
    [texts.period, periodText(period, language)],
    ...(published === null ? [] : [[texts.publishedOn, published] as const]),
    // A share of those that report would say "all" beside a warning that most do not.
    ...(total.value === null || total.warnings.some(({ code }) => code === 'UNITS_NOT_REPORTING')
      ? []
      : [[texts.completeness, formatPercent(total.completeness * 100, { decimals: 0, language })] as const]),
    ...total.sources.map((source) => [texts.source, sourceLink(source)] as const),
  ];
  return html`<table part="table">
    <caption>
      ${name}
    </caption>
    <tbody>
      ${lines.map(([heading, cell]) => html`<tr><th scope="row">${heading}</th><td>${cell}</td></tr>`)}
    </tbody>
  </table>`;
}

/** Only what a browser opens as a page: an address from a register is not trusted with anything else. */
function sourceLink({ title, url }: TotalValue['sources'][number]): unknown {
  return url !== null && /^https?:\/\//i.test(url) ? html`<a href=${url} target="_top">${title}</a>` : title;
}
