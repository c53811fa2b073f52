import { describe, expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { file, htmlPage, mockServer, status } from '../src/testing/index.ts';
import { failureOf } from './support/failure.ts';

const url = 'https://example.gov.vn/graphql';

describe('a server in place of the network', () => {
  it('says at once what it has no answer for, and is not asked again', async () => {
    const server = mockServer({ Viewer: { viewer: null } });
    const client = createClient({ url, fetch: server.fetch });
    const error = await failureOf(client.teams.list({}));
    expect(error).toMatchObject({ code: 'GRAPHQL', retryable: false });
    expect(error.messages.en).toBe('The mock server has no answer for Teams, only for Viewer.');
    const noFile = await failureOf(client.exports.download('roster', { format: 'xlsx' }));
    expect(noFile.messages.en).toContain('no answer for https://example.gov.vn/files/exports/roster.xlsx');
    expect(server.requests).toHaveLength(2);
  });

  it('serves files, with what was asked for', async () => {
    const server = mockServer({
      'exports/roster.xlsx': [htmlPage(), file('Danh sách.xlsx', 'PK')],
      'reports/r-1.pdf': file('Báo cáo.pdf', new Uint8Array([37])),
    });
    const client = createClient({ url, fetch: server.fetch, getToken: () => 'mine' });
    const roster = await client.exports.download('roster', { format: 'xlsx', unitCode: '19597' });
    expect([roster.name, await roster.content.text()]).toEqual(['Danh sách.xlsx', 'PK']);
    expect((await client.reports.download({ id: 'r-1', format: 'pdf' })).name).toBe('Báo cáo.pdf');
    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'exports/roster.xlsx',
      'exports/roster.xlsx',
      'reports/r-1.pdf',
    ]);
    expect(server.requests[1]).toMatchObject({ variables: { unitCode: '19597' }, file: null });
    expect(server.requests[1]?.headers.get('authorization')).toBe('Bearer mine');
  });

  it('takes files, wherever they are sent to', async () => {
    const server = mockServer({ imports: [status(401), { id: 'i-1' }] });
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => (isRefresh ? 'new' : 'old');
    const client = createClient({ url, filesUrl: 'https://files.example/f', fetch: server.fetch, getToken });
    const upload = { kind: 'ROSTER', fileName: 'tổ.csv', file: new TextEncoder().encode('Họ tên') } as const;
    expect(await client.imports.upload(upload)).toEqual({ id: 'i-1' });
    expect(await server.requests[1]?.file?.text()).toBe('Họ tên');
    expect(server.requests[1]?.variables).toEqual({ kind: 'ROSTER', fileName: 'tổ.csv' });
  });
});
