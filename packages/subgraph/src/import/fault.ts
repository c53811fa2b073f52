import type { Fault, Path } from './yaml-file.ts';

/** A fault of one field of an entry. */
export function fault(path: Path, field: string, vi: string, en: string): Fault {
  return { path: [...path, field], messages: { vi, en } };
}

/** The entry that holds what its values share: `figures[3]` of `figures[3].values[1]`. Adoptions have their own place. */
export function headOf(path: Path): Path {
  return path[2] === 'values' || path[2] === 'items' ? path.slice(0, 2) : path;
}
