// What a server of somebody else may run on: the built SDK, by whatever Node runs this file.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/sdk/package.json', import.meta.url));
for (const [{ connect, teamsOf, CnscdError }, outboxes] of [
  [require('@cnscd/sdk'), require('@cnscd/sdk/outbox')],
  [await import('../../packages/sdk/dist/index.js'), await import('../../packages/sdk/dist/outbox.js')],
]) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (asked === 1) return response.writeHead(503).end();
    const page = {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [{ name: 'Tổ 1' }],
    };
    return response.end(JSON.stringify({ data: { teams: page } }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/graphql`;
  const names = [];
  for await (const team of teamsOf(connect({ url })).all({})) names.push(team.name);
  assert.deepEqual([names, asked], [['Tổ 1'], 2]);
  const full = await outboxes
    .memoryStorage({ limitCharacters: 1 })
    .write('a', 'b')
    .catch((error) => error);
  assert.ok(full instanceof CnscdError);
  server.closeAllConnections();
  server.close();
}
