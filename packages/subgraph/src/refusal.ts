import type { Messages } from '@cnscd/domain';

/** Why a command cannot go on, in one sentence for each language. No refusal of a question: it has no code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly messages: Messages;

  constructor(messages: Messages, options?: ErrorOptions) {
    super(messages.en, options);
    this.messages = messages;
  }
}
