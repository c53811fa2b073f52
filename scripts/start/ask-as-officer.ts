import type { DevIssuer } from '@cnscd/subgraph';

export interface OfficersAccess {
  issuer: Pick<DevIssuer, 'tokenFor'>;
  graphqlUrl: string;
}

type AskAsOfficer = <Data>(query: string, variables: object) => Promise<Data>;

/** Asks the API as an officer of the demonstration would, who may do everything. @throws Error with what it refused */
export async function askAsOfficer({ issuer, graphqlUrl }: OfficersAccess): Promise<AskAsOfficer> {
  const authorization = `Bearer ${await issuer.tokenFor('administrator')}`;
  return async <Data>(query: string, variables: object) => {
    const headers = { 'content-type': 'application/json', authorization };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(graphqlUrl, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as Answer<Data>; // a GraphQL server answers so
    const refusal = errors?.[0]?.message ?? refusalIn(data);
    if (refusal !== undefined || data == null) throw new Error(refusal ?? 'no data');
    return data;
  };
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string }[];
}

/** Of a mutation that was asked for `... on Refusal { message }`. */
function refusalIn(data: unknown): string | undefined {
  const results = Object.values(data ?? {}) as ({ message?: string } | null)[];
  return results.map((result) => result?.message).find((message) => message !== undefined);
}
