import { formatNumber, LANGUAGES, type Language } from '@cnscd/domain';
import type { Send } from '@cnscd/sdk';
import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { CnscdEvents, GetToken, CnscdElement as PublicElement } from '../public.ts';
import { asker } from './asker.ts';
import { controlStyles } from './control-styles.ts';
import type { Failure, SignIn } from './failure.ts';
import { hostStyles } from './host-styles.ts';
import type { PagedList } from './paged-list.ts';
import { Question } from './question.ts';
import { baseTexts } from './texts.ts';

/**
 * An element that asks a question, shows the answer and says in words why it cannot.
 *
 * All it knows is its own: two elements with two tokens share nothing.
 */
export abstract class CnscdElement<Answer> extends LitElement implements PublicElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    language: { converter: (text) => LANGUAGES.find((language) => language === text) ?? 'vi' },
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    getToken: { attribute: false },
  };
  static override readonly styles: CSSResultGroup = [hostStyles, controlStyles];

  declare endpoint: string;
  declare language: Language;
  declare heading: string | null;
  declare headingLevel: number;
  declare getToken: GetToken | null;

  /** What the element is there for. */
  protected readonly main: Question<Answer> = new Question(this);
  /**
   * Where the focus goes once the answer is there, counted among the places for it: 0 is the line above the answer,
   * the others are items of a list. Null: it stays where it is, as long as that is still there.
   */
  protected focusNext: number | null = null;
  #query: Send | null = null;
  /** How urgently the page was told of a sign-in since something was shown. */
  #told: SignIn = 0;

  constructor() {
    super();
    this.endpoint = '/graphql';
    this.language = 'vi';
    this.heading = null;
    this.headingLevel = 2;
    this.getToken = null;
  }

  /** Names all that the answer depends on. Null: there is nothing to ask. */
  protected abstract question(): string | null;
  protected abstract ask(query: Send, signal: AbortSignal): Promise<Answer>;
  /** What stands above the answer and is there without one. */
  protected renderBefore(): unknown {
    return nothing;
  }
  protected abstract renderAnswer(answer: Answer): unknown;
  protected abstract defaultHeading(): string;

  /** All that is asked, the main question first. */
  protected get questions(): readonly Question<unknown>[] {
    return [this.main];
  }

  protected get failure(): Failure | null {
    return this.questions.find(({ failure }) => failure !== null)?.failure ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to another place of the page: what was under way has been given up.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const question of this.questions) question.stop();
  }

  async refresh(): Promise<void> {
    for (const question of this.questions) question.forget();
    this.requestUpdate();
    await this.updateComplete;
    await Promise.all(this.questions.map(({ done }) => done));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!LANGUAGES.includes(this.language)) this.language = 'vi';
    if (changed.has('endpoint') || changed.has('getToken')) {
      this.#query = null;
      // What one person may see is not left for another, nor what one server says for the next one.
      const isOfAnother = (changed.get('endpoint') ?? changed.get('getToken')) != null;
      if (changed.has('getToken')) this.#told = 0;
      for (const question of this.questions) {
        question.forget();
        if (isOfAnother) question.answer = null;
      }
    }
    if (this.isConnected) this.askAll();
  }

  protected askAll(): void {
    this.main.ask(this.question(), (signal) => this.ask(this.query, signal));
  }

  async settled(question: Question<unknown>): Promise<void> {
    const focused = this.shadowRoot?.activeElement ?? null;
    await this.updateComplete;
    if (question === this.main) this.#moveFocus(focused);
    if (question.failure !== null) {
      this.#tell(question.failure);
      return;
    }
    if (this.questions.every(({ failure, isLoading }) => failure === null && !isLoading)) {
      this.#told = 0;
    }
    if (question === this.main) this.emit('cnscd-load', {});
  }

  /** Nobody without a mouse is to begin at the top of the page again because what had the focus is gone. */
  #moveFocus(focused: Element | null): void {
    const wanted = this.main.failure === null ? this.focusNext : null;
    this.focusNext = null;
    const place = wanted ?? (focused?.isConnected === false ? 0 : null);
    if (focused === null || place === null) return;
    this.renderRoot.querySelectorAll<HTMLElement>('[tabindex="-1"]')[place]?.focus();
  }

  #tell({ code, messages, retryable, signIn }: Failure): void {
    const message = messages[this.language];
    if (signIn === 0) {
      this.emit('cnscd-error', { code, message, retryable });
      return;
    }
    // A page that answers the event by refresh() with the same token would otherwise go round for ever.
    if (signIn <= this.#told) return;
    this.#told = signIn;
    this.emit('cnscd-auth-required', { code, message });
  }

  /** The way to the end point with this element's token, and with no other. */
  protected get query(): Send {
    const endpoint = new URL(this.endpoint, this.baseURI).href;
    this.#query ??= asker({
      endpoint,
      getToken: async (isRefresh) => (await this.getToken?.({ isRefresh, endpoint })) ?? null,
    });
    return this.#query;
  }

  /** @returns false when the page has prevented what the element would do */
  protected emit<Name extends keyof CnscdEvents>(name: Name, detail: CnscdEvents[Name]['detail']): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  protected override render(): TemplateResult {
    const heading = this.heading ?? this.defaultHeading();
    return html`<div class="frame" part="frame" lang=${this.language}>
      ${
        heading === ''
          ? nothing
          : html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>${heading}</div>`
      }
      ${this.renderBefore()} ${this.#renderState()}
    </div>`;
  }

  #renderState(): TemplateResult {
    const { failure } = this;
    const { answer, isLoading } = this.main;
    const isSaid = isLoading && failure === null;
    return html`<p role="status" class=${isSaid ? 'hint' : 'unseen'} part="status">
        ${isSaid ? baseTexts[this.language].loading : ''}
      </p>
      ${
        answer === null
          ? nothing
          : html`<div class=${isLoading ? 'is-stale' : ''} aria-busy=${isLoading}>${this.renderAnswer(answer)}</div>`
      }
      ${failure === null ? nothing : this.#renderFailure(failure)}`;
  }

  /** Stays while the question is asked again: a button that has the focus does not vanish under it. */
  #renderFailure({ messages, signIn }: Failure): TemplateResult {
    const texts = baseTexts[this.language];
    const isLoading = this.questions.some((question) => question.isLoading);
    const needsSignIn = signIn === 2;
    return html`<div
      class="notice ${needsSignIn ? '' : 'is-error'}"
      part=${needsSignIn ? 'sign-in' : 'error'}
      role="alert"
      tabindex="-1"
    >
      <p>${isLoading ? texts.loading : messages[this.language]}</p>
      ${
        // A list that could not be made longer has its own button for that.
        needsSignIn || this.main.isMore
          ? nothing
          : this.#button(texts.retry, isLoading, () => void this.refresh())
      }
    </div>`;
  }

  /** A button for the next page of a list, which is added to the answer. */
  protected moreButton(list: Answer & PagedList<unknown>): unknown {
    if (list.left === 0) return nothing;
    const left = formatNumber(list.left, { language: this.language });
    return this.#button(baseTexts[this.language].more(left), this.main.isLoading, () => {
      // The first of the new ones: the line above is the place before the first item.
      this.focusNext = list.items.length + 1;
      // The cast: a list with one more page is a list of the same items.
      this.main.extend((signal) => list.more(signal) as Promise<Answer>);
    });
  }

  /** A disabled button would lose the focus: this one only does nothing. */
  #button(text: string, isBusy: boolean, onClick: () => void): TemplateResult {
    return html`<button
      type="button"
      class="button"
      part="button"
      aria-disabled=${isBusy}
      @click=${() => {
        if (!isBusy) onClick();
      }}
    >
      ${text}
    </button>`;
  }
}
