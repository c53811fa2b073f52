import { connect, outboxOf, userOf } from '../../packages/sdk/src/index.ts';
import { createOutbox, indexedDbStorage, type Outbox } from '../../packages/sdk/src/outbox/index.ts';

/** One tab of a phone's browser; browser.test.ts builds this page and opens it twice. */
function openOutbox(token: string): Outbox {
  const connection = connect({ url: '/graphql', getToken: () => token, maxRetries: 0 });
  return createOutbox({
    ...{ user: userOf(token) ?? '', storage: indexedDbStorage(), transport: outboxOf(connection) },
  });
}

Object.assign(globalThis, { openOutbox });
