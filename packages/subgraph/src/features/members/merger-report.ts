import { sameName } from '@cnscd/domain';
import type { ReportLine } from '../../entities/merger.ts';
import { happening, linesOf } from '../../operations/merger-report.ts';
import type { MembershipPlan } from './join-memberships.ts';
import type { MergedMembership, MergedRecord, Merging } from './members-for-merger.ts';

/** What a merger of records did, and where the records say different things: nobody decides that but people. */
export function reportOf({
  kept,
  duplicates,
  plan,
  isPhoneCarried,
}: Pick<Merging, 'kept' | 'duplicates'> & { plan: MembershipPlan; isPhoneCarried: boolean }): ReportLine[] {
  const others = duplicates.filter(({ displayName }) => sameName(kept.displayName, displayName) === null);
  const phones = new Set(
    [kept, ...duplicates].flatMap(({ phoneDigest }) => phoneDigest?.toString('hex') ?? []),
  );
  return happening([
    people('RECORDS_MERGED', idsOf(duplicates)),
    counted('MEMBERSHIPS_MOVED', plan.moved.length, teamsOf(plan.moved)),
    counted('MEMBERSHIPS_JOINED', plan.shared.length, teamsOf(plan.shared)),
    listed('ROLES_DIFFER', teamsThatDiffer(plan.shared)),
    people('NAMES_DIFFER', idsOf(others)),
    counted('PHONE_CARRIED', isPhoneCarried ? 1 : 0),
    counted('PHONES_DIFFER', phones.size > 1 ? phones.size : 0),
  ]);
}

const { listed, counted, people } = linesOf({
  RECORDS_MERGED: ['Hồ sơ gộp vào hồ sơ được giữ', 'Records that go into the kept one'],
  MEMBERSHIPS_MOVED: [
    'Lần tham gia tổ chuyển sang hồ sơ được giữ',
    'Memberships that move to the kept record',
  ],
  MEMBERSHIPS_JOINED: [
    'Lần tham gia cùng tổ, trùng ngày, được nối lại',
    'Memberships of the same days that are joined',
  ],
  ROLES_DIFFER: [
    'Tổ có vai trò khác nhau trong cùng ngày; giữ vai trò cao hơn',
    'Teams with different roles on the same days; the leading one is kept',
  ],
  NAMES_DIFFER: [
    'Hồ sơ có họ tên khác; giữ họ tên của hồ sơ được giữ',
    'Records with another name; the kept record’s name stays',
  ],
  PHONE_CARRIED: ['Số điện thoại chuyển sang hồ sơ được giữ', 'Phone number that moves to the kept record'],
  PHONES_DIFFER: [
    'Số điện thoại khác nhau; giữ số của hồ sơ được giữ, nếu có',
    'Different phone numbers; the kept record’s stays, if it has one',
  ],
});

const idsOf = (records: readonly MergedRecord[]) => records.map(({ id }) => id);

const teamsOf = (memberships: readonly MergedMembership[]) => [
  ...new Set(memberships.map(({ teamCode }) => teamCode)),
];

/** Teams in which the memberships that are joined have different roles, with what they say. */
const teamsThatDiffer = (memberships: readonly MergedMembership[]) =>
  teamsOf(memberships).flatMap((code) => {
    const roles = new Set(memberships.filter(({ teamCode }) => teamCode === code).map(({ role }) => role));
    return roles.size > 1 ? [`${code}: ${[...roles].join(', ')}`] : [];
  });
