import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { codesInUse } from '../../../src/import/register/withdraw-register.ts';
import { officer, person, staffedTeams, stranger } from '../../support/people.ts';
import { photograph } from '../../support/photographs.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const [team, other] = await staffedTeams(database, '468', 2);
if (team === undefined || other === undefined) throw new Error('no teams');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const send = sendWrites(run, {
  Activity:
    'id status version evidenceCount evidence { id caption width height sizeBytes sha256 recordedAt }',
});
const attach = send('attachEvidence');
const remove = send('removeEvidence');
const verify = send('verifyActivity');

const contentBase64 = (await photograph()).toString('base64');
const PHOTOGRAPH = {
  contentBase64,
  confirmsNoIdentityDocument: true,
  caption: 'Buổi hướng dẫn tại nhà văn hóa',
};

async function newActivity(): Promise<string> {
  const made = await send('recordActivity')(team?.leader, {
    ...{ teamId: team?.id, kind: 'MEETING', title: 'Họp tổ', startsAt: '2026-11-20T08:00:00+07:00' },
  });
  return made.id;
}

const stored = (id: string) =>
  database.rows<{ image: Buffer; thumbnail: Buffer }>(sql`
    select image, thumbnail from activity_evidence where activity_id = ${id}::uuid`);

describe('a photograph of an activity', () => {
  it('is kept without the place where it was taken, and read as it is kept', async () => {
    const activityId = await newActivity();
    const attached = await attach(team.member, { ...PHOTOGRAPH, activityId });
    expect(attached).toMatchObject({ __typename: 'Activity', id: activityId, version: 2, evidenceCount: 1 });
    expect(attached.evidence).toMatchObject([{ caption: PHOTOGRAPH.caption, width: 600, height: 900 }]);
    const [row] = await stored(activityId);
    for (const bytes of [row?.image, row?.thumbnail]) {
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      for (const word of ['Exif\0', 'MayAnhThu']) expect(bytes?.includes(word)).toBe(false);
    }
    const { data, statements } = await run(
      'query ($id: ID!) { activity(id: $id) { evidenceCount evidence { sizeBytes sha256 thumbnailUrl imageUrl } } }',
      { id: activityId },
      { as: team.leader },
    );
    const [evidence] = data.activity.evidence;
    const bytesOf = (url: string) => Buffer.from(url.replace('data:image/jpeg;base64,', ''), 'base64');
    expect(bytesOf(evidence.imageUrl).equals(row?.image ?? Buffer.of())).toBe(true);
    expect(bytesOf(evidence.thumbnailUrl).equals(row?.thumbnail ?? Buffer.of())).toBe(true);
    const sha256 = createHash('sha256').update(bytesOf(evidence.imageUrl)).digest('hex');
    expect(evidence).toMatchObject({ sha256, sizeBytes: row?.image.length });
    expect(statements.sort()).toEqual(['activitySeen', 'evidenceOf', 'imageOf', 'scopeOf', 'thumbnailOf']);
  });

  it('is in no audit entry and in no outcome, and neither is its caption', async () => {
    const activityId = await newActivity();
    await attach(team.member, { ...PHOTOGRAPH, activityId, caption: 'Chú thích riêng' });
    const [entry] = await database.rows<{ after: Record<string, unknown> }>(sql`
      select after from audit_entry where entity_id = ${activityId} and field = 'attachEvidence'`);
    expect(entry?.after).toMatchObject({ evidence: { width: 600, height: 900 } });
    expect(JSON.stringify(entry)).not.toContain('Chú thích');
    expect(JSON.stringify(entry).length).toBeLessThan(300);
  });

  it('is drawn before the transaction begins', async () => {
    const { statements } = await attach(team.member, { ...PHOTOGRAPH, activityId: await newActivity() });
    expect(statements).toEqual([
      ...[
        'scopeOf',
        'activitySeen',
        'begin',
        'insertKey',
        'savepoint part',
        'activityForWrite',
        'countEvidence',
      ],
      ...['insertEvidence', 'writeEvidenceChange', 'appendAudits', 'storeOutcome', 'commit'],
      ...['scopeOf', 'activitySeen', 'evidenceOf'],
    ]);
  });

  it('is the same one when it comes again under its key', async () => {
    const input = { ...PHOTOGRAPH, activityId: await newActivity(), idempotencyKey: randomUUID() };
    await attach(team.member, input);
    expect(await attach(team.member, input)).toMatchObject({ version: 2, evidenceCount: 1 });
    expect(await attach(team.member, { ...input, caption: 'Khác' })).toMatchObject({ code: 'KEY_REUSED' });
  });

  it('makes who attached it a contributor, who then does not verify', async () => {
    const activityId = await newActivity();
    await attach(provincial, { ...PHOTOGRAPH, activityId });
    expect(await verify(provincial, { id: activityId, expectedVersion: 2 })).toMatchObject({
      code: 'VERIFY_OWN',
    });
    const another = officer('PROVINCIAL_OFFICER', '44');
    expect(await verify(another, { id: activityId, expectedVersion: 1 })).toMatchObject({
      __typename: 'Conflict',
    });
    expect(await verify(another, { id: activityId, expectedVersion: 2 })).toMatchObject({
      status: 'VERIFIED',
    });
  });

  it('is one of ten at most, also when they come at once', async () => {
    const activityId = await newActivity();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => attach(team.member, { ...PHOTOGRAPH, activityId })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Activity')).toHaveLength(10);
    const [refused] = answers.filter(({ __typename }) => __typename === 'Refusal');
    expect(refused).toMatchObject({ code: 'INPUT_INVALID', field: 'activityId', retryable: false });
    expect(await stored(activityId)).toHaveLength(10);
  });

  it('is removed for ever by who attached it, by the leader, by an officer, and not by others', async () => {
    const activityId = await newActivity();
    const attached = await attach(team.member, { ...PHOTOGRAPH, activityId });
    const [{ id }] = attached.evidence;
    const [colleague] = await database.rows<{ id: string }>(sql`
      select member_id as id from membership
      where team_id = ${team.id}::uuid and role = 'MEMBER' and member_id <> ${team.member.memberId}::uuid limit 1`);
    if (colleague === undefined) throw new Error('the team has only one member');
    const target = { id, activityId, expectedVersion: 2 };
    expect(await remove(person(colleague.id), target)).toMatchObject({ code: 'NOT_PERMITTED', field: 'id' });
    expect(await remove(stranger(), target)).toMatchObject({
      code: 'ACTIVITY_NOT_FOUND',
      field: 'activityId',
    });
    expect(await remove(team.member, { ...target, expectedVersion: 1 })).toMatchObject({
      __typename: 'Conflict',
    });
    const removed = await remove(team.member, target);
    expect(removed).toMatchObject({ version: 3, evidenceCount: 0 });
    expect(removed.statements).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'activityForWrite',
        'evidenceForWrite',
        'deleteEvidence',
      ],
      ...[
        'writeEvidenceChange',
        'appendAudits',
        'storeOutcome',
        'commit',
        'scopeOf',
        'activitySeen',
        'evidenceOf',
      ],
    ]);
    expect(await stored(activityId)).toEqual([]);
    expect(await remove(team.leader, { ...target, expectedVersion: 3 })).toMatchObject({
      ...{ code: 'EVIDENCE_NOT_FOUND', field: 'id', retryable: true },
    });
    for (const [as, version] of [
      [team.leader, 3],
      [provincial, 5],
    ] as const) {
      const next = await attach(team.member, { ...PHOTOGRAPH, activityId });
      const again = await remove(as, { id: next.evidence[0].id, activityId, expectedVersion: version + 1 });
      expect(again).toMatchObject({ version: version + 2, evidenceCount: 0 });
    }
  });

  it('of another activity is not found', async () => {
    const attached = await attach(team.member, { ...PHOTOGRAPH, activityId: await newActivity() });
    const activityId = await newActivity();
    const { id } = attached.evidence[0];
    expect(await remove(team.leader, { id, activityId, expectedVersion: 1 })).toMatchObject({
      code: 'EVIDENCE_NOT_FOUND',
    });
  });

  it('neither comes nor goes once the activity is verified', async () => {
    const activityId = await newActivity();
    const attached = await attach(team.member, { ...PHOTOGRAPH, activityId });
    await verify(provincial, { id: activityId, expectedVersion: 2 });
    expect(await attach(team.member, { ...PHOTOGRAPH, activityId })).toMatchObject({
      code: 'ACTIVITY_STATE',
    });
    const target = { id: attached.evidence[0].id, activityId, expectedVersion: 3 };
    expect(await remove(team.leader, target)).toMatchObject({ code: 'ACTIVITY_STATE', field: 'status' });
  });
});

describe('a photograph of a made-up activity', () => {
  it('is real: the made-up team is no longer made anew', async () => {
    const [synthetic] = await database.rows<{ id: string; entry: string }>(sql`
      select a.id, regexp_replace(t.code, '-[^-]*$', '') as entry from activity a join team t on t.id = a.team_id
      where a.is_synthetic and a.status = 'DONE' and t.id <> ${team.id}::uuid order by t.code desc, a.id limit 1`);
    if (synthetic === undefined) throw new Error('no made-up activity is only done');
    const client = await database.pool.connect();
    try {
      expect(await codesInUse(client, [synthetic.entry])).toEqual([]);
      const attached = await attach(officer('ADMINISTRATOR', 'VN'), {
        ...PHOTOGRAPH,
        activityId: synthetic.id,
      });
      expect(attached).toMatchObject({ __typename: 'Activity', evidenceCount: 1 });
      expect(await codesInUse(client, [synthetic.entry])).toEqual([synthetic.entry]);
    } finally {
      client.release();
    }
  });
});

describe('what is not kept', () => {
  it.each([
    [{ confirmsNoIdentityDocument: false }, 'IMAGE_INVALID', 'confirmsNoIdentityDocument'],
    [{ contentBase64: Buffer.from('<html>').toString('base64') }, 'IMAGE_INVALID', 'contentBase64'],
    [{ contentBase64: contentBase64.slice(0, 2000) }, 'IMAGE_INVALID', 'contentBase64'],
    [{ contentBase64: 'x'.repeat(1_900_000) }, 'IMAGE_INVALID', 'contentBase64'],
    [{ caption: 'Ông An, CCCD 045201000123' }, 'TEXT_SENSITIVE', 'caption'],
    [{ caption: 'a\0b' }, 'TEXT_INVALID', 'caption'],
    [{ caption: 'x\ud800' }, 'TEXT_INVALID', 'caption'],
    [{ caption: 'x'.repeat(1_000_000) }, 'TEXT_INVALID', 'caption'],
    [{ id: 'x' }, 'ID_INVALID', 'id'],
    [{ activityId: 'x\0' }, 'ID_INVALID', 'activityId'],
    [{ activityId: randomUUID() }, 'ACTIVITY_NOT_FOUND', 'activityId'],
  ])('is an input like this one, whose fault is in %#', async (fault, code, field) => {
    const activityId = await newActivity();
    const refused = await attach(team.member, { ...PHOTOGRAPH, activityId, ...fault });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await stored(activityId)).toEqual([]);
  });

  it('is refused for good under its key', async () => {
    const input = { ...PHOTOGRAPH, activityId: await newActivity(), idempotencyKey: randomUUID() };
    const bad = { ...input, contentBase64: Buffer.from('<html>').toString('base64') };
    expect(await attach(team.member, bad)).toMatchObject({ code: 'IMAGE_INVALID', retryable: false });
    expect(await attach(team.member, bad)).toMatchObject({ code: 'IMAGE_INVALID' });
    expect(await attach(team.member, input)).toMatchObject({ code: 'KEY_REUSED' });
  });

  it.each([
    ['the public', undefined, 'SIGN_IN_REQUIRED', []],
    ['a stranger', stranger(), 'ACTIVITY_NOT_FOUND', ['scopeOf', 'activitySeen']],
    ['the leader of another team', other.leader, 'ACTIVITY_NOT_FOUND', ['scopeOf', 'activitySeen']],
    [
      'an officer of another province',
      officer('PROVINCIAL_OFFICER', '48'),
      'ACTIVITY_NOT_FOUND',
      ['scopeOf', 'activitySeen'],
    ],
  ])('comes from %s, and is not even looked at', async (_, as, code, first) => {
    const activityId = await newActivity();
    // What is no image would be refused as such if it were looked at.
    const refused = await attach(as, { ...PHOTOGRAPH, contentBase64: 'AAAA', activityId });
    expect(refused).toMatchObject({ code, retryable: true });
    expect(refused.statements.slice(0, 2)).toEqual(first);
  });

  it('is asked for in masses', async () => {
    const made = await Promise.all([newActivity(), newActivity(), newActivity()]);
    await Promise.all(
      made.flatMap((activityId) =>
        Array.from({ length: 7 }, () => attach(team.member, { ...PHOTOGRAPH, activityId })),
      ),
    );
    const query = `query ($id: ID!, $first: Int!, $images: Boolean!) { activities(teamId: $id, first: $first) { nodes { evidence { thumbnailUrl imageUrl @include(if: $images) } } } }`;
    const ask = (first: number, images: boolean) =>
      run(query, { id: team.id, first, images }, { as: team.member });
    const { data } = await run(
      `query ($id: ID!) { activities(teamId: $id, first: 100) { nodes { evidenceCount } } }`,
      { id: team.id },
      { as: team.member },
    );
    const counts = data.activities.nodes.map((node: { evidenceCount: number }) => node.evidenceCount);
    const many = counts.length;
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBeGreaterThan(20);
    const images = await ask(many, true);
    expect(images.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', field: 'imageUrl' });
    expect((await ask(many, false)).errors).toBeUndefined();
  });
});
