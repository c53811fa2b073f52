import type { OutboxItem, OutboxOutcome } from '../../src/index.ts';
import type { MockAnswer, MockRequest } from '../../src/testing/index.ts';

/** The writes that a request to replay an outbox holds, as `field` and `input`. */
export function writesIn({ variables }: MockRequest): { field: string; input: Record<string, unknown> }[] {
  const { items } = variables['input'] as { items: OutboxItem[] };
  return items.map((item) => {
    const [[field, input] = ['', {}]] = Object.entries(item);
    return { field, input: input as unknown as Record<string, unknown> };
  });
}

type Judgement = Partial<OutboxOutcome> | undefined;

/** Answers an outbox: every write is done, unless the judge says otherwise of it. */
export const replaying =
  (judge: (input: Record<string, unknown>) => Judgement = () => undefined) =>
  (request: MockRequest): MockAnswer => {
    const { stopOnRefusal } = request.variables['input'] as { stopOnRefusal?: boolean };
    let isStopped = false;
    const outcomes = writesIn(request).map(({ field, input }, index) => {
      const judged = isStopped ? { status: 'SKIPPED' } : judge(input);
      isStopped ||= stopOnRefusal === true && judged !== undefined;
      return {
        ...{ index, field, idempotencyKey: input['idempotencyKey'], status: 'DONE' },
        ...{ entityType: 'Activity', id: input['id'], version: 1, refusal: null, conflict: null },
        ...judged,
      };
    });
    return { replayOutbox: { __typename: 'OutboxReport', outcomes } };
  };

export const refused = (code: string, retryable = false): Judgement => ({
  status: 'REFUSED',
  ...{ entityType: null, id: null, version: null },
  refusal: { code, message: 'Sai', messageEn: 'Wrong', field: 'title', value: 'x', retryable },
});
