import { fold, IMPORT_KINDS, nfc } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, NEEDED_FIELDS } from '../../../src/imports/reading/fields.ts';

describe.each(IMPORT_KINDS)('the fields of %s', (kind) => {
  const headings = IMPORT_FIELDS[kind].flatMap(({ name, label, headings }) =>
    [label.vi, label.en, ...headings].map((heading) => ({ name, heading })),
  );

  it('share no heading: a column is one field', () => {
    const owners = new Map<string, Set<string>>();
    for (const { name, heading } of headings) {
      owners.set(fold(heading), (owners.get(fold(heading)) ?? new Set()).add(name));
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it('are in NFC, have headings with letters, and include what the kind cannot do without', () => {
    expect(headings.filter(({ heading }) => heading !== nfc(heading))).toEqual([]);
    const names = IMPORT_FIELDS[kind].map(({ name }) => name);
    expect(NEEDED_FIELDS[kind].flat().filter((name) => !names.includes(name))).toEqual([]);
  });
});
