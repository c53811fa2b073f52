import type { AdminLevel } from '@cnscd/domain';
import { type Send, type Team, type TypedDocument, typedDocument, type UnitName } from '@cnscd/sdk';

type Place = Pick<UnitName, 'fullName'>;

export type FoundTeam = Pick<
  Team,
  'id' | 'code' | 'name' | 'kind' | 'status' | 'level' | 'isSynthetic' | 'foundedOn'
> & {
  unit: (Place & { parent: (Place & { parent: Place | null }) | null }) | null;
  decision: Pick<NonNullable<Team['decision']>, 'number' | 'issuedOn'> | null;
};

export interface TeamVariables {
  search: string | null;
  unitCode: string | null;
  asOf: string | null;
  first: number;
  after: string | null;
}

export interface TeamPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: FoundTeam[];
}

export const TEAM_QUERY: TypedDocument<{ teams: TeamPage }, TeamVariables> = typedDocument(
  `query CnscdTeams($search:String,$unitCode:String,$asOf:Date,$first:Int,$after:String){
teams(search:$search,unitCode:$unitCode,asOf:$asOf,first:$first,after:$after){
totalCount pageInfo{hasNextPage endCursor}nodes{id code name kind status level isSynthetic foundedOn
decision{number issuedOn}unit{fullName parent{fullName parent{fullName}}}}}}`,
);

export async function askTeams(
  query: Send,
  variables: TeamVariables,
  signal: AbortSignal,
): Promise<TeamPage> {
  return (await query(TEAM_QUERY, variables, { signal })).teams;
}

/** A unit to choose; where several are called alike, its name says in which unit it lies. */
export interface UnitOption {
  code: string;
  name: string;
}

export interface UnitVariables {
  level: AdminLevel;
  parentCode: string | null;
  asOf: string | null;
  first: number;
  after: string | null;
}

interface UnitPage {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Place & { code: string | null; parent: Place | null })[];
}

export const UNIT_QUERY: TypedDocument<{ adminUnits: UnitPage }, UnitVariables> = typedDocument(
  `query CnscdUnits($level:AdminLevel,$parentCode:String,$asOf:Date,$first:Int,$after:String){
adminUnits(level:$level,parentCode:$parentCode,asOf:$asOf,first:$first,after:$after){
pageInfo{hasNextPage endCursor}nodes{code fullName parent{fullName}}}}`,
);

const UNIT_PAGE_SIZE = 200;
/** Before 2025 the largest province had 579 communes. */
const MOST_PAGES = 5;

/** All units of a level below another one, by name. */
export async function askUnits(
  query: Send,
  filter: Pick<UnitVariables, 'level' | 'parentCode' | 'asOf'>,
  signal: AbortSignal,
): Promise<UnitOption[]> {
  const units: UnitPage['nodes'] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const variables: UnitVariables = { ...filter, first: UNIT_PAGE_SIZE, after };
    const { nodes, pageInfo }: UnitPage = (await query(UNIT_QUERY, variables, { signal })).adminUnits;
    units.push(...nodes);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null) break;
  }
  const names = units.map(({ fullName }) => fullName);
  return units.flatMap(({ code, fullName, parent }) => {
    const isOnly = names.indexOf(fullName) === names.lastIndexOf(fullName);
    const name = isOnly || parent === null ? fullName : `${fullName} (${parent.fullName})`;
    return code === null ? [] : [{ code, name }];
  });
}
