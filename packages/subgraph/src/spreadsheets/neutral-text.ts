/**
 * What a spreadsheet may take for a formula: = + - @, a tab or a carriage return first, also after spaces, and the
 * full-width forms that some programs fold. Formulas in a file that an officer opens can send its cells elsewhere.
 */
const FORMULA_LIKE = /^[\s\u00A0\u200B\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

/** Text for a CSV cell that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
export function neutralText(text: string): string {
  return FORMULA_LIKE.test(withoutApostrophes(text)) ? `'${text}` : text;
}

/** The text that {@link neutralText} was given. */
export function originalText(written: string): string {
  return written.startsWith("'") && FORMULA_LIKE.test(withoutApostrophes(written))
    ? written.slice(1)
    : written;
}

// Text that begins with apostrophes of its own gets one more, so that taking one away always gives back the text.
const withoutApostrophes = (text: string): string => text.replace(/^'+/u, '');
