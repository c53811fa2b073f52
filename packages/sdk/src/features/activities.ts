import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  ActivitiesByWeekdayDocument,
  type ActivitiesByWeekdayResult,
  type ActivitiesByWeekdayVariables,
  ActivitiesDocument,
  type ActivitiesVariables,
  type Activity,
  ActivityDocument,
  ActivityEvidenceDocument,
  type ActivityInList,
  type ActivitySeries,
  ActivitySeriesDocument,
  type ActivityVariables,
  AttachEvidenceDocument,
  type AttachEvidenceInput,
  CancelActivityDocument,
  type CancelActivityInput,
  CancelActivitySeriesDocument,
  type CancelActivitySeriesInput,
  type Evidence,
  PlanActivitySeriesDocument,
  type PlanActivitySeriesInput,
  RecordActivityDocument,
  type RecordActivityInput,
  RemoveEvidenceDocument,
  type RemoveEvidenceInput,
  ReturnActivityDocument,
  type ReturnActivityInput,
  UpdateActivityDocument,
  type UpdateActivityInput,
  VerifyActivityDocument,
  type VerifyActivityInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

/** Verified activities of a unit by weekday and part of the day. */
export type WeekdayActivities = ActivitiesByWeekdayResult['activitiesByWeekday'][number];

/** Photos take their time on a village's line. */
const PHOTO_TIMEOUT_MS = 60_000;

export type ActivityFilter = Omit<ActivitiesVariables, 'first' | 'after'>;

/**
 * Activities, newest first: those of the caller's teams and of the units that he or she looks after.
 *
 * Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `TEAM_NOT_FOUND`, `PERIOD_INVALID`.
 */
export interface Activities extends Listing<ActivityFilter, ActivityInList> {
  /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
  get(activity: ActivityVariables, options?: RequestOptions): Promise<Activity>;
  /**
   * Records what a team did, or what it plans. Nothing counts before an officer has verified it.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `ACTIVITY_IN_FUTURE`, `COUNTS_CONTRADICT`, `TEXT_SENSITIVE`, …
   * @example
   * const activity = await client.activities.record({
   *   teamId,
   *   kind: 'HOUSEHOLD_VISIT',
   *   title: 'Hướng dẫn cài VNeID tại nhà',
   *   startsAt: '2026-11-20T08:00:00+07:00',
   *   outcomes: [{ topic: 'E_ID', reached: 12, assisted: 8, succeeded: 7 }],
   * });
   */
  record(activity: Keyed<RecordActivityInput>, options?: RequestOptions): Promise<Activity>;
  /**
   * Changes an activity, or says that a planned one took place. A verified or returned one is verified anew.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `ACTIVITY_NOT_FOUND`, `ACTIVITY_STATE`, `NOT_PERMITTED`, …
   */
  update(change: Keyed<UpdateActivityInput>, options?: RequestOptions): Promise<Activity>;
  /**
   * Confirms an activity: from now on it counts. For officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `VERIFY_OWN`, `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`
   */
  verify(judgement: Keyed<VerifyActivityInput>, options?: RequestOptions): Promise<Activity>;
  /**
   * Sends an activity back to its team with what is to be mended. For officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`, `TEXT_INVALID`
   */
  return(judgement: Keyed<ReturnActivityInput>, options?: RequestOptions): Promise<Activity>;
  /**
   * Says that an activity did not take place. For leaders and officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`, `TEXT_INVALID`
   */
  cancel(judgement: Keyed<CancelActivityInput>, options?: RequestOptions): Promise<Activity>;
  /**
   * Plans activities that recur: on weekdays, or on a day of the month. For leaders and officers.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, `DATE_INVALID`, `INPUT_INVALID`, …
   * @example
   * const { activities } = await client.activities.planSeries({
   *   ...{ teamId, kind: 'ONE_STOP_DESK_DUTY', title: 'Trực bộ phận một cửa' },
   *   ...{ from: '2026-12-01', until: '2026-12-31', time: '07:30', weekdays: ['MONDAY', 'THURSDAY'] },
   * });
   */
  planSeries(series: Keyed<PlanActivitySeriesInput>, options?: RequestOptions): Promise<ActivitySeries>;
  /**
   * Calls off what is still planned of a series. For leaders and officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `ACTIVITY_NOT_FOUND`, `NOT_PERMITTED`
   */
  cancelSeries(
    judgement: Keyed<CancelActivitySeriesInput>,
    options?: RequestOptions,
  ): Promise<ActivitySeries>;
  /** @throws {CnscdError} `ACTIVITY_NOT_FOUND` */
  series(series: { id: string }, options?: RequestOptions): Promise<ActivitySeries>;
  /**
   * Adds a photo, JPEG, PNG or WebP of at most 1.4 MB; the server draws it anew, without the place where it was taken.
   * Never of an identity document. `timeoutMs` is 60,000 here.
   *
   * @throws {CnscdError} `IMAGE_INVALID`, `ACTIVITY_STATE`, `ACTIVITY_NOT_FOUND`
   */
  attachEvidence(photo: Keyed<AttachEvidenceInput>, options?: RequestOptions): Promise<Activity>;
  /** @throws {CnscdError} `EVIDENCE_NOT_FOUND`, `ACTIVITY_STATE`, `NOT_PERMITTED` */
  removeEvidence(photo: Keyed<RemoveEvidenceInput>, options?: RequestOptions): Promise<Activity>;
  /** The photos of an activity, each with a small picture as a data URL; at most 10. */
  evidence(activity: { id: string }, options?: RequestOptions): Promise<Evidence[]>;
  /** When a unit's teams work. @throws {CnscdError} `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `PERIOD_INVALID` */
  byWeekday(unit: ActivitiesByWeekdayVariables, options?: RequestOptions): Promise<WeekdayActivities[]>;
}

export function activitiesOf({ query: send, write }: Connection): Activities {
  return {
    ...listing(async (filter, options) => (await send(ActivitiesDocument, filter, options)).activities),
    get: async (activity, options) =>
      stated((await send(ActivityDocument, activity, options)).activity, 'activity'),
    record: (activity, options) => write(RecordActivityDocument, 'recordActivity', withId(activity), options),
    update: (change, options) => write(UpdateActivityDocument, 'updateActivity', change, options),
    verify: (judgement, options) => write(VerifyActivityDocument, 'verifyActivity', judgement, options),
    return: (judgement, options) => write(ReturnActivityDocument, 'returnActivity', judgement, options),
    cancel: (judgement, options) => write(CancelActivityDocument, 'cancelActivity', judgement, options),
    planSeries: (series, options) =>
      write(PlanActivitySeriesDocument, 'planActivitySeries', withId(series), options),
    cancelSeries: (judgement, options) =>
      write(CancelActivitySeriesDocument, 'cancelActivitySeries', judgement, options),
    series: async (series, options) =>
      stated((await send(ActivitySeriesDocument, series, options)).activitySeries, 'activitySeries'),
    attachEvidence: (photo, options) =>
      write(AttachEvidenceDocument, 'attachEvidence', withId(photo), {
        timeoutMs: PHOTO_TIMEOUT_MS,
        ...options,
      }),
    removeEvidence: (photo, options) => write(RemoveEvidenceDocument, 'removeEvidence', photo, options),
    evidence: async (activity, options) =>
      stated((await send(ActivityEvidenceDocument, activity, options)).activity, 'activity').evidence,
    byWeekday: async (unit, options) =>
      (await send(ActivitiesByWeekdayDocument, unit, options)).activitiesByWeekday,
  };
}
