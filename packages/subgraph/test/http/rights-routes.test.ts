import Fastify from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { errorFormatter } from '../../src/errors.ts';
import { addFileRoutes } from '../../src/http/file-routes.ts';
import { rightsRoutes } from '../../src/http/rights-routes.ts';
import { officer, staffedTeams } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { database, subgraph } = await testSubgraph('loaded');
await subgraph.apollo.start();
const [team] = await staffedTeams(database, '19597');
if (team === undefined) throw new Error('no team');
const officerOfCamLo = officer('COMMUNE_OFFICER', '19597');

let as: Claims | null = null;
const app = Fastify();
afterAll(() => app.close());
const contextOf = async () => {
  const ctx = await subgraph.contextOf();
  return as === null ? ctx : { ...ctx, credential: { kind: 'VERIFIED', claims: as } as const };
};
await addFileRoutes(app, { contextOf, formatError: errorFormatter(() => {}) }, [rightsRoutes]);

const ask = async (path: string, who: Claims | null) => {
  as = who;
  return app.inject({ method: 'GET', url: `/files/rights/${path}` });
};
const evidence = `evidence/${team.member.memberId}`;

it('hands out what is held about a person as JSON and as a workbook, never to be cached', async () => {
  const json = await ask(`${evidence}.json`, team.member);
  expect(json.statusCode).toBe(200);
  expect(json.headers['cache-control']).toBe('no-store');
  expect(json.json()).toMatchObject({ memberId: team.member.memberId, sections: expect.any(Array) });
  const book = await readXlsx((await ask(`${evidence}.xlsx`, officerOfCamLo)).rawPayload);
  expect(book.sheets[0]?.name).toBe('Hồ sơ');
});

it('refuses everybody else with the status of the refusal', async () => {
  for (const [who, status, code] of [
    [null, 401, 'SIGN_IN_REQUIRED'],
    [team.leader, 403, 'NOT_PERMITTED'],
    [officer('PROVINCIAL_OFFICER', '48'), 404, 'MEMBER_NOT_FOUND'],
  ] as const) {
    const answer = await ask(`${evidence}.json`, who);
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([status, code]);
  }
  expect((await ask('evidence/no-uuid.json', officerOfCamLo)).statusCode).toBe(404);
  expect((await ask(`${evidence}.exe`, officerOfCamLo)).statusCode).toBe(404);
});

it('gives the record of processing to everybody, as data, as a workbook and as a paper', async () => {
  expect((await ask('processing-record.json', null)).json()).toMatchObject({ activities: expect.any(Array) });
  for (const format of ['xlsx', 'docx']) {
    const { statusCode, rawPayload } = await ask(`processing-record.${format}?unit=UBND`, null);
    expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  }
});
