import { type Failure, failureOf } from './failure.ts';

type Load<Answer> = (signal: AbortSignal) => Promise<Answer>;

export interface QuestionHost {
  requestUpdate(): void;
  /** Told right after an answer or a failure came, before it is on the screen. */
  settled(question: Question<unknown>): Promise<void>;
}

/** Something that an element asks, and what is known of the answer. What is overtaken by another question is given up. */
export class Question<Answer> {
  /** The last answer; it stays to be looked at while another one is on its way. */
  answer: Answer | null = null;
  failure: Failure | null = null;
  isLoading = false;
  /** Whether what was asked last is more of the answer. */
  isMore = false;
  /** Until what was asked last has been answered or given up. */
  done: Promise<void> = Promise.resolve();
  readonly #host: QuestionHost;
  /** Undefined: it is to be asked anew, whatever it was. */
  #name: string | null | undefined = null;
  /** What the answer is to. */
  #answered: string | null | undefined = null;
  #controller: AbortController | null = null;

  constructor(host: QuestionHost) {
    this.#host = host;
  }

  /**
   * Asks, unless it has been asked already. Where that fails, the answer to the same question stays.
   *
   * @param name - all that the answer depends on; null: there is nothing to ask
   */
  ask(name: string | null, load: Load<Answer>): void {
    if (name === this.#name) return;
    this.#name = name;
    this.isMore = false;
    if (name !== null) {
      this.done = this.#run(load, name === this.#answered);
      return;
    }
    this.#controller?.abort();
    this.answer = null;
    this.failure = null;
    this.isLoading = false;
  }

  /** Makes the answer longer. Where that fails, the answer stays. */
  extend(load: Load<Answer>): void {
    this.isMore = true;
    this.done = this.#run(load, true);
  }

  forget(): void {
    this.#name = undefined;
  }

  /** Gives up what is on its way; it is to be asked anew. */
  stop(): void {
    this.#controller?.abort();
    if (this.isLoading) this.forget();
  }

  async #run(load: Load<Answer>, keepsAnswer: boolean): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.isLoading = true;
    this.#host.requestUpdate();
    let [answer, failure] = [keepsAnswer ? this.answer : null, null as Failure | null];
    try {
      answer = await load(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) failure = failureOf(error);
    }
    if (controller.signal.aborted) return;
    this.isLoading = false;
    if (failure === null) this.#answered = this.#name;
    this.answer = failure?.signIn === 2 ? null : answer;
    this.failure = failure;
    this.#host.requestUpdate();
    await this.#host.settled(this);
  }
}
