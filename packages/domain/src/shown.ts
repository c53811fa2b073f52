const LONGEST_SHOWN = 60;

/** What was given, cut to {@link LONGEST_SHOWN} characters, so that a refusal never echoes a whole document. */
export function shown(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_SHOWN + 2));
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}

/** The same in quotation marks, with control characters and lone surrogates escaped, fit for a message. */
export function quoted(text: string): string {
  return JSON.stringify(shown(text));
}
