import { describe, expect, it } from 'vitest';
import {
  type AdminLevel,
  type LocalDate,
  requireAliases,
  requireDayWithin,
  requireDocumentUrl,
  requireEmployer,
  requireFoundation,
  requireGround,
  requireTeamCode,
  requireTeamPlace,
  requireVillageName,
  requireZaloGroup,
  type TeamKind,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

const TODAY = '2026-11-22' as LocalDate; // a real day

describe('requireTeamPlace', () => {
  it.each<[TeamKind, AdminLevel, AdminLevel | null]>([
    ['COMMUNITY', 'COMMUNE', 'COMMUNE'],
    ['COMMUNITY', 'VILLAGE', 'VILLAGE'],
    ['COMMUNITY', 'VILLAGE', 'COMMUNE'],
    ['ENTERPRISE', 'PROVINCE', 'PROVINCE'],
    ['ENTERPRISE', 'NATION', null],
  ])('lets a team %s of level %s be in a unit of level %s', (kind, level, unitLevel) => {
    expect(() => requireTeamPlace(kind, level, unitLevel)).not.toThrow();
  });

  it.each<[TeamKind, AdminLevel, AdminLevel | null, string]>([
    ['COMMUNITY', 'COMMUNE', 'VILLAGE', 'level'],
    ['COMMUNITY', 'COMMUNE', 'PROVINCE', 'level'],
    ['COMMUNITY', 'VILLAGE', 'PROVINCE', 'level'],
    ['COMMUNITY', 'COMMUNE', null, 'unitCode'],
    ['YOUTH_SQUAD', 'VILLAGE', null, 'unitCode'],
  ])('does not let a team %s of level %s be in a unit of level %s', (kind, level, unitLevel, field) => {
    expect(refusal(() => requireTeamPlace(kind, level, unitLevel))).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });
});

it('an employer is named by enterprise teams and by no others', () => {
  expect(requireEmployer('ENTERPRISE', ' VNPT Quảng Trị ')).toBe('VNPT Quảng Trị');
  expect(requireEmployer('COMMUNITY', null)).toBeNull();
  expect(refusal(() => requireEmployer('ENTERPRISE', null))).toMatchObject({ field: 'employer' });
  expect(refusal(() => requireEmployer('COMMUNITY', 'VNPT'))).toMatchObject({ field: 'employer' });
});

it('a team works on a decision, or with the reason why there is none', () => {
  expect(() => requireGround('PLANNED', { decisionId: null, noDecisionReason: null })).not.toThrow();
  expect(() => requireGround('ACTIVE', { decisionId: 'd', noDecisionReason: null })).not.toThrow();
  expect(() => requireGround('ACTIVE', { decisionId: null, noDecisionReason: 'đang trình' })).not.toThrow();
  expect(refusal(() => requireGround('ACTIVE', { decisionId: null, noDecisionReason: null })).code).toBe(
    'DECISION_MISSING',
  );
});

describe('requireTeamCode', () => {
  it.each(['19375-01', 'QT-CLO-X01', 'A1'])('takes %s', (code) => {
    expect(requireTeamCode(code)).toBe(code);
  });

  it.each(['a1', 'Tổ 1', 'A', '-A1', 'A1-', 'A_1', 'X'.repeat(41), "A'; drop table team"])(
    'refuses %s',
    (code) => {
      expect(refusal(() => requireTeamCode(code))).toMatchObject({ code: 'INPUT_INVALID', field: 'code' });
    },
  );
});

describe('requireZaloGroup', () => {
  it.each([
    ['https://zalo.me/g/abcdef123', 'https://zalo.me/g/abcdef123'],
    [' https://www.zalo.me/g/abcdef123/?utm_source=x#y ', 'https://zalo.me/g/abcdef123'],
  ])('takes %s', (url, group) => {
    expect(requireZaloGroup(url, 'LINKED')).toEqual({ url: group, status: 'LINKED' });
  });

  it.each([
    ['http://zalo.me/g/abcdef123', 'INPUT_INVALID'],
    ['https://zalo.me.example/g/abcdef123', 'INPUT_INVALID'],
    ['https://zalo.me@example.org/g/abcdef123', 'INPUT_INVALID'],
    ['https://zalo.me/s/members', 'INPUT_INVALID'],
    ['https://zalo.me/0912345678', 'TEXT_SENSITIVE'],
    ['https://zalo.me/g/0912345678', 'TEXT_SENSITIVE'],
    ['javascript:alert(1)', 'INPUT_INVALID'],
    ['x'.repeat(1_000_000), 'TEXT_INVALID'],
  ])('refuses %s', (url, code) => {
    expect(refusal(() => requireZaloGroup(url, 'LINKED'))).toMatchObject({ code, field: 'url' });
  });

  it('holds the status against the link', () => {
    expect(requireZaloGroup(null, 'NONE')).toEqual({ url: null, status: 'NONE' });
    expect(requireZaloGroup(null, 'BROKEN')).toEqual({ url: null, status: 'BROKEN' });
    expect(refusal(() => requireZaloGroup(null, 'LINKED')).field).toBe('url');
    expect(refusal(() => requireZaloGroup('https://zalo.me/g/abcdef123', 'NONE')).field).toBe('status');
  });
});

describe('requireDocumentUrl', () => {
  it.each(['https://quangtri.gov.vn/van-ban/103-qd-ubnd.pdf', 'https://x.vn:8443?id=1'])(
    'takes %s',
    (url) => {
      expect(requireDocumentUrl(url, 'fileUrl')).toBe(url);
    },
  );

  it.each([
    'http://quangtri.gov.vn/a.pdf',
    'https://user:pw@quangtri.gov.vn/a.pdf',
    'https://a b.vn/',
    'file:///etc/passwd',
    'a',
  ])('refuses %s', (url) => {
    expect(refusal(() => requireDocumentUrl(url, 'fileUrl'))).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'fileUrl',
    });
  });
});

describe('days', () => {
  it('lie within reach', () => {
    expect(requireDayWithin(TODAY, 'lastDay', { today: TODAY })).toBe(TODAY);
    const ahead = refusal(() => requireDayWithin('2026-11-23' as LocalDate, 'lastDay', { today: TODAY })); // a real day
    expect(ahead).toMatchObject({ code: 'DATE_INVALID', field: 'lastDay', value: '2026-11-23' });
    expect(ahead.messages.en).toContain('to 22 November 2026');
  });

  it('of foundation lie ahead only for a planned team', () => {
    expect(requireFoundation('2027-01-01', 'PLANNED', TODAY)).toBe('2027-01-01');
    expect(refusal(() => requireFoundation('2027-01-01', 'ACTIVE', TODAY)).code).toBe('DATE_INVALID');
    expect(refusal(() => requireFoundation('2026-02-30', 'ACTIVE', TODAY)).code).toBe('DATE_INVALID');
    expect(refusal(() => requireFoundation('2021-12-31', 'ACTIVE', TODAY)).code).toBe('DATE_INVALID');
  });
});

describe('names of villages', () => {
  it('come without their kind', () => {
    expect(requireVillageName(' Tà Lang ', 'THON')).toBe('Tà Lang');
    expect(requireVillageName('3', 'TO_DAN_PHO')).toBe('3');
    expect(refusal(() => requireVillageName('Thôn Tà Lang', 'THON')).messages.vi).toContain('không kèm loại');
    expect(refusal(() => requireVillageName('…', 'THON')).code).toBe('INPUT_INVALID');
    expect(refusal(() => requireVillageName('045201000123', 'THON')).code).toBe('TEXT_SENSITIVE');
  });

  it('have at most ten others', () => {
    expect(requireAliases([' a ', 'b'])).toEqual(['a', 'b']);
    expect(refusal(() => requireAliases(Array.from({ length: 11 }, () => 'a'))).field).toBe('aliases');
    expect(refusal(() => requireAliases(['a', ''])).field).toBe('aliases[1]');
  });
});
