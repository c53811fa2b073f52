import { SUBJECT_REQUEST_KINDS } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { person } from '../../support/people.ts';
import { teamWithRights, writing } from './writing.ts';

// A Monday, 23 November 2026.
const { run, database, team, other, commune, foreign, somebody } =
  await teamWithRights('2026-11-23T03:00:00Z');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const acknowledge = writing(run, 'acknowledgeSubjectRequest', 'SubjectRequest');
const extend = writing(run, 'extendSubjectRequest', 'SubjectRequest');
const complete = writing(run, 'completeSubjectRequest', 'SubjectRequest');
const refuse = writing(run, 'refuseSubjectRequest', 'SubjectRequest');
const record = writing(run, 'recordConsent', 'Consent');
const withdraw = writing(run, 'withdrawConsent', 'Consent');

const asked = (memberId: string, more: Record<string, unknown> = {}) => ({
  ...{
    memberId,
    kind: 'OBJECT',
    channel: 'PAPER',
    receivedOn: '2026-11-20',
    statement: 'Không muốn nhận tin',
  },
  ...more,
});

describe('a request', () => {
  it('is to be confirmed within 2 working days and answered within 15, or 20 with a processor', async () => {
    const { id } = await somebody();
    // Friday, 20 November 2026, and no day off until the new year.
    expect(await receive(commune, asked(id))).toMatchObject({
      ...{ version: 1, status: 'RECEIVED', acknowledgeDueOn: '2026-11-24', dueOn: '2026-12-11' },
      ...{ nextDueOn: '2026-11-24', isOverdue: false, isDueProvisional: false },
    });
    expect(await receive(commune, asked(id, { hasProcessor: true }))).toMatchObject({ dueOn: '2026-12-18' });
  });

  it('counts no day off: over Tết it takes longer', async () => {
    const { id } = await somebody();
    const request = await receive(commune, asked(id, { receivedOn: '2026-02-13' }));
    const { rows } = await database.pool.query<{ n: string }>(
      `select count(*) as n from generate_series(date '2026-02-14', $1::date, '1 day') d
       where (extract(isodow from d) < 6 and not exists (select from calendar_day c where c.day = d and c.kind in ('HOLIDAY', 'IN_LIEU')))
         or exists (select from calendar_day c where c.day = d and c.kind = 'MAKE_UP')`,
      [request.dueOn],
    );
    expect(Number(rows[0]?.n)).toBe(15);
    expect(request.dueOn > '2026-03-06').toBe(true);
    expect(request).toMatchObject({ isOverdue: true });
  });

  it('has terms that are dated data, and says which of them nobody has verified', async () => {
    const { data } = await run(
      '{ responseTerms { kind acknowledgeDays days daysWithProcessor extensionDays isVerified } }',
    );
    const terms = data.responseTerms as { kind: string; days: number; isVerified: boolean }[];
    expect(terms.map(({ kind }) => kind).sort()).toEqual([...SUBJECT_REQUEST_KINDS].sort());
    expect(
      terms
        .filter(({ isVerified }) => isVerified)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...['OBJECT', 'RESTRICT', 'WITHDRAW']]);
    for (const { days } of terms) expect(days).toBeGreaterThanOrEqual(10);
    await database.rows(sql`
      insert into response_term select kind, '2026-12-01', null, 1, 5, 6, 3, 'CALENDAR', 'Thử', false, null
      from response_term where kind = 'SEE'`);
    const later = await run('{ responseTerms(asOf: "2026-12-02") { kind days } }');
    expect(later.data.responseTerms).toContainEqual({ kind: 'SEE', days: 5 });
  });

  it('of a day without a term is refused and may come again', async () => {
    const { id } = await somebody();
    expect(await receive(commune, asked(id, { receivedOn: '2025-12-31' }))).toMatchObject({
      ...{ code: 'RESPONSE_TERM_NOT_FOUND', retryable: true },
    });
  });

  it('goes its way: confirmed, extended once, done', async () => {
    const { id } = await somebody();
    const request = await receive(person(id), asked(id, { channel: 'PORTAL' }));
    const step = { id: request.id as string };
    const tooEarly = await extend(commune, {
      ...step,
      expectedVersion: 1,
      days: 5,
      reason: 'Cần tra hồ sơ giấy',
    });
    expect(tooEarly).toMatchObject({ code: 'REQUEST_STATE' });
    expect(await acknowledge(commune, { ...step, expectedVersion: 1 })).toMatchObject({
      ...{ status: 'ACKNOWLEDGED', acknowledgedOn: '2026-11-23', nextDueOn: '2026-12-11', version: 2 },
    });
    const longer = { ...step, expectedVersion: 2, reason: 'Cần tra hồ sơ giấy' };
    expect(await extend(commune, { ...longer, days: 16 })).toMatchObject({
      code: 'COUNT_INVALID',
      field: 'days',
    });
    expect(await extend(commune, { ...longer, days: 10 })).toMatchObject({
      ...{
        status: 'EXTENDED',
        extensionDays: 10,
        extensionReason: 'Cần tra hồ sơ giấy',
        dueOn: '2026-12-25',
      },
    });
    const again = await extend(commune, { ...longer, expectedVersion: 3, days: 1 });
    expect(again).toMatchObject({ code: 'REQUEST_STATE' });
    const done = await complete(commune, { ...step, expectedVersion: 3, outcome: 'Đã thôi gửi tin' });
    expect(done).toMatchObject({
      status: 'DONE',
      closedOn: '2026-11-23',
      nextDueOn: null,
      outcome: 'Đã thôi gửi tin',
    });
    const late = await refuse(commune, { ...step, expectedVersion: 4, reason: 'Không' });
    expect(late).toMatchObject({ code: 'REQUEST_STATE' });
  });

  it('may be refused for a reason', async () => {
    const { id } = await somebody();
    const { id: requestId } = await receive(commune, asked(id));
    const refused = await refuse(commune, { id: requestId, expectedVersion: 1, reason: 'Luật yêu cầu lưu' });
    expect(refused).toMatchObject({ status: 'REFUSED', outcome: 'Luật yêu cầu lưu', version: 2 });
  });

  it('is not closed by saying so: what was asked for must have happened', async () => {
    const { id } = await somebody();
    const close = async (kind: string) => {
      const request = await receive(commune, asked(id, { kind }));
      return complete(commune, { id: request.id, expectedVersion: 1, outcome: 'Xong' });
    };
    expect(await close('ERASE')).toMatchObject({ code: 'REQUEST_STATE' });
    expect(await close('RESTRICT')).toMatchObject({ code: 'REQUEST_STATE' });
    expect(await close('WITHDRAW')).toMatchObject({ code: 'REQUEST_STATE' });
    const consent = await record(commune, {
      ...{ memberId: id, purpose: 'NOTICES', basis: 'CONSENT', textVersion: '2026-01', channel: 'PAPER' },
      givenOn: '2026-11-01',
    });
    await withdraw(commune, {
      id: consent.id,
      expectedVersion: 1,
      channel: 'PAPER',
      withdrawnOn: '2026-11-23',
    });
    expect(await close('WITHDRAW')).toMatchObject({ status: 'DONE' });
  });
});

describe('the list of what is due', () => {
  const list = async (as: Parameters<typeof receive>[0], args: string) => {
    const { data, errors } = await run(
      `{ subjectRequests(${args}) { totalCount nodes { id nextDueOn isOverdue } } }`,
      {},
      {
        as,
      },
    );
    expect(errors).toBeUndefined();
    return data.subjectRequests as { totalCount: number; nodes: { id: string; nextDueOn: string | null }[] };
  };

  it('has what is due first at its head, closed ones last, and pages through all', async () => {
    const all = await list(commune, 'first: 200');
    const days = all.nodes.map(({ nextDueOn }) => nextDueOn ?? 'closed');
    expect(days).toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(5);
    const seen: string[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const { data } = await run(
        'query ($after: String) { subjectRequests(first: 3, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }',
        { after },
        { as: commune },
      );
      seen.push(...data.subjectRequests.nodes.map(({ id }: { id: string }) => id));
      after = data.subjectRequests.pageInfo.endCursor;
      isMore = data.subjectRequests.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.nodes.map(({ id }) => id));
  });

  it('tells what is overdue, and what is due by a day', async () => {
    const overdue = await list(commune, 'isOverdue: true');
    expect(overdue.totalCount).toBe(1);
    const soon = await list(commune, 'dueBy: "2026-11-24"');
    expect(soon.nodes.every(({ nextDueOn }) => nextDueOn !== null && nextDueOn <= '2026-11-24')).toBe(true);
  });

  it('is for those who handle the people, and for each person the own ones', async () => {
    const { id } = await somebody(other.id);
    const request = await receive(commune, asked(id));
    expect((await list(person(id), 'first: 10')).nodes.map((node) => node.id)).toEqual([request.id]);
    expect((await list(foreign, 'first: 10')).totalCount).toBe(0);
    expect((await list(team.leader, 'first: 10')).totalCount).toBe(0);
    const one = await run(
      'query ($id: ID!) { subjectRequest(id: $id) { id } }',
      { id: request.id },
      { as: foreign },
    );
    expect(one.errors?.[0]?.extensions).toMatchObject({ code: 'REQUEST_NOT_FOUND' });
  });

  it('costs as many statements for one request as for all', async () => {
    const ask = async (first: number) =>
      (
        await run(
          `{ subjectRequests(first: ${first}) { totalCount nodes { member { displayName consents { purpose text { wording } } } } } }`,
          {},
          {
            as: commune,
          },
        )
      ).statements;
    expect((await ask(1)).length).toBeLessThanOrEqual((await ask(20)).length);
    expect(await ask(20)).toHaveLength(6);
  });
});
