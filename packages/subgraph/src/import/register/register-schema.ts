import { AFFILIATIONS, RESPONSIBILITY_KINDS, UNIT_KINDS } from '@cnscd/domain';
import { z } from 'zod';
import { count, day, identifier, place, teamKind, yesNo } from '../fields.ts';

const size = z.strictObject({ min: count, max: count });
const span = { from: day, to: day };
const composition = z.array(z.enum(AFFILIATIONS)).min(1);

/** Teams of a district or a commune that are made up for demonstration, in the numbers that the source states. */
export const registerSchema = z.strictObject({
  ...place,
  /** Begins the codes of its teams. */
  code: identifier,
  kind: teamKind.default('COMMUNITY'),
  decision: identifier,
  founded: z.strictObject(span),
  /** Members of all teams together, where the source states it. */
  members: count.optional(),
  zaloGroups: yesNo.default(false),
  /** One team for each commune. */
  communeTeams: z
    .strictObject({
      size,
      composition,
      responsibilities: z.array(z.enum(RESPONSIBILITY_KINDS)).default([]),
    })
    .optional(),
  villageTeams: z.strictObject({ count, villageKind: z.enum(UNIT_KINDS), size, composition }),
  activities: z.strictObject({ count, ...span }).optional(),
});
