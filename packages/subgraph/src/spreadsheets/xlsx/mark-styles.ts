import type { Severity } from '@cnscd/domain';

/** Pale red and pale yellow, as Excel's own "bad" and "neutral" are. */
const COLOURS: Readonly<Record<Severity, string>> = { ERROR: 'FFFFC7CE', WARNING: 'FFFFEB9C' };
const SEVERITIES = ['ERROR', 'WARNING'] as const;

/** The styles of a workbook, and the same ones in the colours of faults. */
export class MarkStyles {
  readonly #xml: string;
  readonly #styles: string[];
  readonly #fills: number;
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#styles = contentOf(xml, 'cellXfs').match(STYLE) ?? [];
    this.#fills = (contentOf(xml, 'fills').match(/<fill\b/gu) ?? []).length;
  }

  /** Whether it has what {@link MarkStyles} adds to. */
  get isComplete(): boolean {
    return this.#styles.length > 0 && this.#fills > 0;
  }

  /** The number of a cell's style in the colour of a severity. */
  coloured(style: number, severity: Severity): number {
    return this.#number(`${style} ${severity}`, () => {
      const base = this.#styles[style] ?? this.#styles[0] ?? '';
      const fill = this.#fills + SEVERITIES.indexOf(severity);
      return base
        .replace(/\s(?:fillId|applyFill)="[^"]*"/gu, '')
        .replace('<xf', `<xf fillId="${fill}" applyFill="1"`);
    });
  }

  /** The number of a style for sentences: they are long and must be read. */
  wrapped(): number {
    const alignment = '<alignment vertical="top" wrapText="1"/>';
    return this.#number(
      'wrapped',
      () =>
        `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${alignment}</xf>`,
    );
  }

  /** The part as it is to be written. */
  toXml(): string {
    const fills = SEVERITIES.map(
      (severity) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${COLOURS[severity]}"/><bgColor indexed="64"/></patternFill></fill>`,
    );
    return withMore(
      withMore(this.#xml, 'fills', fills, this.#fills),
      'cellXfs',
      this.#added,
      this.#styles.length,
    );
  }

  #number(key: string, make: () => string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#styles.length + this.#added.length;
    this.#added.push(make());
    this.#known.set(key, number);
    return number;
  }
}

const STYLE = /<xf\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/xf>)/gu;

const contentOf = (xml: string, element: string): string =>
  new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'u').exec(xml)?.[1] ?? '';

function withMore(xml: string, element: string, more: readonly string[], count: number): string {
  return xml
    .replace(`</${element}>`, `${more.join('')}</${element}>`)
    .replace(new RegExp(`<${element}\\b[^>]*>`, 'u'), `<${element} count="${count + more.length}">`);
}
