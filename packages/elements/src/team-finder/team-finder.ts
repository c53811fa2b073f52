import type { Send } from '@cnscd/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnscdElement } from '../base/cnscd-element.ts';
import { fieldValue } from '../base/field-value.ts';
import { listStyles } from '../base/list-styles.ts';
import { type PagedList, pagedList } from '../base/paged-list.ts';
import { numberText } from '../format/value-text.ts';
import type { CnscdTeamFinder } from '../public.ts';
import { askTeams, askUnits, type FoundTeam, type UnitOption } from './finder-query.ts';
import { finderStyles } from './finder-styles.ts';
import { teamItem } from './team-item.ts';
import { finderTexts } from './texts.ts';
import { UnitBox } from './unit-box.ts';

/** `<cnscd-team-finder>`: teams by province, commune and words, with or without diacritics. */
export class TeamFinder extends CnscdElement<PagedList<FoundTeam>> implements CnscdTeamFinder {
  static override readonly properties: PropertyDeclarations = {
    unit: {},
    asOf: { attribute: 'as-of' },
    pageSize: { attribute: 'page-size', type: Number },
    provinces: { state: true },
    communes: { state: true },
    province: { state: true },
    commune: { state: true },
    search: { state: true },
    openTeam: { state: true },
  };
  static override readonly styles: CSSResultGroup = [CnscdElement.styles, listStyles, finderStyles];

  declare unit: string | null;
  declare asOf: string | null;
  declare pageSize: number;
  declare private provinces: readonly UnitOption[];
  declare private communes: readonly UnitOption[];
  declare private province: UnitOption | null;
  declare private commune: UnitOption | null;
  /** What was searched for; null: nobody has searched yet. */
  declare private search: string | null;
  declare private openTeam: string | null;
  #typed = '';

  readonly #provinceBox: UnitBox = new UnitBox(this, 'province', (unit) => {
    this.province = unit;
    this.commune = null;
  });
  readonly #communeBox: UnitBox = new UnitBox(this, 'commune', (unit) => {
    this.commune = unit;
  });
  #units: AbortController | null = null;

  constructor() {
    super();
    this.unit = null;
    this.asOf = null;
    this.pageSize = 10;
    this.provinces = [];
    this.communes = [];
    this.province = null;
    this.commune = null;
    this.search = null;
    this.openTeam = null;
  }

  protected override defaultHeading(): string {
    return finderTexts[this.language].heading;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const isElsewhere = ['endpoint', 'getToken', 'asOf', 'unit'].some((name) => changed.has(name));
    if (isElsewhere) this.commune = null;
    if (isElsewhere || changed.has('province')) void this.#loadUnits();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#units?.abort();
  }

  protected override question(): string | null {
    const { search, asOf, pageSize } = this;
    return search === null ? null : JSON.stringify([search, this.#unitCode, asOf, pageSize]);
  }

  protected override ask(query: Send, signal: AbortSignal): Promise<PagedList<FoundTeam>> {
    const { asOf, search: words } = this;
    const search = words === '' ? null : words;
    const unitCode = this.#unitCode;
    return pagedList(this.pageSize, (page) => askTeams(query, { search, unitCode, asOf, ...page }, signal));
  }

  protected override renderBefore(): TemplateResult {
    const { language, unit } = this;
    const texts = finderTexts[language];
    const hasRegion = unit !== null || this.province !== null;
    return html`<form part="form" @submit=${this.#onSubmit}>
      ${
        unit !== null
          ? nothing
          : this.#provinceBox.render({
              label: texts.province,
              options: this.provinces,
              chosen: this.province,
              placeholder: texts.chooseProvince,
              isDisabled: false,
              language,
            })
      }
      ${
        hasRegion && this.communes.length === 0 && unit !== null
          ? nothing
          : this.#communeBox.render({
              label: texts.commune,
              options: this.communes,
              chosen: this.commune,
              placeholder: hasRegion ? texts.allCommunes : texts.chooseFirst,
              isDisabled: !hasRegion,
              language,
            })
      }
      <div class="field">
        <label for="words">${texts.words}</label>
        <input
          id="words"
          part="input"
          type="search"
          maxlength="100"
          autocomplete="off"
          placeholder=${texts.wordsExample}
          @input=${(event: Event) => {
            this.#typed = fieldValue(event);
          }}
        />
      </div>
      <button type="submit" class="button is-main" part="button search">${texts.search}</button>
    </form>`;
  }

  protected override renderAnswer(list: PagedList<FoundTeam>): TemplateResult {
    const { language } = this;
    const texts = finderTexts[language];
    const said = list.totalCount === 0 ? texts.none : texts.found(numberText(list.totalCount, language));
    return html`<p class="found" role="status">${said}</p>
      <ul class="list" part="list">
        ${list.items.map((team) =>
          teamItem({
            team,
            language,
            isOpen: this.openTeam === team.id,
            onToggle: (team) => this.#toggle(team),
          }),
        )}
      </ul>
      ${list.left === 0 ? nothing : this.moreButton(list)}`;
  }

  get #unitCode(): string | null {
    return this.commune?.code ?? this.province?.code ?? this.unit;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.search = this.#typed.trim().normalize('NFC');
    this.openTeam = null;
  };

  #toggle({ id, code, name }: FoundTeam): void {
    if (this.openTeam === id) this.openTeam = null;
    else if (this.emit('cnscd-team-select', { id, code, name })) this.openTeam = id;
  }

  /** Fills the fields. Where that fails the words can still be searched for. */
  async #loadUnits(): Promise<void> {
    this.#units?.abort();
    const controller = new AbortController();
    this.#units = controller;
    const { asOf, unit, query } = this;
    const region = unit ?? this.province?.code ?? null;
    const { signal } = controller;
    try {
      if (unit === null && this.provinces.length === 0) {
        const provinces = await askUnits(query, { level: 'PROVINCE', parentCode: null, asOf }, signal);
        if (!signal.aborted) this.provinces = provinces;
      }
      const communes =
        region === null ? [] : await askUnits(query, { level: 'COMMUNE', parentCode: region, asOf }, signal);
      if (!signal.aborted) this.communes = communes;
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }
}
