import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, prose, readPages, root } from './support/markdown.ts';

const pages = readPages();
const page = (name: string) => pages.find((each) => each.name === name) ?? expect.fail(`there is no ${name}`);
const each = pages.map((found) => [found.name, found] as const);

describe.each(each)('%s', (_, found) => {
  it('links to what is there', () => {
    const links = [...prose(found).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/gu)];
    const broken = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? join(root, found.name) : join(found.folder, path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = [...prose(found).matchAll(/`([^`\s]+)`/gu)].map(([, name = '']) => name);
    const fromRoot = /^(?:packages|examples|scripts|docs|\.ci|\.changeset)\//u;
    const fromPage = /^(?:src|test|data|prisma|features|entities|rollup|import|database)\//u;
    // The inside of the subgraph is told from its source folder.
    const homes = [found.folder, join(root, 'packages/subgraph/src')];
    const missing = named.filter((name) => {
      const pattern = name.replace(/<\w+>/gu, '*').replace(/\/$/u, '');
      if (fromRoot.test(name)) return globSync(pattern, { cwd: root }).length === 0;
      return fromPage.test(name) && homes.every((cwd) => globSync(pattern, { cwd }).length === 0);
    });
    expect(missing).toEqual([]);
  });

  it('gives commands that exist', () => {
    const text = found.text;
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const run = [...text.matchAll(/\bnpm run ([\w-]+)/gu), ...text.matchAll(/\bnpm (start|test)\b/gu)];
    expect(run.map(([, name = '']) => name).filter((name) => scripts[name] === undefined)).toEqual([]);
    const bin = readFileSync(join(root, 'packages/subgraph/src/bin.ts'), 'utf8');
    const used = [...text.matchAll(/^ *(?:npm run )?cnscd-subgraph(?: --)? (\w[\w-]*)/gmu)].map(
      ([, name]) => name,
    );
    expect(used.filter((name) => !bin.includes(`.command('${name}')`))).toEqual([]);
  });

  it('shows code as it stands in the file that it names', () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .join('\n');
    const stray = found.blocks.filter(({ role, code }) => {
      const file = /^from=(.+)$/u.exec(role)?.[1];
      return (
        file !== undefined && !lines(readFileSync(join(root, file), 'utf8')).includes(lines(code).trim())
      );
    });
    expect(stray.map(({ line }) => `line ${line}`)).toEqual([]);
  });
});

it('README.md and README.vi.md say the same in the same order', () => {
  const shape = (name: string) => ({
    headings: [...page(name).text.matchAll(/^#+(?= )/gmu)].map(([level]) => level),
    blocks: page(name).blocks.map(({ line: _, ...block }) => block),
    paths: [...prose(page(name)).matchAll(/`((?:packages|examples|scripts)\/[^`]+)`/gu)].map(
      ([, path]) => path,
    ),
  });
  expect(shape('README.vi.md')).toEqual(shape('README.md'));
});
