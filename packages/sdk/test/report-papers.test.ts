import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { failureOf } from './support/failure.ts';

const asked: string[] = [];
const MISSING = {
  code: 'REPORT_NOT_FOUND',
  messages: { vi: 'Báo cáo này chỉ có 1 lần.', en: 'This report has 1 edition.' },
  field: 'edition',
};
const server = createServer(({ url = '', headers }, response) => {
  asked.push(`${headers.authorization} ${url}`);
  if (url.includes('edition=7')) {
    response.writeHead(404).end(JSON.stringify({ errors: [{ message: '', extensions: MISSING }] }));
    return;
  }
  response
    .writeHead(200, {
      'content-disposition': `attachment; filename="b.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf`,
    })
    .end('%PDF-');
});
let url: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`; // a TCP server, never a pipe
});
afterAll(() => {
  server.close();
});

it('downloads a report on paper, with its Vietnamese name, as who has signed in', async () => {
  const { reports } = createClient({ url, getToken: () => 'token' });
  const paper = await reports.download({ id: 'r-1', format: 'pdf' });
  expect([paper.name, await paper.content.text()]).toEqual(['Báo cáo.pdf', '%PDF-']);
  await reports.download({ id: 'r-1', format: 'docx', edition: 2 });
  expect(asked).toEqual([
    'Bearer token /files/reports/r-1.pdf',
    'Bearer token /files/reports/r-1.docx?edition=2',
  ]);
});

it('throws what the server refuses', async () => {
  const failed = createClient({ url }).reports.download({ id: 'r-1', format: 'pdf', edition: 7 });
  expect(await failureOf(failed)).toMatchObject({ ...MISSING, name: 'CnscdError', status: 404 });
});
