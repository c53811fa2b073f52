import {
  ActivitiesDocument,
  type ActivitiesVariables,
  type Activity,
  ActivityDocument,
  type ActivityInList,
  type ActivityVariables,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';

export type ActivityFilter = Omit<ActivitiesVariables, 'first' | 'after'>;

/** Activities, newest first. Errors: `UNIT_NOT_FOUND`, `PERIOD_INVALID`. */
export interface Activities extends Listing<ActivityFilter, ActivityInList> {
  /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
  get(activity: ActivityVariables, options?: RequestOptions): Promise<Activity>;
}

export function activitiesOf(send: Send): Activities {
  return {
    ...listing(async (filter, options) => (await send(ActivitiesDocument, filter, options)).activities),
    get: async (activity, options) =>
      stated((await send(ActivityDocument, activity, options)).activity, 'activity'),
  };
}
