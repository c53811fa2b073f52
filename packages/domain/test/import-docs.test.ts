import { readFileSync } from 'node:fs';
import {
  IMPORT_ISSUE_CODES,
  IMPORT_ISSUE_SEVERITIES,
  IMPORT_KINDS,
  type ImportIssueFacts,
  importFault,
  localDate,
  nfc,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/imports.md', import.meta.url), 'utf8');
const section = (name: string) => page.split(/^## /mu).find((text) => text.startsWith(`${name}\n`)) ?? '';

describe('docs/imports.md', () => {
  it('has a row for each code of an issue, with its severity, and for no other', () => {
    const rows = [...section('Issues').matchAll(/^\| `([A-Z_]+)` +\| (ERROR|WARNING) +\| \S/gmu)];
    expect(Object.fromEntries(rows.map(([, code, severity]) => [code, severity]))).toEqual(
      IMPORT_ISSUE_SEVERITIES,
    );
    expect(rows).toHaveLength(IMPORT_ISSUE_CODES.length);
  });

  it('has a row for each kind of import', () => {
    const rows = [...section('What is read').matchAll(/^\| `([A-Z]+)` /gmu)].map(([, kind]) => kind);
    expect(rows).toEqual([...IMPORT_KINDS]);
  });
});

/** Whatever a sentence may want to know. */
const FACTS = {
  ...{
    column: 'SĐT\n(Zalo)',
    columns: { vi: 'a', en: 'b' },
    given: 'x'.repeat(200),
    choices: { vi: 'c', en: 'd' },
  },
  ...{
    right: { vi: 'e', en: 'f' },
    what: { vi: 'g', en: 'h' },
    first: 'Số ĐT',
    part: 2,
    whole: 1,
    wholeColumn: 'Tiếp cận',
  },
  ...{ readings: { vi: 'i', en: 'j' }, day: localDate('2014-01-01'), from: localDate('2022-01-01') },
  ...{ to: localDate('2026-11-29'), font: 'VNI', hint: { vi: 'k', en: 'l' }, count: 2, sheet: 'Trang 1' },
  ...{ isHidden: false, reason: { vi: 'm', en: 'n' } },
} as const;

describe('the sentence of an issue', () => {
  it.each(IMPORT_ISSUE_CODES)('%s is whole in both languages, on one line and not endless', (code) => {
    // Each sentence takes from the facts what it needs.
    const facts = FACTS as unknown as ImportIssueFacts[typeof code];
    const { severity, messages } = importFault(code, facts);
    expect(severity).toBe(IMPORT_ISSUE_SEVERITIES[code]);
    for (const text of [messages.vi, messages.en]) {
      expect(text).not.toMatch(/undefined|\[object|\n/u);
      expect(text).toBe(nfc(text));
      expect(text.length).toBeLessThan(400);
    }
    expect(messages.vi).not.toBe(messages.en);
  });
});
