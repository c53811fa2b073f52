import { ADMIN_LEVELS, type AdminLevel, BOUNDARIES, type Boundary } from '@cnscd/domain';
import type { Send } from '@cnscd/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnscdElement } from '../base/cnscd-element.ts';
import { baseTexts } from '../base/texts.ts';
import { periodText, thisYear } from '../format/day-text.ts';
import type { CnscdKpiBoard } from '../public.ts';
import { askBoard, type Board, type BoardRow } from './board-query.ts';
import { boardStyles, tileStyles } from './board-styles.ts';
import { type Below, breakdownSection } from './breakdown-section.ts';
import { kpiCard } from './kpi-card.ts';
import { MapLayer } from './map-layer.ts';
import { boardTexts } from './texts.ts';

/** `<cnscd-kpi-board>`: indicators of a unit against their targets, and the units below it compared. */
export class KpiBoard extends CnscdElement<Board> implements CnscdKpiBoard {
  static override readonly properties: PropertyDeclarations = {
    unit: {},
    period: {},
    indicators: {},
    breakdown: { converter: (text) => ADMIN_LEVELS.find((level) => level === text) ?? null },
    boundary: { converter: (text) => BOUNDARIES.find((boundary) => boundary === text) ?? 'AS_REPORTED' },
    geojson: { attribute: false },
    chosenIndicator: { state: true },
    trail: { state: true },
  };
  static override readonly styles: CSSResultGroup = [CnscdElement.styles, boardStyles, tileStyles];

  declare unit: string | null;
  declare period: string | null;
  declare indicators: string | null;
  declare breakdown: Exclude<AdminLevel, 'NATION'> | null;
  declare boundary: Boundary;
  declare geojson: unknown;
  /** Code of the indicator whose units are compared. */
  declare private chosenIndicator: string | null;
  /** Units that somebody went down from, the first one first. */
  declare private trail: readonly { code: string; name: string; breakdown: KpiBoard['breakdown'] }[];

  /** Where the way back from what is on the screen leads, also while something else is on its way there. */
  #back: KpiBoard['trail'][number] | undefined;
  /** The unit that the board itself went to last. */
  #wentTo: string | null = null;
  readonly #map: MapLayer = new MapLayer(this);

  constructor() {
    super();
    this.unit = null;
    this.period = null;
    this.indicators = null;
    this.breakdown = null;
    this.boundary = 'AS_REPORTED';
    this.geojson = null;
    this.chosenIndicator = null;
    this.trail = [];
  }

  protected override defaultHeading(): string {
    return boardTexts[this.language].heading;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const [first] = this.trail;
    // The page has gone elsewhere: from there is no way back to where somebody came from.
    if (changed.has('unit') && this.unit !== this.#wentTo && first !== undefined) {
      if (!changed.has('breakdown')) this.breakdown = first.breakdown;
      this.trail = [];
    }
    super.willUpdate(changed);
    if (!this.main.isLoading) this.#back = this.trail.at(-1);
  }

  protected override updated(): void {
    const { untold } = this.#map;
    if (untold === null) return;
    this.#map.untold = null;
    // Now, and not while it is drawn: the page may set another map, or none.
    this.emit('cnscd-map-refused', { code: untold.code, message: untold.messages[this.language] });
  }

  protected override question(): string | null {
    const { unit, indicators, breakdown, boundary } = this;
    return unit === null || unit === ''
      ? null
      : JSON.stringify([unit, this.#period, indicators, breakdown, boundary]);
  }

  protected override ask(query: Send, signal: AbortSignal): Promise<Board> {
    const { unit, breakdown, boundary } = this;
    const codes = (this.indicators ?? '').split(/[\s,]+/).filter((code) => code !== '');
    const indicatorCodes = codes.length === 0 ? null : codes;
    const variables = { unitCode: unit ?? '', period: this.#period, indicatorCodes, breakdown, boundary };
    return askBoard(query, variables, signal);
  }

  protected override renderBefore(): unknown {
    const { language } = this;
    if (this.unit === null || this.unit === '')
      return html`<p class="missing">${baseTexts[language].unitMissing}</p>`;
    return this.#back === undefined
      ? nothing
      : html`<button type="button" class="link" part="back" @click=${this.#goUp}>
          <span aria-hidden="true">↑</span> ${boardTexts[language].up(this.#back.name)}
        </button>`;
  }

  protected override renderAnswer(board: Board): TemplateResult {
    const { language } = this;
    const texts = boardTexts[language];
    const { unit, period, rows } = board;
    return html`<p class="facts" part="about" tabindex="-1">
        ${texts.about(unit.fullName, periodText(period, language))}
      </p>
      ${
        rows.length === 0
          ? html`<p class="missing">${texts.none}</p>`
          : html`<ul class="cards" part="cards">
              ${targetsFirst(rows).map((row) => kpiCard({ row, period, language }))}
            </ul>`
      }
      ${this.#renderBreakdown(board)}
      <slot name="geojson" hidden @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  #renderBreakdown({ unit, rows }: Board): unknown {
    const compared = targetsFirst(rows).filter(({ breakdown }) => breakdown.length > 0);
    const isAnyKnown = ({ breakdown }: BoardRow) => breakdown.some(({ value }) => value !== null);
    const row =
      compared.find(({ indicator }) => indicator.code === this.chosenIndicator) ??
      compared.find(isAnyKnown) ??
      compared[0];
    if (row === undefined) return nothing;
    return breakdownSection({
      row,
      compared,
      language: this.language,
      headingLevel: this.headingLevel + 1,
      map: this.#back === undefined ? this.#map.of(unit, this.main.isLoading) : null,
      onIndicator: (code) => {
        this.chosenIndicator = code;
      },
      onUnit: (below) => this.#goDown(below, unit),
    });
  }

  get #period(): string {
    return this.period ?? thisYear();
  }

  #goDown(below: Below, from: Board['unit']): void {
    const { code, fullName: name } = below;
    if (code === null || !this.emit('cnscd-unit-select', { code, name })) return;
    this.trail = [...this.trail, { code: from.code ?? '', name: from.fullName, breakdown: this.breakdown }];
    this.#go(code, levelBelow(below.level));
  }

  readonly #goUp = (): void => {
    const last = this.trail.at(-1);
    if (last === undefined) return;
    this.trail = this.trail.slice(0, -1);
    this.#go(last.code, last.breakdown);
  };

  #go(code: string, breakdown: KpiBoard['breakdown']): void {
    this.#wentTo = code;
    this.unit = code;
    this.breakdown = breakdown;
    this.focusNext = 0;
  }
}

/** Three levels while there were districts, two since: what lies between is left to the server's list. */
function levelBelow(level: AdminLevel): KpiBoard['breakdown'] {
  return level === 'PROVINCE' || level === 'DISTRICT' ? 'COMMUNE' : null;
}

/** What has a goal is looked at first; the rest stays in the order of the codes. */
function targetsFirst(rows: readonly BoardRow[]): BoardRow[] {
  const hasTarget = ({ total }: BoardRow) => total.target !== null;
  return [...rows.filter(hasTarget), ...rows.filter((row) => !hasTarget(row))];
}
