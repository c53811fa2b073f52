import type { PaperSection } from './paper.ts';
import { gridOf } from './table-grid.ts';

/**
 * A sheet has one set of columns for everything on it. These are the right edges, as shares of the width, at which some
 * table or block has an edge; edges that nearly meet are one.
 */
export function sheetColumns(
  sections: readonly PaperSection[],
  { hasBlocks }: { hasBlocks: boolean },
): number[] {
  const tables = sections.flatMap(({ table }) => (table === null ? [] : [edgesOf(gridOf(table).widths)]));
  // The table with the most columns first: its edges stay as they are, the others' move to them.
  const wanted = tables.sort((one, other) => other.length - one.length).flat();
  const edges = [0, 1];
  const add = (edge: number, nearness: number) => {
    if (edges.every((known) => Math.abs(known - edge) > nearness)) edges.push(edge);
  };
  for (const edge of wanted) add(edge, NEAR);
  // An edge of no table splits its cells, and merged cells cannot be sorted: only where none is near.
  if (hasBlocks) add(LETTERHEAD_EDGE, ROOM_FOR_BLOCKS);
  return edges.sort((one, other) => one - other).slice(1);
}

/** The share of the width that the issuer gets beside nation and motto. */
export const LETTERHEAD_EDGE = 0.4;

/** Index after the column whose right edge is nearest to this share of the width; at least `first + 1`. */
export function columnAt(edges: readonly number[], share: number, first = 0): number {
  let nearest = first;
  edges.forEach((edge, index) => {
    if (index >= first && distance(edge, share) < distance(edges[nearest] ?? 0, share)) nearest = index;
  });
  return nearest + 1;
}

const NEAR = 0.012;
const ROOM_FOR_BLOCKS = 0.12;

function distance(one: number, other: number): number {
  return Math.abs(one - other);
}

function edgesOf(widths: readonly number[]): number[] {
  let edge = 0;
  return widths.map((width) => {
    edge += width;
    return edge;
  });
}
