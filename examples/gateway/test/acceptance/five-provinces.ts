import { describe, expect, it } from 'vitest';
import type { runningGateway } from '../support/running-gateway.ts';
import { level, OVERVIEW, type Overview, reportedCoverage, warning } from './overview.ts';

/** What the sources of the five provinces state, number by number, as the gateway must answer it. */
export function describeFiveProvinces(ask: ReturnType<typeof runningGateway>['ask']): void {
  async function overview(code: string, asOf: string, boundary = 'AS_REPORTED'): Promise<Overview> {
    const { data, errors } = await ask(OVERVIEW, { code, asOf, boundary });
    expect(errors).toEqual([]);
    return data.overview;
  }

  /** Figures of one unit by indicator and level, as sources state them. */
  async function figures(code: string, asOf: string, indicatorCodes: string[]) {
    const { data, errors } = await ask(
      `query ($code: String!, $asOf: Date, $indicators: [String!]) {
      adminUnit(code: $code, asOf: $asOf) {
        figures(indicatorCodes: $indicators, asOf: $asOf) {
          indicator { code } level value valueMax qualifier period statedChange statement source { id }
        }
      }
    }`,
      { code, asOf, indicators: indicatorCodes },
    );
    expect(errors).toEqual([]);
    return data.adminUnit.figures as {
      indicator: { code: string };
      level: string | null;
      value: number;
      qualifier: string;
      statedChange: number | null;
    }[];
  }

  async function kpi(code: string, period: string, indicatorCodes: string[]) {
    const { data, errors } = await ask(
      `query ($code: String!, $period: Period!, $indicators: [String!]) {
      kpiBoard(unitCode: $code, period: $period, indicatorCodes: $indicators) {
        rows { indicator { code } total {
          value qualifier attainment warnings { code }
          target { value period comparator measureUnit readings unit { code } }
        } }
      }
    }`,
      { code, period, indicators: indicatorCodes },
    );
    expect(errors).toEqual([]);
    return Object.fromEntries(
      data.kpiBoard.rows.map((row: { indicator: { code: string }; total: unknown }) => [
        row.indicator.code,
        row.total,
      ]),
    );
  }

  describe('Quảng Trị, 30 September 2023', () => {
    it('has 115 commune teams, 715 village teams, 830 in all, 4,327 members', async () => {
      const found = await overview('45', '2023-09-30');
      expect(found.unit.fullName).toBe('Tỉnh Quảng Trị');
      expect(level(found, 'COMMUNE')?.teams.reported).toMatchObject({ value: 115, qualifier: 'EXACT' });
      expect(level(found, 'VILLAGE')?.teams.reported).toMatchObject({ value: 715, qualifier: 'EXACT' });
      expect(found.teams.reported).toMatchObject({ value: 830, asOf: '2023-09-30' });
      expect(found.members.reported).toMatchObject({ value: 4327, qualifier: 'EXACT', unit: 'PERSON' });
      expect(found.members.reported?.source.title).toBeTruthy();
    });

    it('covers 115 of 125 communes', async () => {
      const found = await overview('45', '2023-09-30');
      expect(reportedCoverage(found, 'COMMUNE')).toMatchObject({ covered: 115, total: 125, ratio: 0.92 });
    });

    it('warns that what its districts leave over is 45 members short', async () => {
      const found = warning(await overview('45', '2023-09-30'), 'CHILD_SUM');
      expect(found?.shortfall).toBe(45);
      expect(found?.message).toContain('3.230 thành viên cho 655 tổ');
      expect(found?.message).toContain('thiếu 45');
    });

    it.each([
      ['467', 'Huyện Đa Krông', 13, 71, 84, 532],
      ['468', 'Huyện Cam Lộ', 8, 83, 91, 565],
    ])(
      'district %s %s: %i + %i = %i teams, %i members, registered alike',
      async (code, name, communes, villages, teams, members) => {
        const found = await overview(code, '2023-09-30');
        expect(found.unit.fullName).toBe(name);
        expect(level(found, 'COMMUNE')?.teams.reported?.value).toBe(communes);
        expect(level(found, 'VILLAGE')?.teams.reported?.value).toBe(villages);
        expect(found.teams).toMatchObject({ reported: { value: teams }, registered: teams, variance: 0 });
        expect(found.members).toMatchObject({
          reported: { value: members },
          registered: members,
          variance: 0,
        });
      },
    );

    it('town of Quảng Trị: 1 + 5 steering committees, 6 village teams, members unknown', async () => {
      const committees = await figures('462', '2023-09-30', ['STEERING_COMMITTEES']);
      expect(committees.map((row) => [row.level, row.value]).sort()).toEqual([
        ['COMMUNE', 5],
        ['DISTRICT', 1],
      ]);
      const found = await overview('462', '2023-09-30');
      expect(level(found, 'VILLAGE')?.teams.reported?.value).toBe(6);
      expect(found.members.reported).toBeNull();
    });

    it('DTI ranks 55 (+2), 55, 51, 54; digital economy about 9.03% of GRDP, rank 26', async () => {
      const found = await figures('45', '2023-12-31', [
        ...['DTI_RANK', 'DTI_GOVERNMENT_RANK', 'DTI_ECONOMY_RANK', 'DTI_SOCIETY_RANK'],
        ...['DIGITAL_ECONOMY_GRDP_SHARE', 'DIGITAL_ECONOMY_GRDP_RANK'],
      ]);
      const byCode = Object.fromEntries(found.map((row) => [row.indicator.code, row]));
      expect(byCode['DTI_RANK']).toMatchObject({ value: 55, statedChange: 2 });
      expect(byCode['DTI_GOVERNMENT_RANK']?.value).toBe(55);
      expect(byCode['DTI_ECONOMY_RANK']?.value).toBe(51);
      expect(byCode['DTI_SOCIETY_RANK']?.value).toBe(54);
      expect(byCode['DIGITAL_ECONOMY_GRDP_SHARE']).toMatchObject({ value: 9.03, qualifier: 'ESTIMATE' });
      expect(byCode['DIGITAL_ECONOMY_GRDP_RANK']?.value).toBe(26);
    });

    it('Cam Lộ, first half of 2023: rates by tier, and a payment target that can be read in two ways', async () => {
      const rates = await figures('468', '2023-09-30', [
        'ONLINE_DOSSIER_RATE_LEVEL_3',
        'ONLINE_DOSSIER_RATE_LEVEL_4',
      ]);
      const of = (code: string) =>
        Object.fromEntries(
          rates.filter((row) => row.indicator.code === code).map((row) => [row.level ?? 'ALL', row.value]),
        );
      expect(of('ONLINE_DOSSIER_RATE_LEVEL_3')).toEqual({ ALL: 98.5, DISTRICT: 100, COMMUNE: 98.5 });
      expect(of('ONLINE_DOSSIER_RATE_LEVEL_4')).toEqual({ ALL: 97.3, DISTRICT: 100, COMMUNE: 97.2 });
      const board = await kpi('468', '2023-H1', ['ONLINE_PAYMENT_RATE']);
      expect(board['ONLINE_PAYMENT_RATE']).toMatchObject({
        value: 42.8,
        attainment: null,
        target: { value: null, readings: [12.8, 32.9] },
        warnings: [{ code: 'TARGET_AMBIGUOUS' }],
      });
    });

    it.each(['2023-09-30', '2025-07-01'])("is half of today's Quảng Trị (asOf %s, CURRENT)", async (asOf) => {
      const found = await overview('44', asOf, 'CURRENT');
      expect(found.unit.fullName).toBe('Tỉnh Quảng Trị');
      expect(found.teams.reported?.value).toBe(830);
      expect(found.members.reported?.value).toBe(4327);
      expect(found.completeness).toBe(0.5);
      expect(warning(found, 'UNITS_NOT_REPORTING')?.shortfall).toBe(1);
    });
  });

  describe('Bến Tre, end of 2022', () => {
    it('has 9 + 129 + 427 = 565 teams and more than 4,000 members, never exactly 4,000', async () => {
      const found = await overview('83', '2022-12-31');
      expect(
        ['DISTRICT', 'COMMUNE', 'VILLAGE'].map((name) => level(found, name)?.teams.reported?.value),
      ).toEqual([9, 129, 427]);
      expect(found.teams.reported?.value).toBe(565);
      expect(found.members.reported).toMatchObject({ value: 4000, qualifier: 'AT_LEAST' });
      expect(found.members.variance).toBeNull();
      expect(reportedCoverage(found, 'COMMUNE')).toMatchObject({ covered: 129, total: 157 });
      expect(reportedCoverage(found, 'COMMUNE')?.ratio).toBeCloseTo(0.822, 3);
      expect(reportedCoverage(found, 'DISTRICT')).toMatchObject({ covered: 9, total: 9 });
    });

    it('Đại Điền: 12 in the commune team, 7 hamlet teams of 5–10, over 300 accounts', async () => {
      const found = await overview('29188', '2022-12-31');
      expect(level(found, 'COMMUNE')?.members.reported?.value).toBe(12);
      expect(level(found, 'VILLAGE')).toMatchObject({
        teams: { reported: { value: 7 } },
        fewestMembers: 35,
        mostMembers: 70,
      });
      const [accounts] = await figures('29188', '2022-12-31', ['ONLINE_SERVICE_ACCOUNTS']);
      expect(accounts).toMatchObject({ value: 300, qualifier: 'AT_LEAST' });
    });

    it('Tân Phong: about 30 traders, 70%, a squad of 7, about 2,000 people', async () => {
      const found = await figures('29194', '2022-12-31', [
        ...[
          'TRADERS_WITH_QR_PAYMENT',
          'RESIDENT_SMARTPHONE_RATE',
          'YOUTH_SQUAD_CORE_MEMBERS',
          'PEOPLE_REACHED',
        ],
      ]);
      expect(
        Object.fromEntries(found.map((row) => [row.indicator.code, [row.value, row.qualifier]])),
      ).toEqual({
        TRADERS_WITH_QR_PAYMENT: [30, 'ABOUT'],
        RESIDENT_SMARTPHONE_RATE: [70, 'EXACT'],
        YOUTH_SQUAD_CORE_MEMBERS: [7, 'EXACT'],
        PEOPLE_REACHED: [2000, 'ABOUT'],
      });
    });

    it('both went into xã Đại Điền of Vĩnh Long, and the 9 district teams are flagged', async () => {
      const { data } = await ask(`{
      a: adminUnit(code: "29188", asOf: "2025-06-30") { name successors { to { code fullName parent { code name } } } }
      b: adminUnit(code: "29194", asOf: "2025-06-30") { name successors { to { code fullName parent { code name } } } }
    }`);
      const today = {
        to: { code: '29194', fullName: 'Xã Đại Điền', parent: { code: '86', name: 'Vĩnh Long' } },
      };
      expect(data.a).toEqual({ name: 'Đại Điền', successors: [today] });
      expect(data.b).toEqual({ name: 'Tân Phong', successors: [today] });
      const found = warning(await overview('86', '2025-07-01', 'CURRENT'), 'DISTRICT_LEVEL_ENDED');
      expect(found?.shortfall).toBe(9);
    });
  });

  describe('Đà Nẵng', () => {
    it('27 November 2024: 2,531 merged teams, 15,862 members, 1,855 short of seven each', async () => {
      const found = await overview('48', '2024-11-27');
      expect(found.teams.reported?.value).toBe(2531);
      expect(found.members.reported?.value).toBe(15_862);
      expect(level(found, null, 'MERGED_DE_AN_06')).toMatchObject({
        teams: { reported: { value: 2531 } },
        fewestMembers: 17_717,
      });
      expect(warning(found, 'RULE_MIN_SIZE')?.shortfall).toBe(1855);
    });

    it('25 December 2025: 3,766 teams, 24,303 members, 93 of 93, 2,059 short', async () => {
      const found = await overview('48', '2025-12-25');
      expect(found.teams.reported?.value).toBe(3766);
      expect(found.members.reported?.value).toBe(24_303);
      expect(reportedCoverage(found, 'COMMUNE')).toMatchObject({ covered: 93, total: 93, ratio: 1 });
      expect(warning(found, 'RULE_MIN_SIZE')?.shortfall).toBe(2059);
    });

    it('rates of 96, 94, about 90 and 45%, held against the national targets of 80 and 60%', async () => {
      const board = await kpi('48', '2024', [
        ...[
          'SERVICES_WITH_DOSSIERS_RATE',
          'ONLINE_DOSSIER_RATE',
          'ADULT_E_ID_RATE',
          'ADULT_CITIZEN_ACCOUNT_RATE',
        ],
      ]);
      const national = { period: '2023', unit: { code: 'VN' } };
      expect(board['SERVICES_WITH_DOSSIERS_RATE']).toMatchObject({
        value: 96,
        target: { value: 80, ...national },
      });
      expect(board['SERVICES_WITH_DOSSIERS_RATE'].attainment).toBeCloseTo(1.2, 10);
      expect(board['ONLINE_DOSSIER_RATE']).toMatchObject({ value: 94, target: { value: 60, ...national } });
      expect(board['ADULT_E_ID_RATE']).toMatchObject({ value: 90, qualifier: 'ABOUT' });
      expect(board['ADULT_CITIZEN_ACCOUNT_RATE']).toMatchObject({ value: 45, qualifier: 'EXACT' });
    });

    it('three models, one adopted by 106 of 106 teams of An Hải Bắc, where 106 are registered', async () => {
      const { data } = await ask(`{
      operatingModels(unitCode: "48", asOf: "2024-11-27") { name adoptions { adopted total unit { code name } } }
    }`);
      expect(data.operatingModels).toHaveLength(3);
      expect(data.operatingModels.flatMap((model: { adoptions: unknown[] }) => model.adoptions)).toEqual([
        { adopted: 106, total: 106, unit: { code: '20272', name: 'An Hải Bắc' } },
      ]);
      expect((await overview('20272', '2024-11-27')).teams.registered).toBe(106);
    });

    it.each([
      ['2025-12-31', { TEAM_YEAR: [3_000_000, 3_000_000], PERSON_DAY: [50_000, null] }],
      ['2026-01-01', { TEAM_MONTH: [300_000, 3_600_000], PERSON_DAY: [50_000, null] }],
    ])('funding on %s', async (asOf, expected) => {
      const { data } = await ask(
        `query ($asOf: Date) { fundingRules(unitCode: "48", asOf: $asOf) { basis amountVnd amountPerTeamYearVnd } }`,
        { asOf },
      );
      const found = Object.fromEntries(
        data.fundingRules.map(
          (rule: { basis: string; amountVnd: number; amountPerTeamYearVnd: number | null }) => [
            rule.basis,
            [rule.amountVnd, rule.amountPerTeamYearVnd],
          ],
        ),
      );
      expect(found).toEqual(expected);
    });
  });

  describe('Quảng Ninh, 16 August 2022', () => {
    it('has 1,473 = 1,462 + 11 teams, 11,255 members, 177 of 177 communes, 1,452 of 1,452 villages', async () => {
      const found = await overview('22', '2022-08-16');
      expect(found.teams.reported?.value).toBe(1473);
      expect(level(found, null, 'COMMUNITY')?.teams.reported?.value).toBe(1462);
      expect(level(found, null, 'ENTERPRISE')?.teams.reported?.value).toBe(11);
      expect(found.members.reported?.value).toBe(11_255);
      expect(reportedCoverage(found, 'COMMUNE')).toMatchObject({ covered: 177, total: 177 });
      expect(reportedCoverage(found, 'VILLAGE')).toMatchObject({ covered: 1452, total: 1452 });
      expect(warning(found, 'LOCAL_TEAMS_EXCEED_VILLAGES')?.shortfall).toBe(10);
    });

    it('1,473 youth squads with 2,634 members, 8 sets of material, at least 2,946 places with free data', async () => {
      const found = await figures('22', '2022-08-16', ['YOUTH_SQUADS', 'YOUTH_UNION_MEMBERS']);
      expect(found.map((row) => row.value).sort()).toEqual([1473, 2634]);
      const { data } = await ask(`{
      materials(unitCode: "22", asOf: "2022-08-16") { code }
      benefitProgrammes(unitCode: "22", asOf: "2022-08-16") { minRecipientsPerTeam minSlots }
    }`);
      expect(data.materials).toHaveLength(8);
      expect(data.benefitProgrammes).toContainEqual({ minRecipientsPerTeam: 2, minSlots: 2946 });
    });

    it('six targets, one without a unit of measure', async () => {
      const { data } = await ask(`{
      kpiBoard(unitCode: "22", period: "2022") { rows { total { target { value measureUnit unit { code } } warnings { code } } } }
    }`);
      const rows = data.kpiBoard.rows
        .map((row: { total: { target: { unit: { code: string } } | null } }) => row.total)
        .filter((total: { target: { unit: { code: string } } | null }) => total.target?.unit.code === '22');
      expect(rows).toHaveLength(6);
      const unknown = rows.filter(
        (total: { target: { measureUnit: string } }) => total.target.measureUnit === 'UNKNOWN',
      );
      expect(unknown).toEqual([
        {
          target: { value: 100, measureUnit: 'UNKNOWN', unit: { code: '22' } },
          warnings: [{ code: 'UNIT_UNKNOWN' }],
        },
      ]);
    });

    it('has 54 communes in 2026', async () => {
      const { data } = await ask(`{ adminUnit(code: "22", asOf: "2026-05-01") { children { totalCount } } }`);
      expect(data.adminUnit.children.totalCount).toBe(54);
    });
  });

  describe('Hà Giang, 14 October 2022', () => {
    it('has 2,071 villages, 12,131 members, 4 levels, and no number of teams', async () => {
      const found = await overview('02', '2022-10-14');
      expect(found.teams.reported).toBeNull();
      expect(found.teams.variance).toBeNull();
      expect(found.members.reported).toMatchObject({ value: 12_131, qualifier: 'EXACT' });
      const stated = await figures('02', '2022-10-14', ['VILLAGES', 'TEAM_LEVELS']);
      expect(Object.fromEntries(stated.map((row) => [row.indicator.code, row.value]))).toEqual({
        VILLAGES: 2071,
        TEAM_LEVELS: 4,
      });
    });

    it('Minh Khai: 22 of 22; no electronic certification (0, not unknown); Lũng Cú: 0 users; 5 training partners', async () => {
      const found = await overview('00697', '2022-10-14');
      expect(found.teams).toMatchObject({ reported: { value: 22 }, registered: 22 });
      expect(reportedCoverage(found, 'VILLAGE')).toMatchObject({ covered: 22, total: 22 });
      expect((await figures('00697', '2022-10-14', ['E_CERTIFICATION_DOSSIERS']))[0]?.value).toBe(0);
      expect((await figures('00715', '2022-10-14', ['ONLINE_SERVICE_USERS']))[0]?.value).toBe(0);
      const { data } = await ask(`{ trainings(unitCode: "02", asOf: "2022-10-14") { partners } }`);
      expect(data.trainings[0].partners).toHaveLength(5);
    });

    it('is today part of Tuyên Quang', async () => {
      const { data } = await ask(`{
      province: adminUnit(code: "02", asOf: "2025-06-30") { successors { effectiveOn to { code name } } }
      minhKhai: adminUnit(code: "00697", asOf: "2025-06-30") { successors { to { code fullName } } }
      lungCu: adminUnit(code: "00715", asOf: "2025-06-30") { successors { to { code } } }
    }`);
      expect(data.province.successors).toEqual([
        { effectiveOn: '2025-07-01', to: { code: '08', name: 'Tuyên Quang' } },
      ]);
      expect(data.minhKhai.successors).toEqual([{ to: { code: '00691', fullName: 'Phường Hà Giang 2' } }]);
      expect(data.lungCu.successors).toEqual([{ to: { code: '00715' } }]);
    });
  });

  describe('the nation, as the five provinces report', () => {
    it.each(['AS_REPORTED', 'CURRENT'])(
      'at least 47,575 members and 5,399 teams with 1 of 5 missing (%s)',
      async (boundary) => {
        const found = await overview('VN', '2024-11-27', boundary);
        expect(found.members.reported).toMatchObject({ value: 47_575, qualifier: 'AT_LEAST' });
        expect(found.teams.reported?.value).toBe(5399);
        expect(found.completeness).toBe(0.8);
        expect(warning(found, 'MIXED_AS_OF')).toBeDefined();
      },
    );
  });
}
