import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../generated/pothos-prisma-types.ts';
import { getDatamodel } from '../generated/pothos-prisma-types.ts';
import type { Context } from './context.ts';
import type { ImportRecord } from './entities/import.ts';
import type { MergerRow } from './entities/merger.ts';
import type { ActivityRow, IndicatorRow, MemberRow, SourceRow, TeamRow, UnitRow } from './entities/rows.ts';
import type { ReportRow } from './reports/report-rows.ts';

/** The one schema builder. It holds no types: each feature adds its own. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  PrismaTypes: PrismaTypes;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: Date };
    Period: { Input: string; Output: string };
  };
  // Named here so that a feature can add fields to another feature's type without importing it.
  Objects: {
    SourceDocument: SourceRow;
    AdminUnit: UnitRow;
    Team: TeamRow;
    Member: MemberRow;
    Activity: ActivityRow;
    Indicator: IndicatorRow;
    Merger: MergerRow;
    Report: ReportRow;
    Import: ImportRecord;
  };
}>({
  plugins: [PrismaPlugin, RelayPlugin, DirectivesPlugin, FederationPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (ctx) => ctx.db.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: false, description: 'The items of this page, each with its cursor.' },
    nodesFieldOptions: { nullable: false, description: 'The items of this page.' },
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    cursorFieldOptions: { description: 'Where the item stands in its list: `after` of what follows it.' },
    pageInfoFieldOptions: { description: 'Whether there are more pages, and where the next one begins.' },
    pageInfoTypeOptions: { shareable: true, description: 'Where a page lies in its list.' },
    hasNextPageFieldOptions: { description: 'Whether items follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether items come before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: {
      description: 'Cursor of the last item, `after` of the next page; null on an empty page.',
    },
  },
});

builder.queryType({
  description: 'Reads. Every list has a default of 20 and a hard maximum of 200 items a page.',
});

builder.mutationType({
  description:
    'Writes. Each has one input with an idempotency key: sending it again, whatever happened to the first answer, changes nothing more.',
});

builder.scalarType('Date', {
  description:
    'A calendar day in Asia/Ho_Chi_Minh, ISO 8601: `2023-09-30`. A day that does not exist is `DATE_INVALID`.',
  serialize: (value) => String(value),
  // The argument's name belongs into the message, so the resolver parses: see arguments.ts.
  parseValue: (value) => String(value),
});

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601: `2023-09-30T01:30:00.000Z`.',
  serialize: (value) => new Date(value).toISOString(),
  // As with days: see requireInstant of the domain.
  parseValue: (value) => String(value),
});

builder.scalarType('Period', {
  description:
    'A reporting period: `2026`, `2026-H1`, `2026-Q1`, `2026-03` or `2026-W12` (ISO week). Anything else is `PERIOD_INVALID`.',
  serialize: (value) => String(value),
  parseValue: (value) => String(value),
});
