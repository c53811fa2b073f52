import { printSubgraphSchema } from '@apollo/subgraph';
import { DomainError } from '@cnscd/domain';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './enums.ts';
import './features/activities/activity.ts';
import './features/activities/activity-lists.ts';
import './features/funding/benefit-programme.ts';
import './features/funding/funding-rule.ts';
import './features/indicators/indicator.ts';
import './features/indicators/kpi-board.ts';
import './features/indicators/unit-figure.ts';
import './features/materials/material.ts';
import './features/members/member.ts';
import './features/members/membership.ts';
import './features/members/team-members.ts';
import './features/models/operating-model.ts';
import './features/overview/rule-violation.ts';
import './features/overview/unit-overview.ts';
import './features/sources/source-document.ts';
import './features/teams/founding-decision.ts';
import './features/teams/team.ts';
import './features/teams/team-lists.ts';
import './features/training/training.ts';
import './features/units/admin-unit.ts';
import './features/units/unit-link.ts';
import './features/units/unit-lists.ts';

/** The newest version that all four composers take; see docs/federation.md. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** A portal that lists all 3,321 communes asks for as many in one call. */
const MAX_REPRESENTATIONS = 5000;

/** Builds the executable schema of the subgraph. */
export function buildSchema(): GraphQLSchema {
  return limitRepresentations(builder.toSubGraphSchema({ linkUrl: FEDERATION }));
}

/** The SDL that `_service` answers and that is released as schema.graphql. */
export function printSchema(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema)}\n`;
}

function limitRepresentations(schema: GraphQLSchema): GraphQLSchema {
  const entities = schema.getQueryType()?.getFields()['_entities'];
  const resolve = entities?.resolve;
  if (entities === undefined || resolve === undefined) throw new Error('the schema has no _entities field');
  entities.resolve = (root, args: { representations: unknown[] }, ctx, info) => {
    const count = args.representations.length;
    if (count > MAX_REPRESENTATIONS) {
      throw new DomainError(
        'TOO_MANY_REPRESENTATIONS',
        {
          vi: `_entities có ${count} tham chiếu; tối đa ${MAX_REPRESENTATIONS} trong một lần gọi.`,
          en: `_entities has ${count} representations; at most ${MAX_REPRESENTATIONS} in one call.`,
        },
        { field: 'representations', value: String(count) },
      );
    }
    return resolve(root, args, ctx, info);
  };
  return schema;
}
