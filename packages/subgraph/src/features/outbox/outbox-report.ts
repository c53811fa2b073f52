import type { OutboxStatus as Status } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { OutboxStatus } from '../../enums.ts';
import type { ConflictRow, RefusalRow } from '../../operations/answer.ts';
import { Conflict, Refusal } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';

/** As many writes as one request takes. */
export const MOST_ITEMS = 50;

/** What became of one item. */
export interface OutboxOutcomeRow {
  index: number;
  field: string | null;
  idempotencyKey: string | null;
  status: Status;
  entityType: string | null;
  id: string | null;
  version: number | null;
  refusal: RefusalRow | null;
  conflict: ConflictRow | null;
}

export interface OutboxReportRow {
  __typename: 'OutboxReport';
  outcomes: OutboxOutcomeRow[];
}

const OutboxOutcome = builder.objectRef<OutboxOutcomeRow>('OutboxOutcome').implement({
  description: 'What became of one write that waited.',
  extensions: HELD,
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Place of the item in `items`, from 0.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The mutation. Null where the item has none, or several.',
    }),
    idempotencyKey: t.exposeString('idempotencyKey', {
      nullable: true,
      description: 'The key of the item. Null where the mutation is.',
    }),
    status: t.expose('status', {
      type: OutboxStatus,
      description:
        'DONE and CONFLICT are for ever, SKIPPED is to be sent again; of REFUSED see `refusal.retryable`.',
    }),
    entityType: t.exposeString('entityType', {
      nullable: true,
      description: 'What the write made or changed: `Activity`, `Team` … Null unless it is DONE.',
    }),
    id: t.exposeID('id', { nullable: true, description: 'Its id. Null unless it is DONE.' }),
    version: t.exposeInt('version', {
      nullable: true,
      description: 'The version that the write made: `expectedVersion` of the next. Null unless it is DONE.',
    }),
    refusal: t.expose('refusal', {
      type: Refusal,
      nullable: true,
      description: 'Why it was not written. Null unless it is REFUSED.',
    }),
    conflict: t.expose('conflict', {
      type: Conflict,
      nullable: true,
      description: 'What somebody else changed meanwhile. Null unless it is CONFLICT.',
    }),
  }),
});

export const OutboxReport = builder.objectRef<OutboxReportRow>('OutboxReport').implement({
  description: 'What became of the writes that waited, item by item [kết quả gửi bù].',
  extensions: HELD,
  fields: (t) => ({
    outcomes: t.expose('outcomes', {
      type: [OutboxOutcome],
      description: 'One for each item, in their order.',
      listSize: { assumedSize: MOST_ITEMS },
    }),
  }),
});
