import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../../../..');

/** A page of the documentation. */
export interface Page {
  /** Path from the root. */
  name: string;
  folder: string;
  text: string;
  blocks: Block[];
}

/** A fenced block: ```` ```json answer ```` has the language `json` and the role `answer`. */
export interface Block {
  language: string;
  role: string;
  /** Without the indentation of a list that it stands in. */
  code: string;
  line: number;
}

/** Every page that people read, by name. */
export function readPages(): Page[] {
  const names = [
    '*.md',
    'docs/**/*.md',
    'packages/*/*.md',
    'packages/subgraph/data/**/*.md',
    'examples/*/*.md',
  ];
  return globSync(names, { cwd: root })
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return { name, folder: join(root, dirname(name)), text, blocks: blocksOf(text) };
    });
}

const FENCED = /^(?<indent> *)```(?<language>\w+) ?(?<role>\S*)\n(?<code>[\s\S]*?)^\k<indent>```$/gmu;

function blocksOf(text: string): Block[] {
  return [...text.matchAll(FENCED)].map(({ groups = {}, index }) => ({
    language: groups['language'] ?? '',
    role: groups['role'] ?? '',
    code: (groups['code'] ?? '').replaceAll(new RegExp(`^${groups['indent']}`, 'gmu'), ''),
    line: text.slice(0, index).split('\n').length,
  }));
}

/** What a page says outside of fenced blocks. */
export function prose({ text }: Page): string {
  return text.replaceAll(FENCED, '');
}

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .trim()
      .replace(/\s/gu, '-'),
  );
}
