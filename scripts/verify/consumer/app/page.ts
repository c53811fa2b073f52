import '@cnscd/elements';
import { CnscdError, createClient } from '@cnscd/sdk';
import { createOutbox, indexedDbStorage } from '@cnscd/sdk/outbox';

// No graph behind this page: a write is kept all the same, and the element says that it has nothing to show.
const client = createClient({ url: '/graphql' });
const outbox = createOutbox({ user: 'x#y', storage: indexedDbStorage(), transport: client.outbox });
const startsAt = '2026-11-20T08:00:00+07:00';
await outbox.enqueue('recordActivity', { teamId: 't', kind: 'MEETING', title: 'Họp tổ', startsAt });
const { pendingCount, pause } = await outbox.flush();
const finder = document.querySelector('cnscd-team-finder');
await finder?.refresh();
const problem = pause?.error instanceof CnscdError ? pause.error.code : 'none';
const output = document.querySelector('output');
if (output !== null) output.value = `${pendingCount} ${problem} ${finder?.shadowRoot !== null}`;
