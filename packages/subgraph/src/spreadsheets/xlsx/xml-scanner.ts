import { fileRefusal } from '../file-refusals.ts';

/** What a scanner tells of an XML text as it goes along. Names come without their prefix. */
export interface XmlEvents {
  /** @param attributes - as written; see {@link attributeOf} */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const LONGEST_TAG = 1024 * 1024;
const LONGEST_TEXT = 16 * 1024 * 1024;

/**
 * Reads XML piece by piece, without building anything. It knows what spreadsheets hold and refuses the rest: document
 * types, and with them entities of their own, are not looked into.
 *
 * @throws {DomainError} `FILE_UNSAFE` for a document type, `FILE_UNREADABLE` for what is no XML
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  #rest = '';

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) break;
      if (open > at) this.#events.text(decoded(text.slice(at, open)));
      const end = this.#markup(text, open);
      at = end === -1 ? open : end;
      if (end === -1) break;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > (this.#rest.startsWith('<') ? LONGEST_TAG : LONGEST_TEXT)) {
      throw fileRefusal('DAMAGED');
    }
  }

  end(): void {
    if (this.#rest.trim() !== '') throw fileRefusal('DAMAGED');
  }

  /** @returns where the markup that opens here ends, -1 where the end is not there yet */
  #markup(text: string, open: number): number {
    const next = text.charCodeAt(open + 1);
    if (next === SLASH) return this.#closing(text, open);
    if (next === EXCLAMATION) return this.#declaration(text, open);
    if (next === QUESTION) return after(text, '?>', open);
    if (Number.isNaN(next)) return -1;
    return this.#opening(text, open);
  }

  #opening(text: string, open: number): number {
    const end = tagEnd(text, open + 1);
    if (end === -1) return -1;
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const inside = text.slice(open + 1, isEmpty ? end - 1 : end);
    const space = inside.search(/\s/u);
    const name = localName(space === -1 ? inside : inside.slice(0, space));
    this.#events.open(name, space === -1 ? '' : inside.slice(space));
    if (isEmpty) this.#events.close(name);
    return end + 1;
  }

  #closing(text: string, open: number): number {
    const end = text.indexOf('>', open);
    if (end === -1) return -1;
    this.#events.close(localName(text.slice(open + 2, end).trimEnd()));
    return end + 1;
  }

  #declaration(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return after(text, '-->', open);
    if (text.startsWith(CDATA, open)) {
      const end = text.indexOf(']]>', open);
      if (end === -1) return -1;
      this.#events.text(text.slice(open + CDATA.length, end));
      return end + 3;
    }
    if (text.length - open < CDATA.length) return -1;
    throw fileRefusal('DOCUMENT_TYPE');
  }
}

const CDATA = '<![CDATA[';
const [SLASH, EXCLAMATION, QUESTION, GREATER, QUOTE, APOSTROPHE] = [47, 33, 63, 62, 34, 39];

const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** Where the tag's ">" is: those in values of attributes do not count. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER) return at;
  }
  return -1;
}

/** The value of an attribute, or null where it is not there. Prefixes are ignored: `r:id` is found as `id`. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    const equals = VALUE.exec(attributes.slice(at + name.length));
    if (equals !== null && (before === COLON || before <= SPACE))
      return decoded(equals[1] ?? equals[2] ?? '');
  }
  return null;
}

const VALUE = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u;
const [COLON, SPACE] = [58, 32];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its references read; those that only a document type could have declared stay as they are. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
