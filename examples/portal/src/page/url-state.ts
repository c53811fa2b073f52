import {
  ADMIN_LEVELS,
  type AdminLevel,
  BOUNDARIES,
  type Boundary,
  LANGUAGES,
  type Language,
} from '@cnscd/domain';
import { useCallback, useEffect, useState } from 'react';

/** What people who have signed in do here; officers have all of it. */
export const WORK_PARTS = ['DAILY', 'IMPORT', 'EXPORT', 'REPORTS', 'RIGHTS'] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

/** Everything that is chosen on the page. It lives in the address, so that a link shows another person the same. */
export interface UrlState {
  /** Code of the unit, as it was meant on `asOf`. */
  unit: string;
  asOf: string;
  boundary: Boundary;
  /** Null: the year of `asOf`. */
  period: string | null;
  breakdown: AdminLevel | null;
  /** Words of the team search. Null: nobody has searched yet. */
  search: string | null;
  /** Code of the team that is open. */
  team: string | null;
  /** The open part of the work. */
  work: WorkPart;
  /** Id of the import that is open. */
  import: string | null;
  /** Id of the period report that is open. */
  report: string | null;
  /** Id of the person whose rights are open. */
  person: string | null;
  lang: Language;
}

export type Change = (patch: Partial<UrlState>, options?: { keepsEntry?: boolean }) => void;

/** What a first visitor sees: the province whose source says most. */
const DEFAULTS: UrlState = {
  unit: '45',
  asOf: '2023-09-30',
  boundary: 'AS_REPORTED',
  period: null,
  breakdown: null,
  search: null,
  team: null,
  work: 'DAILY',
  import: null,
  report: null,
  person: null,
  lang: 'vi',
};

/** The state and a function that changes it; with `keepsEntry` the change is no step for the back button. */
export function useUrlState(): [UrlState, Change] {
  const [state, setState] = useState(() => readUrl(window.location.search));
  useEffect(() => {
    const onPopState = () => setState(readUrl(window.location.search));
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  const change = useCallback<Change>((patch, options = {}) => {
    const next = { ...readUrl(window.location.search), ...patch };
    const url = `${window.location.pathname}${writeUrl(next)}${window.location.hash}`;
    if (options.keepsEntry === true) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
    setState(next);
  }, []);
  return [state, change];
}

export function readUrl(query: string): UrlState {
  const parameters = new URLSearchParams(query);
  const oneOf = <Value extends string, Other>(name: string, values: readonly Value[], other: Other) =>
    values.find((value) => value === parameters.get(name)) ?? other;
  return {
    unit: parameters.get('unit') ?? DEFAULTS.unit,
    asOf: parameters.get('asOf') ?? DEFAULTS.asOf,
    boundary: oneOf('boundary', BOUNDARIES, DEFAULTS.boundary),
    period: parameters.get('period'),
    breakdown: oneOf('breakdown', ADMIN_LEVELS, null),
    search: parameters.get('search'),
    team: parameters.get('team'),
    work: oneOf('work', WORK_PARTS, DEFAULTS.work),
    import: parameters.get('import'),
    report: parameters.get('report'),
    person: parameters.get('person'),
    lang: oneOf('lang', LANGUAGES, DEFAULTS.lang),
  };
}

const NAMES = [
  'boundary',
  'period',
  'breakdown',
  'search',
  'team',
  'work',
  'import',
  'report',
  'person',
  'lang',
] as const;

/** The address of a state: what is as by default is left out, but for unit and day, which make a link readable. */
export function writeUrl(state: UrlState): string {
  const parameters = new URLSearchParams({ unit: state.unit, asOf: state.asOf });
  for (const name of NAMES) {
    const value = state[name];
    if (value !== null && value !== DEFAULTS[name]) parameters.set(name, value);
  }
  return `?${parameters}`;
}
