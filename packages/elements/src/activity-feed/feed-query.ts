import type { ActivityStatus } from '@cnscd/domain';
import { type ActivityInList, type Send, type TypedDocument, typedDocument } from '@cnscd/sdk';

export interface FeedVariables {
  unitCode: string | null;
  teamId: string | null;
  period: string | null;
  status: ActivityStatus | null;
  first: number;
  after: string | null;
}

export type FeedActivity = Pick<
  ActivityInList,
  'id' | 'kind' | 'status' | 'title' | 'startsAt' | 'place' | 'isSynthetic' | 'outcomes'
> & { team: Pick<ActivityInList['team'], 'id' | 'name'> };

export interface FeedPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: FeedActivity[];
}

export const FEED_QUERY: TypedDocument<{ activities: FeedPage }, FeedVariables> = typedDocument(
  `query CnscdActivityFeed($unitCode:String,$teamId:ID,$period:Period,$status:ActivityStatus,$first:Int,$after:String){
activities(unitCode:$unitCode,teamId:$teamId,period:$period,status:$status,first:$first,after:$after){
totalCount pageInfo{hasNextPage endCursor}nodes{id kind status title startsAt place isSynthetic team{id name}
outcomes{topic reached assisted succeeded}}}}`,
);

export async function askFeed(query: Send, variables: FeedVariables, signal: AbortSignal): Promise<FeedPage> {
  return (await query(FEED_QUERY, variables, { signal })).activities;
}
