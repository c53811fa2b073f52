import type { AdminLevel } from '@cnscd/domain';
import type { Send } from '@cnscd/sdk';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnscdElement } from '../base/cnscd-element.ts';
import { fieldValue } from '../base/field-value.ts';
import { listStyles } from '../base/list-styles.ts';
import { type PagedList, pagedList } from '../base/paged-list.ts';
import { Question } from '../base/question.ts';
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
    province: { state: true },
    commune: { state: true },
    search: { state: true },
    openTeam: { state: true },
  };
  static override readonly styles: CSSResultGroup = [CnscdElement.styles, listStyles, finderStyles];

  declare unit: string | null;
  declare asOf: string | null;
  declare pageSize: number;
  declare private province: UnitOption | null;
  declare private commune: UnitOption | null;
  /** What was searched for; null: nobody has searched yet. */
  declare private search: string | null;
  declare private openTeam: string | null;
  #typed = '';

  /** What the fields offer. Where that does not come, the words can still be searched for. */
  readonly #provinces: Question<UnitOption[]> = new Question(this);
  readonly #communes: Question<UnitOption[]> = new Question(this);
  readonly #provinceBox: UnitBox = new UnitBox(this, 'province', (unit) => {
    this.province = unit;
    this.commune = null;
  });
  readonly #communeBox: UnitBox = new UnitBox(this, 'commune', (unit) => {
    this.commune = unit;
  });

  constructor() {
    super();
    this.unit = null;
    this.asOf = null;
    this.pageSize = 10;
    this.province = null;
    this.commune = null;
    this.search = null;
    this.openTeam = null;
  }

  protected override defaultHeading(): string {
    return finderTexts[this.language].heading;
  }

  protected override get questions(): readonly Question<unknown>[] {
    return [this.main, this.#provinces, this.#communes];
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was chosen is of another place, day or server.
    if (['endpoint', 'asOf', 'unit'].some((name) => changed.has(name))) {
      this.province = null;
      this.commune = null;
    }
    super.willUpdate(changed);
  }

  protected override askAll(): void {
    super.askAll();
    const { unit, province } = this;
    this.#askUnits(this.#provinces, 'PROVINCE', unit === null ? null : undefined);
    this.#askUnits(this.#communes, 'COMMUNE', unit ?? province?.code);
  }

  /** @param below - code of a unit; null: all there are; undefined: the field has nothing to offer */
  #askUnits(question: Question<UnitOption[]>, level: AdminLevel, below: string | null | undefined): void {
    const { asOf } = this;
    question.ask(below === undefined ? null : JSON.stringify([below, asOf]), (signal) =>
      askUnits(this.query, { level, parentCode: below ?? null, asOf }, signal),
    );
  }

  protected override question(): string | null {
    const { search, asOf, pageSize } = this;
    return search === null ? null : JSON.stringify([search, this.#unitCode, asOf, pageSize]);
  }

  protected override ask(query: Send, signal: AbortSignal): Promise<PagedList<FoundTeam>> {
    const { asOf, search: words, pageSize } = this;
    const search = words === '' ? null : words;
    const unitCode = this.#unitCode;
    return pagedList(
      pageSize,
      (page, signal) => askTeams(query, { search, unitCode, asOf, ...page }, signal),
      signal,
    );
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
              question: this.#provinces,
              chosen: this.province,
              placeholder: texts.chooseProvince,
              isDisabled: false,
              language,
            })
      }
      ${
        unit !== null && this.#communes.answer?.length === 0
          ? nothing
          : this.#communeBox.render({
              label: texts.commune,
              question: this.#communes,
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
    return html`<p class="found" role="status" tabindex="-1">${said}</p>
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
      ${this.moreButton(list)}`;
  }

  get #unitCode(): string | null {
    return this.commune?.code ?? this.unit ?? this.province?.code ?? null;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.search = this.#typed.trim().normalize('NFC');
    this.openTeam = null;
    // The same words again: what failed is tried anew.
    if (this.failure !== null) void this.refresh();
  };

  #toggle({ id, code, name }: FoundTeam): void {
    if (this.openTeam === id) this.openTeam = null;
    else if (this.emit('cnscd-team-select', { id, code, name })) this.openTeam = id;
  }
}
