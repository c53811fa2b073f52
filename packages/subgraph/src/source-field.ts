import type { Context } from './context.ts';
import { requireSource } from './entities/source.ts';

/** The `source` field of whatever a source states. */
export const sourceField = {
  type: 'SourceDocument' as const,
  description: 'Where it is stated.',
  resolve: ({ sourceId }: { sourceId: string }, _: unknown, ctx: Context) => requireSource(ctx, sourceId),
};
