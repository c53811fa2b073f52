import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { failureOf } from './support/failure.ts';

const asked: string[] = [];
const TOO_LARGE = {
  code: 'EXPORT_TOO_LARGE',
  messages: { vi: 'Tệp sẽ có hơn 2.000 dòng.', en: 'The file would have over 2,000 rows.' },
  field: 'unitCode',
};
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  if (url.includes('.pdf')) {
    response.writeHead(422).end(JSON.stringify({ errors: [{ message: '', extensions: TOO_LARGE }] }));
    return;
  }
  response
    .writeHead(200, {
      'content-disposition': `attachment; filename="to.csv"; filename*=UTF-8''T%E1%BB%95.csv`,
    })
    .end('Mã tổ;Tên tổ');
});
let url: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`; // a TCP server, never a pipe
});
afterAll(() => {
  server.close();
});

it('downloads a list by its filters, lists with commas between, and tells its name', async () => {
  const { exports } = createClient({ url });
  const teams = await exports.download('teams', {
    format: 'csv',
    delimiter: 'TAB',
    unitCode: '44',
    hasDecision: false,
  });
  expect([teams.name, await teams.content.text()]).toEqual(['Tổ.csv', 'Mã tổ;Tên tổ']);
  await exports.download('board', {
    format: 'xlsx',
    unitCode: '44',
    period: '2026-Q3',
    indicatorCodes: ['A', 'B'],
  });
  expect(asked).toEqual([
    '/files/exports/teams.csv?delimiter=TAB&unitCode=44&hasDecision=false',
    '/files/exports/board.xlsx?unitCode=44&period=2026-Q3&indicatorCodes=A%2CB',
  ]);
});

it('throws what the server refuses, with the filter that helps', async () => {
  const failed = createClient({ url }).exports.download('roster', { format: 'pdf' });
  expect(await failureOf(failed)).toMatchObject({ ...TOO_LARGE, name: 'CnscdError', status: 422 });
});
