/** Which element an address asks for, with what. */
export interface Embedding {
  name: string;
  attributes: readonly (readonly [string, string])[];
}

/** Not the heading: words from a link would stand there as the portal's own. */
const COMMON = ['language', 'heading-level'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'team-finder': ['unit', 'as-of', 'page-size', ...COMMON],
  'kpi-board': ['unit', 'period', 'indicators', 'breakdown', 'boundary', ...COMMON],
};

/** `?element=kpi-board&unit=45&period=2023`: attributes that are known, and nothing else of the address. */
export function readEmbedding(search: string): Embedding {
  const parameters = new URLSearchParams(search);
  const asked = parameters.get('element') ?? '';
  const element = Object.hasOwn(ATTRIBUTES, asked) ? asked : 'team-finder';
  const attributes = (ATTRIBUTES[element] ?? []).flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { name: `cnscd-${element}`, attributes };
}
