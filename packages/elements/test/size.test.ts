import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildElements, ELEMENTS_FOLDER } from '../../../scripts/start/elements.ts';

beforeAll(buildElements);

describe('what a page downloads', () => {
  it.each(['cnscd-elements.js', 'cnscd-elements.classic.js'])(
    '%s is one file of at most 25 kB, with all that it needs',
    (file) => {
      const text = readFileSync(join(ELEMENTS_FOLDER, file), 'utf8');
      expect(text).not.toMatch(/\bimport\s*[("'{*]|\brequire\(/);
      expect(gzipSync(text, { level: 9 }).byteLength).toBeLessThanOrEqual(25_000);
    },
  );
});
