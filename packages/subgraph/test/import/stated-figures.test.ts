import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('loaded');

interface Stated {
  value: number;
  qualifier: string;
  period: string | null;
  target: string | null;
}

/** What is stated about a unit on a day, by "INDICATOR", "INDICATOR:LEVEL" or "INDICATOR:KIND". */
async function stated(code: string, day: string, source: string): Promise<Record<string, number | string>> {
  const rows = await db.rows<Stated & { about: string }>(sql`
    select concat_ws(':', indicator_code, figure.level, team_kind) as about, value::float8 as value, qualifier
    from reported_figure figure
    join admin_unit unit on unit.id = figure.unit_id
    where unit.code = ${code} and as_of = ${day} and figure.source_id = ${source} and superseded_at is null`);
  return Object.fromEntries(
    rows.map(({ about, value, qualifier }) => [
      about,
      qualifier === 'EXACT' ? value : `${qualifier} ${value}`,
    ]),
  );
}

const S0 = 'vietnamnet-2225596';
const S1 = 'mic-197156752';
const S2 = 'da-nang-2024-11-27';
const S3 = 'quang-ninh-2022-08-16';
const S4 = 'mic-155367';

describe('figures as the sources state them', () => {
  it.each([
    [
      'Quảng Trị',
      '45',
      '2023-09-30',
      S0,
      {
        ...{ 'TEAMS:COMMUNE': 115, 'TEAMS:VILLAGE': 715, MEMBERS: 4327 },
        ...{ DTI_RANK: 55, DTI_GOVERNMENT_RANK: 55, DTI_ECONOMY_RANK: 51, DTI_SOCIETY_RANK: 54 },
        ...{ DIGITAL_ECONOMY_GRDP_SHARE: 'ESTIMATE 9.03', DIGITAL_ECONOMY_GRDP_RANK: 26 },
        ...{ STEERING_COMMITTEE_RATE: 100, ADULT_SMARTPHONE_RATE: 99.53, HOUSEHOLD_SMARTPHONE_RATE: 95.22 },
        ...{ HOUSEHOLD_FIBRE_RATE: 'ESTIMATE 80.51', STATE_BODY_NETWORK_RATE: 100 },
      },
    ],
    ['Đakrông', '467', '2023-09-30', S0, { 'TEAMS:COMMUNE': 13, 'TEAMS:VILLAGE': 71, MEMBERS: 532 }],
    ['Cam Lộ', '468', '2023-09-30', S0, { TEAMS: 91, 'TEAMS:COMMUNE': 8, 'TEAMS:VILLAGE': 83, MEMBERS: 565 }],
    [
      'Cam Lộ, first half of 2023',
      '468',
      '2023-06-30',
      S0,
      {
        ONLINE_DOSSIER_RATE_LEVEL_3: 98.5,
        'ONLINE_DOSSIER_RATE_LEVEL_3:DISTRICT': 100,
        'ONLINE_DOSSIER_RATE_LEVEL_3:COMMUNE': 98.5,
        ONLINE_DOSSIER_RATE_LEVEL_4: 97.3,
        'ONLINE_DOSSIER_RATE_LEVEL_4:DISTRICT': 100,
        'ONLINE_DOSSIER_RATE_LEVEL_4:COMMUNE': 97.2,
        ONLINE_PAYMENT_RATE: 42.8,
      },
    ],
    [
      'thị xã Quảng Trị',
      '462',
      '2023-09-30',
      S0,
      { 'STEERING_COMMITTEES:DISTRICT': 1, 'STEERING_COMMITTEES:COMMUNE': 5, 'TEAMS:VILLAGE': 6 },
    ],
    [
      'Bến Tre',
      '83',
      '2022-11-30',
      S1,
      { 'TEAMS:DISTRICT': 9, 'TEAMS:COMMUNE': 129, 'TEAMS:VILLAGE': 427, MEMBERS: 'AT_LEAST 4000' },
    ],
    [
      'Đại Điền',
      '29188',
      '2022-11-30',
      S1,
      {
        ...{ 'TEAMS:COMMUNE': 1, 'TEAMS:VILLAGE': 7, 'MEMBERS:COMMUNE': 12 },
        ONLINE_SERVICE_ACCOUNTS: 'AT_LEAST 300',
      },
    ],
    [
      'Tân Phong',
      '29194',
      '2022-11-30',
      S1,
      {
        ...{ TRADERS_WITH_QR_PAYMENT: 'ABOUT 30', RESIDENT_SMARTPHONE_RATE: 70 },
        ...{ YOUTH_SQUAD_CORE_MEMBERS: 7, PEOPLE_REACHED: 'ABOUT 2000' },
      },
    ],
    [
      'Đà Nẵng',
      '48',
      '2024-11-27',
      S2,
      {
        ...{ 'TEAMS:MERGED_DE_AN_06': 2531, 'MEMBERS:MERGED_DE_AN_06': 15862, COMMUNE_COVERAGE_RATE: 100 },
        ...{ SERVICES_WITH_DOSSIERS_RATE: 96, ONLINE_DOSSIER_RATE: 94 },
        ...{ ADULT_E_ID_RATE: 'ABOUT 90', ADULT_CITIZEN_ACCOUNT_RATE: 45 },
      },
    ],
    [
      'Đà Nẵng with Quảng Nam',
      '48',
      '2025-12-25',
      'vneconomy-2025-12-25',
      { TEAMS: 3766, MEMBERS: 24303, COMMUNES: 93, COMMUNES_COVERED: 93 },
    ],
    [
      'Đà Nẵng in other press',
      '48',
      '2024-08-31',
      'vietnamnet-2024-08',
      { TEAMS: 'ABOUT 2400', MEMBERS: 'ABOUT 12000' },
    ],
    [
      'Quảng Ninh',
      '22',
      '2022-08-16',
      S3,
      {
        ...{ TEAMS: 1473, 'TEAMS:COMMUNITY': 1462, 'TEAMS:ENTERPRISE': 11, MEMBERS: 11255 },
        ...{ COMMUNES_COVERED: 177, VILLAGES: 1452, VILLAGES_COVERED: 1452 },
        ...{ YOUTH_SQUADS: 1473, YOUTH_UNION_MEMBERS: 2634 },
      },
    ],
    // No TEAMS: the source counts villages and members, not teams.
    ['Hà Giang', '02', '2022-10-14', S4, { VILLAGES: 2071, MEMBERS: 12131, TEAM_LEVELS: 4 }],
    [
      'Minh Khai',
      '00697',
      '2022-10-14',
      S4,
      { VILLAGES: 22, VILLAGES_COVERED: 22, 'TEAMS:VILLAGE': 22, E_CERTIFICATION_DOSSIERS: 0 },
    ],
    ['Lũng Cú', '00715', '2022-10-14', S4, { ONLINE_SERVICE_USERS: 0 }],
    ['Việt Nam', 'VN', '2023-09-04', 'cafef-2023-09-04', { NATIONAL_TEAMS: 76905, NATIONAL_MEMBERS: 356914 }],
  ])('%s', async (_, code, day, source, figures) => {
    expect(await stated(code, day, source)).toEqual(figures);
  });

  it.each([
    ['45', '2023-09-30', 125],
    ['83', '2022-09-30', 157],
    ['48', '2024-11-01', 56],
    ['22', '2022-08-16', 177],
    ['02', '2022-09-30', 193],
    ['44', '2025-07-01', 78],
    ['86', '2025-07-01', 124],
    ['08', '2025-07-01', 124],
  ])('counts the communes of %s on %s', async (code, day, communes) => {
    expect(await stated(code, day, 'danh-muc-hanh-chinh')).toMatchObject({ COMMUNES: communes });
  });

  it('keeps the source’s own words, and the change and target that it names', async () => {
    const [rank, payment] = await db.rows(sql`
      select stated_change::float8 as change, period, target_code as target, statement
      from reported_figure where indicator_code in ('DTI_RANK', 'ONLINE_PAYMENT_RATE') order by indicator_code`);
    expect(rank).toMatchObject({
      change: 2,
      period: '2023',
      statement: expect.stringContaining('tăng 2 bậc'),
    });
    expect(payment).toMatchObject({
      ...{ period: '2023-H1', target: 'QT-CAM-LO-ONLINE-PAYMENT' },
      statement: expect.stringContaining('vượt 30% so với chỉ tiêu được giao'),
    });
  });

  it('has no figure without its source’s words', async () => {
    const missing = await db.rows(
      sql`select fact_key from reported_figure where coalesce(statement, '') = ''`,
    );
    expect(missing).toEqual([]);
  });
});
