import { fileRefusal } from '../file-refusals.ts';
import { unpackText } from './unpack.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import type { ZipPart } from './zip-parts.ts';

/** What a part of a workbook refers to. */
export interface Relation {
  id: string;
  /** Last word of its type: `worksheet`, `hyperlink`. */
  type: string;
  /** Name of the part; of an external one, where it leads. */
  target: string;
  isExternal: boolean;
}

/**
 * The relations of a part, or of the package where `source` is ''.
 *
 * @throws {DomainError} `FILE_UNSAFE`, `FILE_UNREADABLE`
 */
export async function readRelations(
  parts: ReadonlyMap<string, ZipPart>,
  source: string,
): Promise<Relation[]> {
  const slash = source.lastIndexOf('/');
  const [folder, file] = [source.slice(0, slash + 1), source.slice(slash + 1)];
  const part = parts.get(`${folder}_rels/${file}.rels`);
  return part === undefined ? [] : relationsIn(part, folder);
}

/** @param folder - where the part lies that the relations are of, with a slash at its end */
export async function relationsIn(part: ZipPart, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const isExternal = attributeOf(attributes, 'TargetMode') === 'External';
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : partName(folder, target),
        isExternal,
      });
    },
    close: () => {},
    text: () => {},
  });
  for await (const piece of unpackText(part)) scanner.write(piece);
  scanner.end();
  return relations;
}

function partName(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names = folder.split('/').filter((name) => name !== '');
  for (const name of target.split('/')) {
    if (name === '..' && names.pop() === undefined) throw fileRefusal('OUTSIDE_PATH');
    if (name !== '..' && name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
