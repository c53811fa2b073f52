import { connect, type Database, demoAccounts, startDevIssuer, startServer } from '@cnscd/subgraph';
import { createClient, userOf } from '../../packages/sdk/src/index.ts';

/** Somebody who may record activities. */
export interface Person {
  /** As an outbox names them. */
  user: string;
  token: string;
  teamId: string;
  /** As the audit names them. */
  subject: string;
}

/** The audit's word on one change. */
export interface Effect {
  entityId: string;
  field: string;
  actor: string;
  version: number;
  title: string | null;
}

/** The real subgraph on real PostgreSQL, and what it has kept. */
export interface World {
  url: string;
  /** Two members of teams, each with a team of their own. */
  people: readonly [Person, Person];
  /** What became of these things, in the order in which it happened. */
  effectsOn(entityIds: readonly string[]): Promise<Effect[]>;
  close(): Promise<void>;
}

export async function startWorld(databaseUrl: string): Promise<World> {
  const db = connect(databaseUrl);
  const issuer = await startDevIssuer({ accounts: await demoAccounts(db), port: 0 });
  const auth = { issuer: issuer.issuer, audience: issuer.audience, jwksUrl: issuer.jwksUrl };
  const server = await startServer({ databaseUrl, port: 0, auth });
  const person = async (account: string): Promise<Person> => {
    const token = await issuer.tokenFor(account);
    const viewer = await createClient({ url: server.url, getToken: () => token }).viewer();
    const teamId = viewer?.roles.find(({ team }) => team !== null)?.team?.id;
    const user = userOf(token);
    if (teamId === undefined || user === null) throw new Error(`${account} has no team`);
    return { user, token, teamId, subject: user.slice(user.indexOf('#') + 1) };
  };
  return {
    url: server.url,
    people: [await person('member-cam-lo'), await person('leader-cam-lo')],
    effectsOn: (entityIds) => readEffects(db, entityIds),
    async close() {
      await server.close();
      await issuer.close();
      await db.close();
    },
  };
}

async function readEffects({ pool }: Database, entityIds: readonly string[]): Promise<Effect[]> {
  const { rows } = await pool.query<Effect>(
    `/* readEffects */
    select e.entity_id as "entityId", e.field, e.actor, e.version, p.states -> 1 ->> 'title' as title
    from audit_entry e left join audit_personal p on p.entry_id = e.id
    where e.entity_id = any($1) order by e.transaction, e.id`,
    [entityIds],
  );
  return rows;
}
