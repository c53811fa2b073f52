import type { Messages } from '@cnscd/domain';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { ImportError, type ImportIssue } from './import-issue.ts';

/** Keys and list places from the top of a file down to one value. */
export type Path = readonly (string | number)[];

/** Something wrong at a path, before the place in the file is looked up. */
export interface Fault {
  path: Path;
  messages: Messages;
}

/** A file's content, all scalars as the text that stands there, and where each of it stands. */
export interface YamlFile {
  name: string;
  content: unknown;
  /** @throws ImportError with all faults, in the order of the file */
  refuse(faults: readonly Fault[]): never;
}

/**
 * Reads a YAML file without interpreting its scalars: `02` stays "02" and `15.862` stays "15.862", so that codes keep
 * their zeros and numbers are read the Vietnamese way.
 *
 * @throws ImportError when the text is not YAML
 */
export function readYaml(name: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  if (document.errors.length > 0) throw new ImportError(name, document.errors.map(syntaxIssue));
  const content: unknown = document.toJS();

  const locate = (path: Path) => {
    // What is missing has no place of its own: the nearest thing around it has.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  return {
    name,
    content,
    refuse(faults) {
      const issues = faults.map(({ path, messages }) => ({
        ...{ path: pathText(path), ...locate(path), value: valueText(valueAt(content, path)), messages },
      }));
      throw new ImportError(
        name,
        issues.sort((a, b) => a.line - b.line || a.column - b.column),
      );
    },
  };
}

function syntaxIssue(error: {
  message: string;
  linePos?: [{ line: number; col: number }, ...unknown[]];
}): ImportIssue {
  const [reason] = error.message.split('\n');
  return {
    path: '',
    line: error.linePos?.[0].line ?? 1,
    column: error.linePos?.[0].col ?? 1,
    value: null,
    messages: { vi: `Không đúng cú pháp YAML: ${reason}`, en: `Not valid YAML: ${reason}` },
  };
}

function pathText(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    content,
  );
}

function valueText(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
