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
import { type Failure, failureOf } from './failure.ts';
import { hostStyles } from './host-styles.ts';
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
    answer: { state: true },
    failure: { state: true },
    isLoading: { state: true },
  };
  static override readonly styles: CSSResultGroup = [hostStyles, controlStyles];

  declare endpoint: string;
  declare language: Language;
  declare heading: string | null;
  declare headingLevel: number;
  declare getToken: GetToken | null;
  /** The last answer; it stays to be looked at while another one is on its way. */
  declare protected answer: Answer | null;
  declare protected failure: Failure | null;
  declare protected isLoading: boolean;

  #asked: string | null = null;
  #controller: AbortController | null = null;
  #query: Send | null = null;
  /** Whether the page was told that somebody must sign in, and nothing was shown since. */
  #isSignInAsked = false;
  #done: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.endpoint = '/graphql';
    this.language = 'vi';
    this.heading = null;
    this.headingLevel = 2;
    this.getToken = null;
    this.answer = null;
    this.failure = null;
    this.isLoading = false;
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

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to another place of the page: what was under way has been given up.
    if (this.isLoading) this.#asked = null;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.abort();
  }

  async refresh(): Promise<void> {
    this.#asked = null;
    this.requestUpdate();
    await this.updateComplete;
    await this.#done;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!LANGUAGES.includes(this.language)) this.language = 'vi';
    if (changed.has('endpoint') || changed.has('getToken')) {
      this.#query = null;
      // What one person may see is not left for another.
      if (changed.get('getToken') != null) this.answer = null;
      if (changed.has('getToken')) this.#isSignInAsked = false;
      this.#asked = null;
    }
    const question = this.question();
    if (question === this.#asked || !this.isConnected) return;
    this.#asked = question;
    this.#controller?.abort();
    if (question === null) {
      this.answer = null;
      this.failure = null;
      this.isLoading = false;
      return;
    }
    this.#done = this.#load();
  }

  async #load(): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.isLoading = true;
    try {
      const answer = await this.ask(this.query, controller.signal);
      if (controller.signal.aborted) return;
      this.answer = answer;
      this.failure = null;
      this.isLoading = false;
      this.#isSignInAsked = false;
      await this.updateComplete;
      this.emit('cnscd-load', {});
    } catch (error) {
      if (!controller.signal.aborted) this.fail(error);
    }
  }

  protected fail(error: unknown): void {
    const failure = failureOf(error);
    this.failure = failure;
    this.isLoading = false;
    const { code, retryable } = failure;
    const message = failure.messages[this.language];
    if (!failure.needsSignIn) {
      this.emit('cnscd-error', { code, message, retryable });
      return;
    }
    this.answer = null;
    // A page that answers the event by refresh() with the same token would otherwise go round for ever.
    if (this.#isSignInAsked) return;
    this.#isSignInAsked = true;
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
      ${this.renderBefore()} ${this.renderState()}
    </div>`;
  }

  /** A button for the next page, which is added to the answer. */
  protected moreButton(list: Answer & { left: number; more(): Promise<Answer> }): TemplateResult {
    const left = formatNumber(list.left, { language: this.language });
    return html`<button
      type="button"
      class="button"
      part="button"
      ?disabled=${this.isLoading}
      @click=${() => this.#add(list)}
    >
      ${baseTexts[this.language].more(left)}
    </button>`;
  }

  async #add(list: Answer & { more(): Promise<Answer> }): Promise<void> {
    this.isLoading = true;
    try {
      const longer = await list.more();
      // Something else may have been asked for since.
      if (this.answer !== list) return;
      this.answer = longer;
      this.isLoading = false;
    } catch (error) {
      if (this.answer === list) this.fail(error);
    }
  }

  protected renderState(): TemplateResult {
    const { answer, failure, isLoading } = this;
    const texts = baseTexts[this.language];
    return html`<p role="status" class=${isLoading ? 'hint' : 'unseen'} part="status">
        ${isLoading ? texts.loading : ''}
      </p>
      ${failure === null || isLoading ? nothing : this.#renderFailure(failure)}
      ${
        answer === null || failure !== null
          ? nothing
          : html`<div class=${isLoading ? 'is-stale' : ''} aria-busy=${isLoading}>${this.renderAnswer(answer)}</div>`
      }`;
  }

  #renderFailure({ messages, needsSignIn }: Failure): TemplateResult {
    return html`<div
      class="notice ${needsSignIn ? '' : 'is-error'}"
      part=${needsSignIn ? 'sign-in' : 'error'}
      role="alert"
    >
      <p>${messages[this.language]}</p>
      ${
        needsSignIn
          ? nothing
          : html`<button type="button" class="button" part="button" @click=${() => this.refresh()}>
              ${baseTexts[this.language].retry}
            </button>`
      }
    </div>`;
  }
}
