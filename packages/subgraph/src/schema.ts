import { printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { checkReferences } from './entity-references.ts';
import './enums.ts';
import './features/activities/activity.ts';
import './features/activities/activity-lists.ts';
import './features/funding/benefit-programme.ts';
import './features/funding/funding-rule.ts';
import './features/indicators/indicator.ts';
import './features/indicators/kpi.ts';
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

/** Builds the executable schema of the subgraph. */
export function buildSchema(): GraphQLSchema {
  return checkReferences(builder.toSubGraphSchema({ linkUrl: FEDERATION }));
}

/** The SDL that `_service` answers and that is released as schema.graphql. */
export function printSchema(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema)}\n`;
}
