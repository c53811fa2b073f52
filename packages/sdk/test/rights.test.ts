import { beforeAll, expect, it } from 'vitest';
import { CnscdConflict, createClient } from '../src/index.ts';
import { type CaseServer, json, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const REQUEST = {
  __typename: 'SubjectRequest',
  id: 'q-1',
  status: 'RECEIVED',
  dueOn: '2026-12-11',
  version: 1,
};
const ERASURE = {
  __typename: 'Erasure',
  id: 'e-1',
  isDryRun: true,
  report: [{ kind: 'NAME_AND_PHONE', action: 'ANONYMISED', count: 1 }],
};

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    received: (_, response) => json(response, { data: { receiveSubjectRequest: REQUEST } }),
    erased: (_, response) => json(response, { data: { eraseMember: ERASURE } }),
    changed: (_, response) =>
      json(response, {
        data: {
          eraseMember: {
            ...{
              __typename: 'Conflict',
              message: 'Đã đổi',
              messageEn: 'Changed',
              expectedVersion: 1,
              currentVersion: 2,
            },
            current: { ...REQUEST, version: 2 },
          },
        },
      }),
  });
});

const rightsAt = (route: string) => createClient({ url: server.url(route) }).rights;

it('takes a request in and tells when it is due', async () => {
  const request = await rightsAt('received').receive({
    ...{ memberId: 'm-1', kind: 'OBJECT', channel: 'PAPER', receivedOn: '2026-11-20' },
  });
  expect(request).toMatchObject({ id: 'q-1', dueOn: '2026-12-11' });
});

it('shows what an erasure would do, and a conflict where the request was changed since', async () => {
  const asked = { requestId: 'q-1', expectedVersion: 1, reason: 'Theo đơn' };
  const shown = await rightsAt('erased').erase({ ...asked, dryRun: true });
  expect(shown.report[0]).toMatchObject({ kind: 'NAME_AND_PHONE', action: 'ANONYMISED' });
  const conflict = await failureOf(rightsAt('changed').erase(asked));
  expect(conflict).toBeInstanceOf(CnscdConflict);
  expect(conflict).toMatchObject({ current: { version: 2 } });
});
