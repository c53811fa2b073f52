import { fold, type Language } from '@cnscd/domain';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { fieldValue } from '../base/field-value.ts';
import type { Question } from '../base/question.ts';
import { baseTexts } from '../base/texts.ts';
import { numberText } from '../format/value-text.ts';
import type { UnitOption } from './finder-query.ts';
import { finderTexts } from './texts.ts';

export interface UnitBoxView {
  label: string;
  /** Gives the units to choose from. */
  question: Question<UnitOption[]>;
  chosen: UnitOption | null;
  placeholder: string;
  isDisabled: boolean;
  language: Language;
}

/**
 * A combobox whose list is found by typing without diacritics: "quang tri", "dakrong". Arrow keys, Enter, Escape, Home
 * and End as the ARIA pattern has them; the focus stays in the field.
 */
export class UnitBox {
  readonly #host: ReactiveControllerHost;
  readonly #id: string;
  readonly #onChoose: (unit: UnitOption | null) => void;
  /** What is typed and not chosen yet; null: the field shows what is chosen. */
  #typed: string | null = null;
  #isOpen = false;
  #active = -1;

  constructor(host: ReactiveControllerHost, id: string, onChoose: (unit: UnitOption | null) => void) {
    this.#host = host;
    this.#id = id;
    this.#onChoose = onChoose;
  }

  render(view: UnitBoxView): TemplateResult {
    const { label, chosen, placeholder, isDisabled, language } = view;
    const found = this.#found(view);
    const none = isDisabled || found.length > 0 ? null : noneText(view);
    const isOpen = this.#isOpen && !isDisabled;
    const active = isOpen ? found[this.#active] : undefined;
    return html`<div class="field combobox">
      <label for=${this.#id}>${label}</label>
      <input
        id=${this.#id}
        part="input"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded=${isOpen}
        aria-controls="${this.#id}-list"
        aria-activedescendant=${active === undefined ? nothing : this.#optionId(active)}
        ?disabled=${isDisabled}
        placeholder=${placeholder}
        .value=${this.#typed ?? chosen?.name ?? ''}
        @input=${(event: Event) => this.#type(fieldValue(event))}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, found)}
        @click=${() => this.#show(true)}
        @blur=${() => this.#leave(found)}
      />
      <ul id="${this.#id}-list" class="options" part="options" role="listbox" aria-label=${label} ?hidden=${!isOpen}>
        ${isOpen ? found.map((unit) => this.#option(unit, unit === active, chosen)) : nothing}
      </ul>
      <span role="status" class="unseen">
        ${isOpen ? (none ?? finderTexts[language].unitsFound(numberText(found.length, language))) : ''}
      </span>
      ${isOpen && none !== null ? html`<p class="options empty" aria-hidden="true">${none}</p>` : nothing}
    </div>`;
  }

  #option(unit: UnitOption, isActive: boolean, chosen: UnitOption | null): TemplateResult {
    return html`<li
      id=${this.#optionId(unit)}
      class=${isActive ? 'is-active' : ''}
      role="option"
      aria-selected=${unit.code === chosen?.code}
      @mousedown=${(event: Event) => {
        // Before the field loses the focus, which would close the list.
        event.preventDefault();
        this.#choose(unit);
      }}
    >
      ${unit.name}
    </li>`;
  }

  #found({ question, chosen }: UnitBoxView): readonly UnitOption[] {
    // What is on its way is of another place or day than what is there.
    const options = question.isLoading ? [] : (question.answer ?? []);
    const words = fold(this.#typed ?? '').split(' ');
    if (this.#typed === null || this.#typed === chosen?.name) return options;
    return options.filter((option) => {
      const name = fold(option.name);
      const joined = name.replaceAll(' ', '');
      return words.every((word) => name.includes(word) || joined.includes(word));
    });
  }

  #onKey(event: KeyboardEvent, found: readonly UnitOption[]): void {
    const last = found.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.#active >= last ? 0 : this.#active + 1,
      ArrowUp: this.#active <= 0 ? last : this.#active - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#active = this.#isOpen ? to : Math.max(0, this.#active);
      this.#show(true);
      void this.#reveal();
      return;
    }
    // The caret goes to an end of what is typed, and no option is meant any more.
    if (event.key === 'Home' || event.key === 'End') {
      this.#active = -1;
      this.#host.requestUpdate();
    }
    const active = found[this.#active] ?? onlyOne(found);
    if (event.key === 'Enter' && this.#isOpen && active !== undefined) {
      // Chooses; the form is sent by the next Enter.
      event.preventDefault();
      this.#choose(active);
    }
    if (event.key === 'Escape' && (this.#isOpen || this.#typed !== null)) {
      event.preventDefault();
      this.#typed = null;
      this.#show(false);
    }
  }

  #type(text: string): void {
    this.#typed = text;
    this.#active = -1;
    if (text === '') this.#onChoose(null);
    this.#show(true);
  }

  #choose(unit: UnitOption): void {
    this.#typed = null;
    this.#show(false);
    this.#onChoose(unit);
  }

  /** What was typed is chosen where it can mean one unit alone; otherwise the field goes back to what is chosen. */
  #leave(found: readonly UnitOption[]): void {
    const typed = fold(this.#typed ?? '');
    const meant = onlyOne(found.filter(({ name }) => fold(name) === typed)) ?? onlyOne(found);
    if (typed !== '' && meant !== undefined) {
      this.#choose(meant);
      return;
    }
    this.#typed = null;
    this.#show(false);
  }

  #show(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (!isOpen) this.#active = -1;
    this.#host.requestUpdate();
  }

  async #reveal(): Promise<void> {
    await this.#host.updateComplete;
    const { renderRoot } = this.#host as ReactiveControllerHost & { renderRoot: ParentNode }; // every host is a LitElement
    renderRoot.querySelector(`#${this.#id}-list .is-active`)?.scrollIntoView({ block: 'nearest' });
  }

  readonly #optionId = ({ code }: UnitOption): string => `${this.#id}-${code}`;
}

const onlyOne = (units: readonly UnitOption[]): UnitOption | undefined =>
  units.length === 1 ? units[0] : undefined;

/** Why the list is empty. */
function noneText({ question, language }: UnitBoxView): string {
  if (question.isLoading) return baseTexts[language].loading;
  return question.failure?.messages[language] ?? finderTexts[language].noSuchUnit;
}
