/**
 * What a text of JSON holds, with whole numbers of 16 and more digits as text: ids of Zalo have up to 19 digits, and a
 * number would round them to that of somebody else.
 *
 * @throws SyntaxError for what is no JSON
 */
export function parseExactly(json: string): unknown {
  // Of what is no JSON, the quotes below could make some.
  JSON.parse(json);
  return JSON.parse(json.replace(TEXT_OR_NUMBER, (found) => (LONG.test(found) ? `"${found}"` : found)));
}

/** Whichever begins first, so that digits inside a text are never taken for a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const LONG = /^-?\d{16,}$/;
