import sql, { type Sql } from 'sql-template-tag';
import { handlesMember, type Scope } from './scope.ts';

/** Whether the data of the person of an id are restricted. */
export const isRestricted = (memberId: Sql): Sql =>
  sql`exists (select from restriction r where r.member_id = ${memberId} and r.lifted_at is null)`;

/** Whether the scope may be told who the person of an id is: of a restricted one only officers handling him or her, and the person. */
export const mayBeNamed = (scope: Scope, memberId: Sql): Sql =>
  sql`(not ${isRestricted(memberId)} or ${handlesMember(scope, memberId)}
    or coalesce(${memberId} = ${scope.memberId}::uuid, false))`;
