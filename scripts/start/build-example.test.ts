import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourcesOf } from './build-example.ts';

it('every page beside the first one is a source of the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cnscd-example-'));
  try {
    for (const name of ['index.html', 'second.html', 'notes.txt']) {
      writeFileSync(join(folder, name), '');
    }
    const sources = sourcesOf(folder);
    expect(sources).toContain(join(folder, 'index.html'));
    expect(sources).toContain(join(folder, 'second.html'));
    expect(sources).not.toContain(join(folder, 'notes.txt'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
