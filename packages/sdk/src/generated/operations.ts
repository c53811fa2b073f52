// Made by `npm run generate` from src/documents and packages/subgraph/schema.graphql. Do not edit.
import { documentOf, type TypedDocument } from '../typed-document.ts';
import type { ActivityKind, ActivityStatus, AdminLevel, Affiliation, Aggregation, Boundary, CalendarDayKind, Comparator, ConsentPurpose, ContactChannel, DayPart, Direction, DuplicateReason, ErasureAction, FundingBasis, ImportKind, ImportOutcome, ImportStatus, KpiBasis, LegalBasis, MemberRole, MergerKind, MergerStatus, OutboxStatus, PeriodKind, Qualifier, ReportAction, ReportOrigin, ReportStanding, ReportStatus, Requirement, ResponsibilityKind, Severity, SubjectRequestKind, SubjectRequestStatus, TeamKind, TeamLinkKind, TeamStatus, Topic, UnitLinkKind, ViewerRole, Weekday, ZaloGroupStatus } from '@cnscd/domain';

/** That receipt of a request was confirmed to the person [xác nhận tiếp nhận]. */
export type AcknowledgeSubjectRequestInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the request. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** When: from the day of receipt to today. Default: today. Error: `DATE_INVALID`. */
  acknowledgedOn?: string | null | undefined;
};

/** Three counts of people on one topic. Leave out what is not known: 0 means nobody. */
export type ActivityOutcomeInput = {
  /** What people were helped with; each topic once. */
  topic: Topic;
  /** People who were told, 0 to 1,000,000. */
  reached?: number | null | undefined;
  /** People who were helped, at most as many as reached. */
  assisted?: number | null | undefined;
  /** People for whom it worked, at most as many as assisted. */
  succeeded?: number | null | undefined;
};

/** A person who joins a team: somebody of the register (memberId), or somebody new (person). */
export type AddMemberInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID for the membership. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
  teamId: string;
  /** Somebody whom the caller knows already. Error: `MEMBER_NOT_FOUND`. */
  memberId?: string | null | undefined;
  /** Somebody new. */
  person?: NewPersonInput | null | undefined;
  /** First day, since 2022-01-01 and at most a year ahead. Error: `MEMBER_ALREADY_IN_TEAM`. */
  from: string;
  /** Default: MEMBER. Error: `TEAM_HAS_LEADER`. */
  role?: MemberRole | null | undefined;
  /** Core member. Default: false. */
  isCore?: boolean | null | undefined;
  /** Where the person comes from. */
  affiliations?: Array<Affiliation> | null | undefined;
  /** At most 20. */
  responsibilities?: Array<ResponsibilityInput> | null | undefined;
};

/** A dry run that is to become true [ghi vào sổ]. */
export type ApplyImportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Leave out rows with errors and take the others. Default: false. Error: `IMPORT_FAULTY`. */
  skipFaultyRows?: boolean | null | undefined;
};

/** A report that is approved [duyệt báo cáo]. */
export type ApproveReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Anything to say about it, at most 300 characters. */
  reason?: string | null | undefined;
};

/** A photograph of an activity [ảnh minh chứng], at most 10 each. */
export type AttachEvidenceInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The activity. Error: `ACTIVITY_NOT_FOUND`. */
  activityId: string;
  /** A JPEG, PNG or WebP as base64, at most 1.4 MB and 25 megapixels. It is drawn anew, so that location and camera are not kept. Error: `IMAGE_INVALID`. */
  contentBase64: string;
  /** What it shows, at most 300 characters, nothing sensitive. */
  caption?: string | null | undefined;
  /** True: who sends it has looked and says that it shows no identity card, passport or other document of a person [không chụp giấy tờ tùy thân]. Otherwise `IMAGE_INVALID`. */
  confirmsNoIdentityDocument: boolean;
};

/** An activity that did not take place. */
export type CancelActivityInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the activity. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** The rest of a series that will not take place. */
export type CancelActivitySeriesInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the series. */
  id: string;
  /** The version of the series that you saw. */
  expectedVersion: number;
  /** The first day that is cancelled. What lies before it stays. Default: today. */
  from?: string | null | undefined;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** What is different from a day on; what is left out stays. The membership ends the day before and another one begins; from its own first day on it is corrected in place. */
export type ChangeMembershipInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the membership. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** First day of the change. */
  from: string;
  /** The client's own UUID for the membership that begins. */
  newId?: string | null | undefined;
  /** Error: `TEAM_HAS_LEADER`. */
  role?: MemberRole | null | undefined;
  /** Core member. */
  isCore?: boolean | null | undefined;
  /** All of them anew. */
  affiliations?: Array<Affiliation> | null | undefined;
  /** All of them anew, at most 20. */
  responsibilities?: Array<ResponsibilityInput> | null | undefined;
};

/** A request that was fulfilled [đã giải quyết]. */
export type CompleteSubjectRequestInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the request. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** What was done and how the person was told, 1 to 300 characters. */
  outcome: string;
};

/** A value that is set by hand in place of the filled one [sửa số liệu báo cáo]. */
export type CorrectReportValueInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The line. Error: `REPORT_LINE_NOT_FOUND`. */
  code: string;
  /** The value instead, in the unit of measure of the line; of a rate it may be left out where its parts are given. Left out altogether: the filled value stands again. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
  value?: number | null | undefined;
  /** Of a rate, with the denominator: without both it cannot be joined with others. */
  numerator?: number | null | undefined;
  /** Of a rate, with the numerator. */
  denominator?: number | null | undefined;
  /** Why, 1 to 300 characters. */
  reason: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** Whether a coverage is as sources state it, or counted in the register. */
export type CoverageBasis =
  | 'REPORTED'
  | 'REGISTERED';

/** Something new to measure [chỉ tiêu thống kê mới]. */
export type DefineIndicatorInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** Capital letters, digits and underscores, at most 60: `QR_PAYMENT_TRADERS`. Error: `ID_TAKEN`. */
  code: string;
  /** Name in Vietnamese, 1 to 200 characters. */
  nameVi: string;
  /** Name in English, 1 to 200 characters. */
  nameEn: string;
  /** Unit of measure, as in `Indicator.unit`; never empty and never UNKNOWN. Error: `INPUT_INVALID`. */
  unit: string;
  /** Which way is good. */
  direction: Direction;
  /** How values of several units become one. There is no average. */
  aggregation: Aggregation;
  /** What is counted, 1 to 2,000 characters. */
  definition: string;
  /** Name of the first version of the definition. Default: `1`. */
  version?: string | null | undefined;
  /** Its first day. Left out: not known. */
  validFrom?: string | null | undefined;
  /** Where it is laid down. */
  source?: SourceInput | null | undefined;
};

/** A new definition of an indicator [phiên bản chỉ tiêu thống kê], from a day on. */
export type DefineIndicatorVersionInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The indicator. Error: `INDICATOR_NOT_FOUND`. */
  code: string;
  /** Name of the version: a year, a decision; at most 60 characters. Error: `ID_TAKEN`. */
  version: string;
  /** What is counted, 1 to 2,000 characters. */
  definition: string;
  /** First day, later than that of every other version. Errors: `DATE_INVALID`, `INPUT_INVALID`. */
  validFrom: string;
  /** Where it is laid down. */
  source?: SourceInput | null | undefined;
};

/** A file that is not to be imported after all [bỏ tệp]. */
export type DiscardImportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** A draft that is given up [bỏ bản nháp]. */
export type DiscardReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** A team that ends without a successor [giải thể tổ]. */
export type DissolveTeamInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Last day of the team, not ahead. */
  lastDay: string;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** Somebody who leaves a team. */
export type EndMembershipInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the membership. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Last day. Error: `MEMBERSHIP_ENDED`. */
  lastDay: string;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** A person who is removed from everything [xóa dữ liệu cá nhân]. It cannot be undone: look at the dry run first. */
export type EraseMemberInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID for the erasure. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The open request of kind ERASE; it is closed with it. Errors: `REQUEST_NOT_FOUND`, `REQUEST_STATE`. */
  requestId: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why it may be done, 1 to 300 characters; no names. */
  reason: string;
  /** The person's own sign-ins as `issuer#subject`, where they are known: what the person recorded is then no longer under them, in the audit neither. At most 10, and not the caller's. */
  signIns?: Array<string> | null | undefined;
  /** True: the name is masked also in texts about other teams and units that the caller oversees, where a namesake may be meant. Default: false, they are listed. */
  masksElsewhere?: boolean | null | undefined;
  /** True: only show what would happen. Default: false. */
  dryRun?: boolean | null | undefined;
};

/** A new team [thành lập tổ]. It works at once if it has a decision or a reason why not; else it is planned. */
export type EstablishTeamInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
  id?: string | null | undefined;
  /** Readable code, 2 to 40 capital letters, digits and hyphens. Default: the code of the unit and a number, `19375-01`. Error: `TEAM_CODE_TAKEN`. */
  code?: string | null | undefined;
  /** Name as people say it, 1 to 200 characters. */
  name: string;
  /** Kind of team, independent of its level. */
  kind: TeamKind;
  /** Level of the team: that of its unit; VILLAGE also in a commune, where no list has the village. */
  level: AdminLevel;
  /** Code of the unit, as it is borne on the day of foundation, else today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
  unitCode?: string | null | undefined;
  /** Id of the unit instead, as for a village, which has no code. */
  unitId?: string | null | undefined;
  /** Name of the enterprise; for teams of kind ENTERPRISE and for no other. */
  employer?: string | null | undefined;
  /** Day of foundation; ahead only for a planned team. Leave out what is not known. */
  foundedOn?: string | null | undefined;
  /** PLANNED or ACTIVE. Error: `DECISION_MISSING`. */
  status?: TeamStatus | null | undefined;
  /** A new decision. At most one of the three. */
  decision?: FoundingDecisionInput | null | undefined;
  /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
  decisionId?: string | null | undefined;
  /** Why it works without a decision so far, at most 300 characters. */
  noDecisionReason?: string | null | undefined;
};

/** A village that no list has: villages have no official code, and each province keeps its own list. */
export type EstablishVillageInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** Code of the commune today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
  parentCode: string;
  /** What it calls itself: THON BAN AP KHU_PHO TO_DAN_PHO KHU_DAN_CU. Error: `INPUT_INVALID`. */
  kind: string;
  /** Name without its kind: `Tà Lang`, `3`. At most 100 characters. */
  name: string;
  /** Other spellings and names in use, at most 10. */
  aliases?: Array<string> | null | undefined;
  /** First day. Leave it out where the village is older than its commune, or it is not known. */
  validFrom?: string | null | undefined;
};

/** More time for a request, once [gia hạn]. */
export type ExtendSubjectRequestInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the request. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** How many days more: 1 to what the term of its kind allows. Error: `COUNT_INVALID`. */
  days: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** A decision that is not recorded yet [quyết định thành lập]. */
export type FoundingDecisionInput = {
  /** The client's own UUID, to name it for the next team. Left out: the server makes one. */
  id?: string | null | undefined;
  /** Number as it stands on it: 103/QĐ-UBND. At most 100 characters. */
  number: string;
  /** Title in Vietnamese, at most 300 characters. */
  title: string;
  /** Who issued it; for a commune, its chair (793/BTTTT-THH). At most 200 characters. */
  issuer: string;
  /** Day of issue, not ahead. Leave out what is not known. */
  issuedOn?: string | null | undefined;
  /** First day in force; may differ from the day of issue. */
  effectiveOn?: string | null | undefined;
  /** https address of the signed document, at most 500 characters. */
  fileUrl?: string | null | undefined;
};

/** What a column is. */
export type ImportColumnInput = {
  /** Heading as `columns` has it, at most 200 characters. */
  header: string;
  /** The field: `fullName`. Null, or left out: the column is left out. Error: `INPUT_INVALID`. */
  field?: string | null | undefined;
};

/** A restriction that ends [bỏ hạn chế xử lý]. */
export type LiftRestrictionInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the restriction. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** The Zalo group that the team works through [nhóm Zalo]: link and status, never its member list. */
export type LinkZaloGroupInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Invitation link of the group, `https://zalo.me/g/…`. Null: none. */
  url?: string | null | undefined;
  /** Default: LINKED with a link, NONE without. */
  status?: ZaloGroupStatus | null | undefined;
};

/** A report that is locked for good [khóa báo cáo]. */
export type LockReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** What columns of a file are, where that was not recognised [chọn cột]. */
export type MapImportColumnsInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** The columns that are something else, at most 100; none: the file is read again as it was. */
  columns: Array<ImportColumnInput>;
};

/** Several records of one person that become one. */
export type MergeMembersInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID for the merger. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The record that stays. Error: `MEMBER_NOT_FOUND`. */
  keepId: string;
  /** The records that go into it, 1 to 10. Errors: `MEMBER_NOT_FOUND`, `MERGER_INVALID`. */
  duplicateIds: Array<string>;
  /** True: only show what would happen. Default: false. */
  dryRun?: boolean | null | undefined;
  /** Why it is one person, 1 to 300 characters. */
  reason: string;
};

/** Teams that go on in another one [sáp nhập tổ]. Their histories stay with them. */
export type MergeTeamsInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID of the merger or split, by which it is undone. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The version of the team that goes on; another one is a Conflict. */
  expectedVersion: number;
  /** First day of the new state: today or earlier, at the latest tomorrow. */
  effectiveOn: string;
  /** Why, at most 300 characters. */
  reason?: string | null | undefined;
  /** Only show what it would do, and change nothing. Default: false. */
  dryRun?: boolean | null | undefined;
  /** Teams that end, 1 to 20. */
  teamIds: Array<string>;
  /** The team that goes on. */
  intoTeamId: string;
  /** The decision on the merger, if it is not recorded yet. */
  decision?: FoundingDecisionInput | null | undefined;
  /** The decision on the merger, if it is recorded already. */
  decisionId?: string | null | undefined;
};

/** Units that become one [sáp nhập đơn vị hành chính]. */
export type MergeUnitsInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID of the merger. Left out: the server makes one. */
  id?: string | null | undefined;
  /** 1 to 50 communes, or villages, that stand the day before and have not ended yet. */
  fromUnits: Array<MergedUnitInput>;
  /** Code of the new commune, 5 digits; none for a village. */
  code?: string | null | undefined;
  /** Its name without its kind, 1 to 200 characters. */
  name: string;
  /** XA, PHUONG, DAC_KHU for a commune; THON, BAN, AP, KHU_PHO, TO_DAN_PHO, KHU_DAN_CU for a village. */
  kind: string;
  /** The unit above it. Default: that of the merged ones. */
  parentCode?: string | null | undefined;
  /** Its first day, from 2025-07-02 to a year ahead. Errors: `DATE_INVALID`, `INPUT_INVALID`. */
  effectiveOn: string;
  /** The resolution on the merger. */
  source: SourceInput;
  /** What else is to be said, at most 300 characters. */
  reason?: string | null | undefined;
  /** Shows the report and writes nothing. Default: false. */
  dryRun?: boolean | null | undefined;
};

/** A unit that goes over into the new one. */
export type MergedUnitInput = {
  /** Its code on its last day. Errors: `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`. */
  code?: string | null | undefined;
  /** Its id, for a village, which has no code. */
  id?: string | null | undefined;
  /** Default: WHOLE. For a single unit also UNCHANGED, RENAMED, KIND_CHANGED. PART is not merged here: `MERGER_INVALID`. */
  kind?: UnitLinkKind | null | undefined;
};

/** A person who is not in the register yet. */
export type NewPersonInput = {
  /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
  id?: string | null | undefined;
  /** Name as the person is called, 1 to 100 characters. */
  displayName: string;
  /** Vietnamese mobile number. Kept encrypted. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`. */
  phone?: string | null | undefined;
};

/** A report to be filled from what is known [lập báo cáo kỳ]. */
export type OpenReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report, made by the client. Default: a new one. */
  id?: string | null | undefined;
  /** By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`. */
  templateCode: string;
  /** Code of the unit on the last day of the period, or today if that is earlier. */
  unitCode?: string | null | undefined;
  /** Id of the unit, for a village, which has no code, and for a unit that ended. */
  unitId?: string | null | undefined;
  /** The period. Error: `PERIOD_INVALID`. */
  period: string;
};

/** One write that waited: exactly one of the fields, with the input of the mutation of that name. */
export type OutboxItem = {
  /** The input of `attachEvidence`. */
  attachEvidence?: AttachEvidenceInput | null | undefined;
  /** The input of `cancelActivitySeries`. */
  cancelActivitySeries?: CancelActivitySeriesInput | null | undefined;
  /** The input of `verifyActivity`. */
  verifyActivity?: VerifyActivityInput | null | undefined;
  /** The input of `returnActivity`. */
  returnActivity?: ReturnActivityInput | null | undefined;
  /** The input of `cancelActivity`. */
  cancelActivity?: CancelActivityInput | null | undefined;
  /** The input of `planActivitySeries`. */
  planActivitySeries?: PlanActivitySeriesInput | null | undefined;
  /** The input of `recordActivity`. */
  recordActivity?: RecordActivityInput | null | undefined;
  /** The input of `removeEvidence`. */
  removeEvidence?: RemoveEvidenceInput | null | undefined;
  /** The input of `updateActivity`. */
  updateActivity?: UpdateActivityInput | null | undefined;
  /** The input of `applyImport`. */
  applyImport?: ApplyImportInput | null | undefined;
  /** The input of `discardImport`. */
  discardImport?: DiscardImportInput | null | undefined;
  /** The input of `mapImportColumns`. */
  mapImportColumns?: MapImportColumnsInput | null | undefined;
  /** The input of `undoImport`. */
  undoImport?: UndoImportInput | null | undefined;
  /** The input of `defineIndicator`. */
  defineIndicator?: DefineIndicatorInput | null | undefined;
  /** The input of `defineIndicatorVersion`. */
  defineIndicatorVersion?: DefineIndicatorVersionInput | null | undefined;
  /** The input of `recordMeasurement`. */
  recordMeasurement?: RecordMeasurementInput | null | undefined;
  /** The input of `setTarget`. */
  setTarget?: SetTargetInput | null | undefined;
  /** The input of `addMember`. */
  addMember?: AddMemberInput | null | undefined;
  /** The input of `changeMembership`. */
  changeMembership?: ChangeMembershipInput | null | undefined;
  /** The input of `endMembership`. */
  endMembership?: EndMembershipInput | null | undefined;
  /** The input of `mergeMembers`. */
  mergeMembers?: MergeMembersInput | null | undefined;
  /** The input of `updateMember`. */
  updateMember?: UpdateMemberInput | null | undefined;
  /** The input of `undoMerger`. */
  undoMerger?: UndoMergerInput | null | undefined;
  /** The input of `correctReportValue`. */
  correctReportValue?: CorrectReportValueInput | null | undefined;
  /** The input of `discardReport`. */
  discardReport?: DiscardReportInput | null | undefined;
  /** The input of `approveReport`. */
  approveReport?: ApproveReportInput | null | undefined;
  /** The input of `returnReport`. */
  returnReport?: ReturnReportInput | null | undefined;
  /** The input of `lockReport`. */
  lockReport?: LockReportInput | null | undefined;
  /** The input of `openReport`. */
  openReport?: OpenReportInput | null | undefined;
  /** The input of `refreshReport`. */
  refreshReport?: RefreshReportInput | null | undefined;
  /** The input of `reopenReport`. */
  reopenReport?: ReopenReportInput | null | undefined;
  /** The input of `submitReport`. */
  submitReport?: SubmitReportInput | null | undefined;
  /** The input of `waiveReport`. */
  waiveReport?: WaiveReportInput | null | undefined;
  /** The input of `revokeWaiver`. */
  revokeWaiver?: RevokeWaiverInput | null | undefined;
  /** The input of `recordConsent`. */
  recordConsent?: RecordConsentInput | null | undefined;
  /** The input of `acknowledgeSubjectRequest`. */
  acknowledgeSubjectRequest?: AcknowledgeSubjectRequestInput | null | undefined;
  /** The input of `completeSubjectRequest`. */
  completeSubjectRequest?: CompleteSubjectRequestInput | null | undefined;
  /** The input of `refuseSubjectRequest`. */
  refuseSubjectRequest?: RefuseSubjectRequestInput | null | undefined;
  /** The input of `eraseMember`. */
  eraseMember?: EraseMemberInput | null | undefined;
  /** The input of `extendSubjectRequest`. */
  extendSubjectRequest?: ExtendSubjectRequestInput | null | undefined;
  /** The input of `liftRestriction`. */
  liftRestriction?: LiftRestrictionInput | null | undefined;
  /** The input of `receiveSubjectRequest`. */
  receiveSubjectRequest?: ReceiveSubjectRequestInput | null | undefined;
  /** The input of `restrictMember`. */
  restrictMember?: RestrictMemberInput | null | undefined;
  /** The input of `withdrawConsent`. */
  withdrawConsent?: WithdrawConsentInput | null | undefined;
  /** The input of `dissolveTeam`. */
  dissolveTeam?: DissolveTeamInput | null | undefined;
  /** The input of `establishTeam`. */
  establishTeam?: EstablishTeamInput | null | undefined;
  /** The input of `linkZaloGroup`. */
  linkZaloGroup?: LinkZaloGroupInput | null | undefined;
  /** The input of `mergeTeams`. */
  mergeTeams?: MergeTeamsInput | null | undefined;
  /** The input of `splitTeam`. */
  splitTeam?: SplitTeamInput | null | undefined;
  /** The input of `updateTeam`. */
  updateTeam?: UpdateTeamInput | null | undefined;
  /** The input of `establishVillage`. */
  establishVillage?: EstablishVillageInput | null | undefined;
  /** The input of `mergeUnits`. */
  mergeUnits?: MergeUnitsInput | null | undefined;
  /** The input of `unlinkZalo`. */
  unlinkZalo?: UnlinkZaloInput | null | undefined;
};

/** What recurs [lịch hoạt động định kỳ]: on days of the week, or on a day of the month. At most 100 activities and a year ahead. */
export type PlanActivitySeriesInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID for the series, best a UUIDv7. The id of each activity follows from it: the UUIDv5 of its day, `2026-03-07`, with the series as namespace. */
  id?: string | null | undefined;
  /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
  teamId: string;
  /** How it is done. */
  kind: ActivityKind;
  /** What it is, 1 to 200 characters. */
  title: string;
  /** First day that it may fall on. */
  from: string;
  /** Last day that it may fall on. Error: `ACTIVITY_IN_FUTURE` more than a year ahead. */
  until: string;
  /** Begin as a time of day in Việt Nam: `08:00`, `19:30`. Error: `INSTANT_INVALID`. */
  time: string;
  /** Days of the week; or give `dayOfMonth`. */
  weekdays?: Array<Weekday> | null | undefined;
  /** 1 to 31. A month without that day is left out: see `skippedMonths` of the series. */
  dayOfMonth?: number | null | undefined;
  /** Minutes, 1 to 1440. */
  durationMinutes?: number | null | undefined;
  /** Code of the unit where it is held, if not in the team's own. It is looked up on the first day. */
  unitCode?: string | null | undefined;
  /** Place in words, at most 200 characters. */
  place?: string | null | undefined;
  /** At most 2,000 characters, nothing sensitive. */
  note?: string | null | undefined;
};

/** What a person asks about the own data [tiếp nhận yêu cầu]. */
export type ReceiveSubjectRequestInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The person. Error: `MEMBER_NOT_FOUND`. */
  memberId: string;
  /** What is asked for. */
  kind: SubjectRequestKind;
  /** How it came in. */
  channel: ContactChannel;
  /** When; not in the future. The terms run from here. Error: `DATE_INVALID`. */
  receivedOn: string;
  /** What is asked for, in words: at most 2000 characters. */
  statement?: string | null | undefined;
  /** Whether somebody else processes the data on behalf: the term is longer then. Default: false. */
  hasProcessor?: boolean | null | undefined;
};

/** An activity, planned or done [ghi nhận hoạt động]. */
export type RecordActivityInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID, best a UUIDv7. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`. */
  teamId: string;
  /** How it is done. */
  kind: ActivityKind;
  /** PLANNED or DONE. Default: DONE, or PLANNED for what lies ahead. */
  status?: ActivityStatus | null | undefined;
  /** What it is, 1 to 200 characters. */
  title: string;
  /** Begin, with its offset. Errors: `INSTANT_INVALID`, `ACTIVITY_IN_FUTURE`. */
  startsAt: string;
  /** Minutes, 1 to 1440. */
  durationMinutes?: number | null | undefined;
  /** Code of the unit where it was held, if not in the team's own. */
  unitCode?: string | null | undefined;
  /** Place in words, at most 200 characters. */
  place?: string | null | undefined;
  /** At most 2,000 characters. No citizen-ID number, password or phone number: `TEXT_SENSITIVE`. */
  note?: string | null | undefined;
  /** Counts by topic. Error: `COUNTS_CONTRADICT`. */
  outcomes?: Array<ActivityOutcomeInput> | null | undefined;
};

/** What a person agreed to, or the ground on which data are used without. */
export type RecordConsentInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The person. Error: `MEMBER_NOT_FOUND`. */
  memberId: string;
  /** What for. */
  purpose: ConsentPurpose;
  /** On what ground. Never taken for granted. */
  basis: LegalBasis;
  /** Version of the wording that the person agreed to, in use on that day; for CONSENT, and only then. Error: `CONSENT_TEXT_NOT_FOUND`. */
  textVersion?: string | null | undefined;
  /** How it was given. */
  channel: ContactChannel;
  /** When; not in the future. Error: `DATE_INVALID`. */
  givenOn: string;
  /** Where the proof is: the number of a form; for another ground the provision. At most 200 characters, no names. */
  evidence?: string | null | undefined;
};

/** A figure as a source states it [số liệu báo cáo]; the same fact again is its correction. */
export type RecordMeasurementInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** Code of the unit on the day `asOf`. Error: `UNIT_NOT_FOUND`. */
  unitCode?: string | null | undefined;
  /** Id of the unit, for a village, which has no code. */
  unitId?: string | null | undefined;
  /** What is measured. Error: `INDICATOR_NOT_FOUND`. */
  indicatorCode: string;
  /** Where it is about the teams of one level only. */
  level?: AdminLevel | null | undefined;
  /** Where it is about one kind of team only. */
  teamKind?: TeamKind | null | undefined;
  /** The day it is about, today or earlier. Error: `DATE_INVALID`. */
  asOf: string;
  /** The period, where the source names one. */
  period?: string | null | undefined;
  /** In the unit of measure of the indicator; counts are whole. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
  value: number;
  /** Upper end, where the source states a range. */
  valueMax?: number | null | undefined;
  /** Of a ratio, with its denominator. Error: `COUNTS_CONTRADICT`. */
  numerator?: number | null | undefined;
  /** Of a ratio, at least 1. */
  denominator?: number | null | undefined;
  /** How sure it is: "hơn 4.000" is AT_LEAST and stays so. */
  qualifier: Qualifier;
  /** The figure in its source's words, at most 300 characters. */
  statement?: string | null | undefined;
  /** Where it is stated. */
  source: SourceInput;
  /** For a correction: the version that you saw. Left out: it is not there yet. */
  expectedVersion?: number | null | undefined;
  /** Why it is corrected, or why a ratio has no numerator and denominator, at most 300 characters. Error: `REASON_MISSING`. */
  reason?: string | null | undefined;
};

/** A report to be filled again [cập nhật số liệu báo cáo]. */
export type RefreshReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** A request that is refused [từ chối yêu cầu]. */
export type RefuseSubjectRequestInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the request. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, with the provision: 1 to 300 characters. */
  reason: string;
};

/** A photograph that goes, for ever. */
export type RemoveEvidenceInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the photograph. Error: `EVIDENCE_NOT_FOUND`. */
  id: string;
  /** Its activity. Error: `ACTIVITY_NOT_FOUND`. */
  activityId: string;
  /** The version of the activity that you saw. */
  expectedVersion: number;
};

/** A locked report that is opened again as a new edition [mở lại báo cáo]. */
export type ReopenReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** Writes that waited while there was no connection [gửi bù khi có mạng]. */
export type ReplayOutboxInput = {
  /** 1 to 50 writes, in the order in which they were made. Each has its own key, the same one for each try. */
  items: Array<OutboxItem>;
  /** Whether nothing is to follow the first that is not done; what follows is SKIPPED. */
  stopOnRefusal?: boolean | null | undefined;
};

/** What a member looks after: a hamlet, a school, the one-stop desk. */
export type ResponsibilityInput = {
  /** Kind of place or facility. */
  kind: ResponsibilityKind;
  /** Its name, 1 to 200 characters. May be left out where a unit is named. */
  name?: string | null | undefined;
  /** The unit, where it is one: in the team's own or around it. Error: `UNIT_NOT_FOUND`. */
  unitId?: string | null | undefined;
};

/** A person whose data are only kept from now on [hạn chế xử lý]. */
export type RestrictMemberInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID for the restriction. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The person. Error: `MEMBER_NOT_FOUND`. */
  memberId: string;
  /** The open request of the person behind it. Error: `REQUEST_NOT_FOUND`. */
  requestId?: string | null | undefined;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** An activity that goes back to its team. */
export type ReturnActivityInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the activity. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** What is to be mended, 1 to 300 characters. */
  reason: string;
};

/** A report that is returned to be mended [trả lại báo cáo]. */
export type ReturnReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** What is to be mended, 1 to 300 characters. */
  reason: string;
};

/** A waiver that is taken back [bỏ miễn báo cáo]. */
export type RevokeWaiverInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the waiver. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** A goal for an indicator, a unit or a team, and a period [giao chỉ tiêu]; set again, it is changed. */
export type SetTargetInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** Code of the unit today, or on the last day of a period that is over. */
  unitCode?: string | null | undefined;
  /** Id of the unit, for a village, which has no code. */
  unitId?: string | null | undefined;
  /** A team instead of a whole unit. Error: `TEAM_NOT_FOUND`. */
  teamId?: string | null | undefined;
  /** What is measured. Error: `INDICATOR_NOT_FOUND`. */
  indicatorCode: string;
  /** Where it is about the teams of one level only. */
  level?: AdminLevel | null | undefined;
  /** The period. Error: `PERIOD_INVALID`. */
  period: string;
  /** How a value is held against it. */
  comparator: Comparator;
  /** In the unit of measure of the indicator. Errors: `COUNT_INVALID`, `NUMBER_INVALID`. */
  value: number;
  /** The goal in its source's words, at most 300 characters. Default: made of the number. */
  statement?: string | null | undefined;
  /** The plan or decision. Default: this register. */
  source?: SourceInput | null | undefined;
  /** Which of several targets of the same indicator, unit and period is changed. Error: `TARGET_NOT_FOUND`. */
  code?: string | null | undefined;
  /** For a change: the version that you saw. Left out: it is not there yet. */
  expectedVersion?: number | null | undefined;
  /** Why it is changed: required once its period has begun. Error: `REASON_MISSING`. */
  reason?: string | null | undefined;
};

/** A token of Zalo that is exchanged for a session here [đăng nhập bằng Zalo]. */
export type SignInWithZaloInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** What `getAccessToken` of the mini app gives; not stored. Error: `ZALO_TOKEN_INVALID`. */
  accessToken: string;
  /** What `getPhoneNumber` of the mini app gives, a code that serves once: needed until the account is linked. Error: `ZALO_CODE_INVALID`. */
  phoneCode?: string | null | undefined;
  /** What the person agreed to, if anything; nothing is taken as agreed to. */
  consents?: Array<ZaloConsentInput> | null | undefined;
};

/** Where something is stated [nguồn]: the id of a known source, or title and what else is known. */
export type SourceInput = {
  /** A known source. Error: `SOURCE_NOT_FOUND`. */
  id?: string | null | undefined;
  /** Title as published, 1 to 300 characters; only without id. */
  title?: string | null | undefined;
  /** Who published it, at most 200 characters. */
  publisher?: string | null | undefined;
  /** When. Error: `DATE_INVALID`. */
  publishedOn?: string | null | undefined;
  /** The https address where it can be read, at most 500 characters. */
  url?: string | null | undefined;
};

/** A team that is split off another one. */
export type SplitOffTeamInput = {
  /** The client's own UUID of the new team. Left out: the server makes one. */
  id?: string | null | undefined;
  /** Readable code. Default: the code of the unit and a number. */
  code?: string | null | undefined;
  /** Name as people say it, 1 to 200 characters. */
  name: string;
  /** Code of the unit, as it is borne today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
  unitCode?: string | null | undefined;
  /** Id of the unit instead, as for a village, which has no code. */
  unitId?: string | null | undefined;
  /** People of the team who move to the new one, 1 to 100. */
  memberIds: Array<string>;
  /** The one of them who leads it. Default: who led the old team, if among them. */
  leaderId?: string | null | undefined;
};

/** A team of which others are split off [tách tổ]. Its history stays with it. */
export type SplitTeamInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** The client's own UUID of the merger or split, by which it is undone. Left out: the server makes one. */
  id?: string | null | undefined;
  /** The version of the team that goes on; another one is a Conflict. */
  expectedVersion: number;
  /** First day of the new state: today or earlier, at the latest tomorrow. */
  effectiveOn: string;
  /** Why, at most 300 characters. */
  reason?: string | null | undefined;
  /** Only show what it would do, and change nothing. Default: false. */
  dryRun?: boolean | null | undefined;
  /** The team that is split, and goes on. */
  teamId: string;
  /** Teams that are split off, 1 to 10. */
  newTeams: Array<SplitOffTeamInput>;
  /** A new decision. At most one of the three. */
  decision?: FoundingDecisionInput | null | undefined;
  /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
  decisionId?: string | null | undefined;
  /** Why it works without a decision so far, at most 300 characters. */
  noDecisionReason?: string | null | undefined;
};

/** A report that is sent to the level above [gửi báo cáo]. */
export type SubmitReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the report. */
  id: string;
  /** Why required lines have no value, or anything else to say, at most 300 characters. */
  reason?: string | null | undefined;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** An import that was a mistake [hoàn tác lần nhập]. */
export type UndoImportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the import. Error: `IMPORT_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, at most 300 characters. */
  reason?: string | null | undefined;
};

/** A merger or split that is taken back [hoàn tác sáp nhập, tách]. */
export type UndoMergerInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the merger or split. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** A Zalo account that is no longer to sign in as a person [gỡ tài khoản Zalo]. */
export type UnlinkZaloInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the link, as `Member.zaloLinks` has it. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
};

/** What changes; what is left out stays, null clears. A verified or returned activity becomes DONE and is verified anew. */
export type UpdateActivityInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the activity. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** How it was done. */
  kind?: ActivityKind | null | undefined;
  /** DONE for a planned one that took place. */
  status?: ActivityStatus | null | undefined;
  /** 1 to 200 characters. */
  title?: string | null | undefined;
  /** Begin, with its offset. */
  startsAt?: string | null | undefined;
  /** Minutes, 1 to 1440. */
  durationMinutes?: number | null | undefined;
  /** At most 200 characters. */
  place?: string | null | undefined;
  /** At most 2,000 characters, nothing sensitive. */
  note?: string | null | undefined;
  /** All counts anew: topics left out are removed. */
  outcomes?: Array<ActivityOutcomeInput> | null | undefined;
};

/** What changes about a person; what is left out stays. */
export type UpdateMemberInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the person. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** 1 to 100 characters. */
  displayName?: string | null | undefined;
  /** Vietnamese mobile number; null removes it. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`. */
  phone?: string | null | undefined;
};

/** What changes; what is left out stays, null clears. */
export type UpdateTeamInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the team. Error: `TEAM_NOT_FOUND`. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** Name as people say it, 1 to 200 characters. */
  name?: string | null | undefined;
  /** Kind of team: MERGED_DE_AN_06 for one that takes on the tasks of Đề án 06. */
  kind?: TeamKind | null | undefined;
  /** Level of the team; must fit its unit. */
  level?: AdminLevel | null | undefined;
  /** Code of the unit, as it is borne today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`. */
  unitCode?: string | null | undefined;
  /** Id of the unit instead, as for a village, which has no code. */
  unitId?: string | null | undefined;
  /** Name of the enterprise; for teams of kind ENTERPRISE and for no other. */
  employer?: string | null | undefined;
  /** Day of foundation. */
  foundedOn?: string | null | undefined;
  /** ACTIVE for a planned team that begins. Error: `DECISION_MISSING`. */
  status?: TeamStatus | null | undefined;
  /** A new decision. At most one of the three. */
  decision?: FoundingDecisionInput | null | undefined;
  /** A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`. */
  decisionId?: string | null | undefined;
  /** Why it works without a decision so far, at most 300 characters. */
  noDecisionReason?: string | null | undefined;
};

/** An activity that an officer found to be as recorded. */
export type VerifyActivityInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the activity. */
  id: string;
  /** The version that was looked at. */
  expectedVersion: number;
};

/** A unit whose report is done without [miễn báo cáo]. */
export type WaiveReportInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the waiver, made by the client. Default: a new one. */
  id?: string | null | undefined;
  /** By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`. */
  templateCode: string;
  /** Code of the unit on the last day of the period, or today if that is earlier. */
  unitCode?: string | null | undefined;
  /** Id of the unit, for a village, which has no code. */
  unitId?: string | null | undefined;
  /** The period. Error: `PERIOD_INVALID`. */
  period: string;
  /** Why, 1 to 300 characters. */
  reason: string;
};

/** A consent that a person withdraws [rút lại sự đồng ý]. */
export type WithdrawConsentInput = {
  /** A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`. */
  idempotencyKey: string;
  /** UUID of the consent. */
  id: string;
  /** The version that you saw; another one is a Conflict. */
  expectedVersion: number;
  /** How the person said so. */
  channel: ContactChannel;
  /** Since when it no longer holds: from the day it was given to today. Error: `DATE_INVALID`. */
  withdrawnOn: string;
  /** Why, if the person says so; at most 300 characters. */
  reason?: string | null | undefined;
};

/** A wording that the person was shown in the mini app and agreed to. */
export type ZaloConsentInput = {
  /** What for. */
  purpose: ConsentPurpose;
  /** Version of the wording that the person was shown, in use today. Error: `CONSENT_TEXT_NOT_FOUND`. */
  textVersion: string;
};

/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
export type ActivitySummary = { id: string, kind: ActivityKind, status: ActivityStatus, title: string, startsAt: string, durationMinutes: number | null, place: string | null, note: string | null, statusReason: string | null, seriesId: string | null, evidenceCount: number, isSynthetic: boolean, version: number, outcomes: Array<{ topic: Topic, reached: number | null, assisted: number | null, succeeded: number | null }> };

/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
export type ActivityInList = (
  { team: { id: string, code: string, name: string } }
  & ActivitySummary
);

/** Something a team does on a day [hoạt động]. For the people of the team and the officers of its unit. */
export type Activity = (
  { verifiedAt: string | null, recordedAt: string, team: TeamSummary, unit: UnitName | null }
  & ActivitySummary
);

export type ActivityVariables = {
  id: string;
};

export type ActivityResult = { activity: Activity | null };

export type ActivitiesVariables = {
  unitCode?: string | null | undefined;
  teamId?: string | null | undefined;
  period?: string | null | undefined;
  status?: ActivityStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type ActivitiesResult = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<ActivityInList> } };

export type RecordActivityVariables = {
  input: RecordActivityInput;
};

export type RecordActivityResult = { recordActivity:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

export type UpdateActivityVariables = {
  input: UpdateActivityInput;
};

export type UpdateActivityResult = { updateActivity:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

export type VerifyActivityVariables = {
  input: VerifyActivityInput;
};

export type VerifyActivityResult = { verifyActivity:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

export type ReturnActivityVariables = {
  input: ReturnActivityInput;
};

export type ReturnActivityResult = { returnActivity:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

export type CancelActivityVariables = {
  input: CancelActivityInput;
};

export type CancelActivityResult = { cancelActivity:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type ActivityConflict = (
  { current:
    | Activity
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type AttachEvidenceVariables = {
  input: AttachEvidenceInput;
};

export type AttachEvidenceResult = { attachEvidence:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

export type RemoveEvidenceVariables = {
  input: RemoveEvidenceInput;
};

export type RemoveEvidenceResult = { removeEvidence:
    | (
      { __typename: 'Activity' }
      & Activity
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivityConflict
    )
   };

/** A photograph of an activity [ảnh minh chứng], drawn anew: it holds no location, camera or other metadata. */
export type Evidence = { id: string, caption: string | null, width: number, height: number, sizeBytes: number, sha256: string, recordedAt: string, thumbnailUrl: string };

export type ActivityEvidenceVariables = {
  id: string;
};

export type ActivityEvidenceResult = { activity: { evidence: Array<Evidence> } | null };

/** Activities that were planned together, as one recurrence [lịch hoạt động định kỳ]. */
export type ActivitySeries = { id: string, skippedMonths: Array<string>, version: number, activities: Array<ActivitySummary> };

export type ActivitySeriesVariables = {
  id: string;
};

export type ActivitySeriesResult = { activitySeries: ActivitySeries | null };

export type PlanActivitySeriesVariables = {
  input: PlanActivitySeriesInput;
};

export type PlanActivitySeriesResult = { planActivitySeries:
    | (
      { __typename: 'ActivitySeries' }
      & ActivitySeries
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivitySeriesConflict
    )
   };

export type CancelActivitySeriesVariables = {
  input: CancelActivitySeriesInput;
};

export type CancelActivitySeriesResult = { cancelActivitySeries:
    | (
      { __typename: 'ActivitySeries' }
      & ActivitySeries
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ActivitySeriesConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type ActivitySeriesConflict = (
  { current:
    | ActivitySeries
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type ActivitiesByWeekdayVariables = {
  unitCode: string;
  period: string;
};

export type ActivitiesByWeekdayResult = { activitiesByWeekday: Array<{ weekday: Weekday, dayPart: DayPart, activities: number }> };

/** That something was changed [thay đổi]. Read it by its id to see what it is now. */
export type Change = { entityType: string, id: string, version: number, isDeleted: boolean, at: string, field: string, reason: string | null };

/** Changes in the order in which the server took them. */
export type ChangePage = { cursor: string, hasMore: boolean, changes: Array<Change> };

export type ChangesVariables = {
  since?: string | null | undefined;
  first?: number | null | undefined;
};

export type ChangesResult = { changes: ChangePage };

/** One change in the history of something [lịch sử thay đổi]. */
export type HistoryEntry = { at: string, by: string, field: string, version: number, reason: string | null, isPersonalErased: boolean, values: Array<{ name: string, before: string | null, after: string | null }> };

export type HistoryVariables = {
  entityType: string;
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type HistoryResult = { history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<HistoryEntry> } };

/** What a team or a person may be paid, and when that is in force [định mức hỗ trợ]. */
export type FundingRule = { code: string, basis: FundingBasis, amountVnd: number, amountPerTeamYearVnd: number | null, isMaximum: boolean, topUpFactor: number | null, purpose: string, validFrom: string | null, validTo: string | null, statement: string, source: Source };

export type FundingRulesVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type FundingRulesResult = { fundingRules: Array<FundingRule> };

/** A grant in kind [chương trình hỗ trợ]: free mobile data for core members, a phone for each team. */
export type BenefitProgramme = { code: string, name: string, providers: Array<string>, minRecipientsPerTeam: number | null, itemsPerTeam: number | null, minSlots: number | null, eligible: string | null, statement: string, source: Source };

export type BenefitProgrammesVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type BenefitProgrammesResult = { benefitProgrammes: Array<BenefitProgramme> };

/** Something that is not right in a file [lỗi, cảnh báo], where it stands, and what would be right. */
export type ImportIssue = { code: string, severity: Severity, message: string, messageEn: string, sheet: string, row: number, cell: string | null, field: string | null, value: string | null };

/** An officer's file on its way into the register [lần nhập tệp]: read as a dry run, applied as one, undone as one. For the officers of all its units. */
export type Import = { id: string, kind: ImportKind, status: ImportStatus, fileName: string, fileSize: number, skipFaultyRows: boolean, createdAt: string, appliedAt: string | null, undoneAt: string | null, version: number, progress: { phase: string | null, label: string | null, done: number, total: number | null }, counts: { rows: number, newRows: number, changedRows: number, unchangedRows: number, faultyRows: number, warnings: number }, columns: Array<{ sheet: string, column: string, header: string, field: string | null, label: string | null, sample: string | null }>, fields: Array<{ field: string, label: string, labelEn: string }>, issues: Array<ImportIssue>, failure: { code: string, message: string, messageEn: string } | null };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type ImportConflict = (
  { current:
    | { __typename: 'Activity' }
    | { __typename: 'ActivitySeries' }
    | (
      { __typename: 'Import' }
      & Import
    )
    | { __typename: 'Indicator' }
    | { __typename: 'Target' }
    | { __typename: 'UnitFigure' }
    | { __typename: 'Membership' }
    | { __typename: 'Member' }
    | { __typename: 'Merger' }
    | { __typename: 'ReportWaiver' }
    | { __typename: 'Report' }
    | { __typename: 'Consent' }
    | { __typename: 'SubjectRequest' }
    | { __typename: 'Erasure' }
    | { __typename: 'Restriction' }
    | { __typename: 'Team' }
    | { __typename: 'AdminUnit' }
    | { __typename: 'ZaloLink' }
   }
  & Conflict
);

export type ImportVariables = {
  id: string;
};

export type ImportResult = { import: Import | null };

export type ImportsVariables = {
  kind?: ImportKind | null | undefined;
  status?: ImportStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type ImportsResult = { imports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<Import> } };

export type ImportRowsVariables = {
  id: string;
  outcome?: ImportOutcome | null | undefined;
  hasIssues?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type ImportRowsResult = { import: { rows: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<ImportRow> } } | null };

/** A row of a file [dòng của tệp]: what it says, and what the register makes of it. */
export type ImportRow = { number: number, sheet: string, row: number, outcome: ImportOutcome, cells: Array<{ field: string, label: string, value: string | null }>, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, issues: Array<ImportIssue> };

export type ApplyImportVariables = {
  input: ApplyImportInput;
};

export type ApplyImportResult = { applyImport:
    | (
      { __typename: 'Import' }
      & Import
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ImportConflict
    )
   };

export type UndoImportVariables = {
  input: UndoImportInput;
};

export type UndoImportResult = { undoImport:
    | (
      { __typename: 'Import' }
      & Import
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ImportConflict
    )
   };

export type MapImportColumnsVariables = {
  input: MapImportColumnsInput;
};

export type MapImportColumnsResult = { mapImportColumns:
    | (
      { __typename: 'Import' }
      & Import
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ImportConflict
    )
   };

export type DiscardImportVariables = {
  input: DiscardImportInput;
};

export type DiscardImportResult = { discardImport:
    | (
      { __typename: 'Import' }
      & Import
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ImportConflict
    )
   };

/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
export type IndicatorSummary = { code: string, name: string, nameEn: string, unit: string, direction: Direction, aggregation: Aggregation, version: string };

/** A goal for an indicator, a unit or a team, and a period [chỉ tiêu được giao]. */
export type Target = { code: string, version: number, period: string, comparator: Comparator, value: number | null, measureUnit: string, readings: Array<number>, statement: string, reason: string | null, unit: UnitName, source: Source };

/** An indicator for a unit and a period, with its target. */
export type KpiValue = { value: number | null, basis: KpiBasis | null, reported: number | null, computed: number | null, computedNumerator: number | null, computedDenominator: number | null, registered: number | null, variance: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, attainment: number | null, rank: number | null, completeness: number, asOf: string, unit: UnitName, target: Target | null, sources: Array<Source>, warnings: Array<Warning> };

/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
export type Indicator = (
  { versions: Array<{ version: string, definition: string, validFrom: string | null, validTo: string | null }> }
  & IndicatorSummary
);

export type IndicatorsVariables = {
  search?: string | null | undefined;
};

export type IndicatorsResult = { indicators: Array<Indicator> };

/** One indicator on a board. */
export type KpiRow = { indicator: IndicatorSummary, total: KpiValue, breakdown: Array<KpiValue> };

/** Indicators of a unit in a period against their targets [bảng chỉ tiêu]. */
export type KpiBoard = { period: string, boundary: Boundary, unit: UnitName, rows: Array<KpiRow> };

export type KpiBoardVariables = {
  unitCode: string;
  period: string;
  indicatorCodes?: Array<string> | null | undefined;
  breakdown?: AdminLevel | null | undefined;
  boundary?: Boundary | null | undefined;
};

export type KpiBoardResult = { kpiBoard: KpiBoard };

/** One figure that a source states about a unit, with everything it says about it. */
export type Figure = { level: AdminLevel | null, teamKind: TeamKind | null, value: number, valueMax: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, statedChange: number | null, asOf: string, period: string | null, statement: string | null, indicator: IndicatorSummary, source: Source };

export type FiguresVariables = {
  code: string;
  asOf?: string | null | undefined;
  indicatorCodes?: Array<string> | null | undefined;
  period?: string | null | undefined;
  until?: string | null | undefined;
};

export type FiguresResult = { adminUnit: { figures: Array<Figure> } | null };

/** A goal for an indicator, a unit or a team, and a period [chỉ tiêu được giao]. */
export type SetTarget = (
  { indicator: IndicatorSummary, team: { id: string, code: string, name: string } | null, history: Array<{ revision: number, comparator: Comparator, value: number | null, statement: string, reason: string | null, recordedAt: string, supersededAt: string | null }> }
  & Target
);

export type TargetsVariables = {
  code: string;
  asOf?: string | null | undefined;
  period?: string | null | undefined;
};

export type TargetsResult = { adminUnit: { targets: Array<SetTarget> } | null };

export type TeamTargetsVariables = {
  id: string;
  period?: string | null | undefined;
};

export type TeamTargetsResult = { team: { targets: Array<SetTarget> } | null };

/** An indicator as the verified activities of one team give it, with its target [kết quả của tổ]. */
export type TeamKpi = { period: string, value: number | null, qualifier: Qualifier, attainment: number | null, indicator: IndicatorSummary, target: Target | null };

export type TeamKpisVariables = {
  id: string;
  period: string;
};

export type TeamKpisResult = { team: { kpis: Array<TeamKpi> } | null };

export type SetTargetVariables = {
  input: SetTargetInput;
};

export type SetTargetResult = { setTarget:
    | (
      { __typename: 'Target' }
      & SetTarget
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & TargetConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type TargetConflict = (
  { current:
    | SetTarget
    | Record<PropertyKey, never>
   }
  & Conflict
);

/** One figure that a source states about a unit, with everything it says about it. */
export type Measurement = (
  { id: string, version: number, reason: string | null, unit: UnitName, history: Array<{ revision: number, value: number, qualifier: Qualifier, reason: string | null, recordedAt: string, supersededAt: string | null }> }
  & Figure
);

export type RecordMeasurementVariables = {
  input: RecordMeasurementInput;
};

export type RecordMeasurementResult = { recordMeasurement:
    | (
      { __typename: 'UnitFigure' }
      & Measurement
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MeasurementConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type MeasurementConflict = (
  { current:
    | Measurement
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type DefineIndicatorVariables = {
  input: DefineIndicatorInput;
};

export type DefineIndicatorResult = { defineIndicator:
    | (
      { __typename: 'Indicator' }
      & Indicator
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & IndicatorConflict
    )
   };

export type DefineIndicatorVersionVariables = {
  input: DefineIndicatorVersionInput;
};

export type DefineIndicatorVersionResult = { defineIndicatorVersion:
    | (
      { __typename: 'Indicator' }
      & Indicator
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & IndicatorConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type IndicatorConflict = (
  { current:
    | Indicator
    | Record<PropertyKey, never>
   }
  & Conflict
);

/** A set of material for teams [bộ tài liệu]. */
export type Material = { code: string, title: string, topics: Array<Topic>, formats: Array<string>, language: string, owners: Array<string>, year: number | null, source: Source };

export type MaterialsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type MaterialsResult = { materials: Array<Material> };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type Member = { id: string, displayName: string, phone: string | null, isSynthetic: boolean, version: number, memberships: Array<{ id: string, version: number, role: MemberRole, isCore: boolean, affiliations: Array<Affiliation>, from: string, to: string | null, team: TeamSummary, responsibilities: Array<{ kind: ResponsibilityKind, name: string }> }> };

export type MemberVariables = {
  id: string;
  asOf?: string | null | undefined;
};

export type MemberResult = { member: Member | null };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type MemberName = { id: string, displayName: string, phone: string | null, isSynthetic: boolean, version: number };

/** One person in one team, for a time [tư cách thành viên]. */
export type Membership = { id: string, role: MemberRole, isCore: boolean, affiliations: Array<Affiliation>, from: string, to: string | null, version: number, member: MemberName, team: { id: string, code: string, name: string }, responsibilities: Array<{ kind: ResponsibilityKind, name: string }> };

export type AddMemberVariables = {
  input: AddMemberInput;
};

export type AddMemberResult = { addMember:
    | (
      { __typename: 'Membership' }
      & Membership
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MembershipConflict
    )
   };

export type ChangeMembershipVariables = {
  input: ChangeMembershipInput;
};

export type ChangeMembershipResult = { changeMembership:
    | (
      { __typename: 'Membership' }
      & Membership
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MembershipConflict
    )
   };

export type EndMembershipVariables = {
  input: EndMembershipInput;
};

export type EndMembershipResult = { endMembership:
    | (
      { __typename: 'Membership' }
      & Membership
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MembershipConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type MembershipConflict = (
  { current:
    | Membership
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type UpdateMemberVariables = {
  input: UpdateMemberInput;
};

export type UpdateMemberResult = { updateMember:
    | (
      { __typename: 'Member' }
      & MemberName
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MemberConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type MemberConflict = (
  { current:
    | MemberName
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type MergeMembersVariables = {
  input: MergeMembersInput;
};

export type MergeMembersResult = { mergeMembers:
    | (
      { __typename: 'Merger' }
      & Merger
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MergerConflict
    )
   };

/** Two records that may be one person’s [nghi trùng]. Nothing is merged by itself: see mergeMembers. */
export type MemberPair = { reasons: Array<DuplicateReason>, score: number, first: MemberName, second: MemberName };

export type DuplicateMembersVariables = {
  unitCode: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type DuplicateMembersResult = { duplicateMembers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<MemberPair> } };

/** Teams, people or units that were made one, or a team that was split [sáp nhập, tách]: what it does, and whether it was undone. For the officers of its unit. */
export type Merger = { id: string, kind: MergerKind, status: MergerStatus, effectiveOn: string, reason: string | null, isDryRun: boolean, appliedAt: string, undoneAt: string | null, version: number, unit: UnitName | null, report: Array<{ kind: string, label: string, labelEn: string, count: number, details: Array<string>, members: Array<{ id: string, displayName: string }> }> };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type MergerConflict = (
  { current:
    | { __typename: 'Activity' }
    | { __typename: 'ActivitySeries' }
    | { __typename: 'Import' }
    | { __typename: 'Indicator' }
    | { __typename: 'Target' }
    | { __typename: 'UnitFigure' }
    | { __typename: 'Membership' }
    | { __typename: 'Member', id: string }
    | { __typename: 'Merger', id: string }
    | { __typename: 'ReportWaiver' }
    | { __typename: 'Report' }
    | { __typename: 'Consent' }
    | { __typename: 'SubjectRequest' }
    | { __typename: 'Erasure' }
    | { __typename: 'Restriction' }
    | { __typename: 'Team', id: string }
    | { __typename: 'AdminUnit', id: string }
    | { __typename: 'ZaloLink' }
   }
  & Conflict
);

export type MergerVariables = {
  id: string;
};

export type MergerResult = { merger: Merger | null };

export type MergersVariables = {
  unitCode: string;
  kind?: MergerKind | null | undefined;
  status?: MergerStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type MergersResult = { mergers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<Merger> } };

export type UndoMergerVariables = {
  input: UndoMergerInput;
};

export type UndoMergerResult = { undoMerger:
    | (
      { __typename: 'Merger' }
      & Merger
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MergerConflict
    )
   };

/** A way of working that a team invented and others may copy [mô hình hoạt động]. */
export type OperatingModel = { code: string, name: string, aliases: Array<string>, place: string | null, initiator: string | null, approvedBy: string | null, evaluation: string | null, description: string | null, unit: UnitName, adoptions: Array<{ adopted: number, total: number, asOf: string, unit: UnitName, source: Source }>, source: Source };

export type OperatingModelsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type OperatingModelsResult = { operatingModels: Array<OperatingModel> };

/** What became of one write that waited. */
export type OutboxOutcome = { index: number, field: string | null, idempotencyKey: string | null, status: OutboxStatus, entityType: string | null, id: string | null, version: number | null, refusal: { code: string, message: string, messageEn: string, field: string | null, retryable: boolean, value: string | null } | null, conflict: Conflict | null };

/** What became of the writes that waited, item by item [kết quả gửi bù]. */
export type OutboxReport = { outcomes: Array<OutboxOutcome> };

export type ReplayOutboxVariables = {
  input: ReplayOutboxInput;
};

export type ReplayOutboxResult = { replayOutbox:
    | (
      { __typename: 'OutboxReport' }
      & OutboxReport
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
   };

/** Where a statement comes from [nguồn]: an article, a plan, a decision, an official table. */
export type Source = { id: string, title: string, publisher: string | null, publishedOn: string | null, url: string | null, note: string | null };

/** Something that a reader of a figure must know. Contradictions are shown, not repaired. */
export type Warning = { code: string, message: string, messageEn: string, shortfall: number | null };

/** A figure as its source states it [số báo cáo], or a sum of such figures. A sum is as unsure as its least sure part; its day is the latest of its parts. */
export type ReportedFigure = { value: number, qualifier: Qualifier, unit: string, asOf: string, sources: Array<Source> };

/** What is reported and what the register holds: two facts, never mixed. */
export type FigurePair = { registered: number | null, variance: number | null, completeness: number, reported: ReportedFigure | null };

/** Teams of one level and kind. A null level or kind: the source does not split by it. */
export type TeamLevelFigure = { level: AdminLevel | null, kind: TeamKind | null, fewestMembers: number | null, mostMembers: number | null, teams: FigurePair, members: FigurePair };

/** Units with at least one team, of all units of that level [độ phủ]. */
export type Coverage = { level: AdminLevel, covered: number, total: number, ratio: number, basis: CoverageBasis };

/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
export type Overview = { asOf: string, boundary: Boundary, completeness: number, unit: Unit, teams: FigurePair, members: FigurePair, teamsByLevel: Array<TeamLevelFigure>, coverage: Array<Coverage>, warnings: Array<Warning> };

export type OverviewVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
  boundary?: Boundary | null | undefined;
};

export type OverviewResult = { overview: Overview | null };

/** What is reported, by whom, how often and until when [mẫu báo cáo]: one dated version. The templates that come with the package are no official forms; each place adapts them. */
export type ReportTemplate = { code: string, version: string, name: string, nameEn: string, note: string | null, levels: Array<AdminLevel>, periods: Array<PeriodKind>, validFrom: string, validTo: string | null, deadlines: Array<{ level: AdminLevel, workingDays: number }> };

/** The report of one unit for one period, by one template [báo cáo kỳ]: filled from what is known, corrected by hand with a reason, submitted, approved by the level above, locked. For the officers of the unit. */
export type ReportSummary = { id: string, level: AdminLevel, period: string, status: ReportStatus, edition: number, dueOn: string | null, submittedOn: string | null, daysLate: number | null, isEditable: boolean, isDiscardable: boolean, actions: Array<ReportAction>, openedAt: string, version: number, template: { code: string, version: string, name: string, nameEn: string }, unit: UnitName };

/** A value of a report [giá trị trong báo cáo], with where it comes from and what it is compared with. */
export type ReportValue = { code: string, label: string, labelEn: string, indicatorCode: string, measureUnit: string, aggregation: Aggregation, isRequired: boolean, value: number | null, numerator: number | null, denominator: number | null, filled: number | null, qualifier: Qualifier, origin: ReportOrigin, own: number | null, variance: number | null, completeness: number, warnings: Array<Warning>, parts: Array<{ from: string, to: string, value: number | null, reportId: string | null, unit: UnitName }>, correction: { value: number | null, replaces: number | null, reason: string, by: string, at: string } | null };

/** A table of a report [bảng số liệu]. */
export type ReportTable = { code: string, title: string, titleEn: string, values: Array<ReportValue> };

/** A unit that should report to another one, and how it stands [tình hình gửi báo cáo]. */
export type ReportChild = { standing: ReportStanding, dueOn: string | null, submittedOn: string | null, daysLate: number | null, unit: UnitName, report: { id: string, version: number, actions: Array<ReportAction> } | null, waiver: { id: string, reason: string, by: string, version: number } | null };

/** The report of one unit for one period, by one template [báo cáo kỳ]: filled from what is known, corrected by hand with a reason, submitted, approved by the level above, locked. For the officers of the unit. */
export type Report = (
  { completeness: number, isStale: boolean, parentUnit: UnitName | null, carriedOnBy: UnitName | null, warnings: Array<Warning>, tables: Array<ReportTable>, children: Array<ReportChild>, editions: Array<{ number: number, coversFrom: string, coversTo: string, filledAt: string, lockedAt: string | null, digest: string | null }>, trail: Array<{ action: ReportAction, from: ReportStatus | null, to: ReportStatus, edition: number, reason: string | null, by: string, at: string }> }
  & ReportSummary
);

/** The report above is made without that of a unit [miễn báo cáo]: why, and who decided. */
export type ReportWaiver = { id: string, templateCode: string, period: string, reason: string, by: string, waivedAt: string, revokedAt: string | null, version: number, unit: UnitName };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type ReportConflict = (
  { current:
    | { __typename: 'Activity' }
    | { __typename: 'ActivitySeries' }
    | { __typename: 'Import' }
    | { __typename: 'Indicator' }
    | { __typename: 'Target' }
    | { __typename: 'UnitFigure' }
    | { __typename: 'Membership' }
    | { __typename: 'Member' }
    | { __typename: 'Merger' }
    | { __typename: 'ReportWaiver', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'Consent' }
    | { __typename: 'SubjectRequest' }
    | { __typename: 'Erasure' }
    | { __typename: 'Restriction' }
    | { __typename: 'Team' }
    | { __typename: 'AdminUnit' }
    | { __typename: 'ZaloLink' }
   }
  & Conflict
);

export type ReportTemplatesVariables = {
  asOf?: string | null | undefined;
};

export type ReportTemplatesResult = { reportTemplates: Array<ReportTemplate> };

export type ReportVariables = {
  id: string;
};

export type ReportResult = { report: Report | null };

export type ReportEditionsVariables = {
  id: string;
};

export type ReportEditionsResult = { report: { editions: Array<{ number: number, coversFrom: string, coversTo: string, filledAt: string, lockedAt: string | null, digest: string | null, tables: Array<ReportTable> }> } | null };

export type ReportsVariables = {
  unitCode?: string | null | undefined;
  templateCode?: string | null | undefined;
  period?: string | null | undefined;
  level?: AdminLevel | null | undefined;
  status?: ReportStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type ReportsResult = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<ReportSummary> } };

export type ReportProgressVariables = {
  templateCode: string;
  period: string;
  unitCode: string;
};

export type ReportProgressResult = { reportProgress: { period: string, dueOn: string | null, expected: number, approved: number, submitted: number, returned: number, drafts: number, missing: number, waived: number, late: number, template: ReportTemplate, unit: UnitName, report: ReportSummary | null, children: Array<ReportChild> } };

export type WorkCalendarVariables = {
  year: number;
};

export type WorkCalendarResult = { workCalendar: { year: number, days: Array<{ day: string, kind: CalendarDayKind, name: string, nameEn: string, source: Source }> } };

export type OpenReportVariables = {
  input: OpenReportInput;
};

export type OpenReportResult = { openReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type RefreshReportVariables = {
  input: RefreshReportInput;
};

export type RefreshReportResult = { refreshReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type DiscardReportVariables = {
  input: DiscardReportInput;
};

export type DiscardReportResult = { discardReport:
    | (
      { __typename: 'AdminUnit' }
      & UnitName
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type CorrectReportValueVariables = {
  input: CorrectReportValueInput;
};

export type CorrectReportValueResult = { correctReportValue:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type SubmitReportVariables = {
  input: SubmitReportInput;
};

export type SubmitReportResult = { submitReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type ReturnReportVariables = {
  input: ReturnReportInput;
};

export type ReturnReportResult = { returnReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type ApproveReportVariables = {
  input: ApproveReportInput;
};

export type ApproveReportResult = { approveReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type LockReportVariables = {
  input: LockReportInput;
};

export type LockReportResult = { lockReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type ReopenReportVariables = {
  input: ReopenReportInput;
};

export type ReopenReportResult = { reopenReport:
    | (
      { __typename: 'Report' }
      & Report
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type WaiveReportVariables = {
  input: WaiveReportInput;
};

export type WaiveReportResult = { waiveReport:
    | (
      { __typename: 'ReportWaiver' }
      & ReportWaiver
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

export type RevokeWaiverVariables = {
  input: RevokeWaiverInput;
};

export type RevokeWaiverResult = { revokeWaiver:
    | (
      { __typename: 'ReportWaiver' }
      & ReportWaiver
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ReportConflict
    )
   };

/** What people are asked to agree to, word by word [mẫu câu xin đồng ý]. Never rewritten: another wording is another version. */
export type ConsentText = { purpose: ConsentPurpose, version: string, wording: string, wordingEn: string, validFrom: string, validTo: string | null };

export type ConsentTextsVariables = {
  asOf?: string | null | undefined;
};

export type ConsentTextsResult = { consentTexts: Array<ConsentText> };

/** That a person's data may be used for a purpose, and on what ground [sự đồng ý]. There is none by default. For the person and for officers who handle him or her. */
export type Consent = { id: string, purpose: ConsentPurpose, basis: LegalBasis, channel: ContactChannel, givenOn: string, evidence: string | null, recordedAt: string, version: number, text: ConsentText | null, withdrawal: { channel: ContactChannel, withdrawnOn: string, reason: string | null } | null };

/** What a person asks about the own data, and what came of it [yêu cầu của chủ thể dữ liệu]. For the person and for officers who handle him or her. */
export type SubjectRequest = { id: string, kind: SubjectRequestKind, status: SubjectRequestStatus, channel: ContactChannel, receivedOn: string, statement: string | null, hasProcessor: boolean, acknowledgeDueOn: string, dueOn: string, nextDueOn: string | null, isOverdue: boolean, isDueProvisional: boolean, acknowledgedOn: string | null, extensionDays: number | null, extensionReason: string | null, closedOn: string | null, outcome: string | null, version: number, member: { id: string, displayName: string } };

/** From when to when a person's data are only kept [hạn chế xử lý]: not listed to others than the officers handling the person, not exported, not changed. The person is still counted. */
export type Restriction = { id: string, reason: string, since: string, liftedAt: string | null, liftedReason: string | null, version: number, member: { id: string, displayName: string } };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type MemberRights = { id: string, displayName: string, isRestricted: boolean, isErased: boolean, consents: Array<Consent>, subjectRequests: Array<SubjectRequest>, restrictions: Array<Restriction> };

export type MemberRightsVariables = {
  id: string;
};

export type MemberRightsResult = { member: MemberRights | null };

export type SubjectRequestsVariables = {
  unitCode?: string | null | undefined;
  kind?: SubjectRequestKind | null | undefined;
  status?: SubjectRequestStatus | null | undefined;
  dueBy?: string | null | undefined;
  isOverdue?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type SubjectRequestsResult = { subjectRequests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<SubjectRequest> } };

/** All that is held about a person [dữ liệu đang lưu về một người], to be handed to him or her. */
export type PersonalEvidence = { memberId: string, takenAt: string, sections: Array<{ name: string, title: string, columns: Array<string>, rows: Array<Array<string | null>> }> };

export type PersonalEvidenceVariables = {
  memberId: string;
};

export type PersonalEvidenceResult = { personalEvidence: PersonalEvidence };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type ConsentConflict = (
  { current:
    | Consent
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type RecordConsentVariables = {
  input: RecordConsentInput;
};

export type RecordConsentResult = { recordConsent:
    | (
      { __typename: 'Consent' }
      & Consent
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ConsentConflict
    )
   };

export type WithdrawConsentVariables = {
  input: WithdrawConsentInput;
};

export type WithdrawConsentResult = { withdrawConsent:
    | (
      { __typename: 'Consent' }
      & Consent
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & ConsentConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type SubjectRequestConflict = (
  { current:
    | SubjectRequest
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type ReceiveSubjectRequestVariables = {
  input: ReceiveSubjectRequestInput;
};

export type ReceiveSubjectRequestResult = { receiveSubjectRequest:
    | (
      { __typename: 'SubjectRequest' }
      & SubjectRequest
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

export type AcknowledgeSubjectRequestVariables = {
  input: AcknowledgeSubjectRequestInput;
};

export type AcknowledgeSubjectRequestResult = { acknowledgeSubjectRequest:
    | (
      { __typename: 'SubjectRequest' }
      & SubjectRequest
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

export type ExtendSubjectRequestVariables = {
  input: ExtendSubjectRequestInput;
};

export type ExtendSubjectRequestResult = { extendSubjectRequest:
    | (
      { __typename: 'SubjectRequest' }
      & SubjectRequest
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

export type CompleteSubjectRequestVariables = {
  input: CompleteSubjectRequestInput;
};

export type CompleteSubjectRequestResult = { completeSubjectRequest:
    | (
      { __typename: 'SubjectRequest' }
      & SubjectRequest
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

export type RefuseSubjectRequestVariables = {
  input: RefuseSubjectRequestInput;
};

export type RefuseSubjectRequestResult = { refuseSubjectRequest:
    | (
      { __typename: 'SubjectRequest' }
      & SubjectRequest
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type RestrictionConflict = (
  { current:
    | Restriction
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type RestrictMemberVariables = {
  input: RestrictMemberInput;
};

export type RestrictMemberResult = { restrictMember:
    | (
      { __typename: 'Restriction' }
      & Restriction
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & RestrictionConflict
    )
   };

export type LiftRestrictionVariables = {
  input: LiftRestrictionInput;
};

export type LiftRestrictionResult = { liftRestriction:
    | (
      { __typename: 'Restriction' }
      & Restriction
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & RestrictionConflict
    )
   };

/** That a person was erased, or would be [xóa dữ liệu cá nhân]: what goes, what stays and why. It names nobody, and cannot be undone. */
export type Erasure = { id: string, reason: string, isDryRun: boolean, executedAt: string, version: number, member: { id: string }, report: Array<{ kind: string, action: ErasureAction, label: string, labelEn: string, count: number, details: Array<string> }> };

export type EraseMemberVariables = {
  input: EraseMemberInput;
};

export type EraseMemberResult = { eraseMember:
    | (
      { __typename: 'Erasure' }
      & Erasure
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & SubjectRequestConflict
    )
   };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type TeamSummary = { id: string, code: string, name: string, kind: TeamKind, status: TeamStatus, level: AdminLevel, isSynthetic: boolean, unit: (
    { parent: (
      { parent: UnitName | null }
      & UnitName
    ) | null }
    & UnitName
  ) | null };

/** A rule on size or composition that a team does not keep [vi phạm quy định]. */
export type RuleViolation = { ruleCode: string, requirement: Requirement, severity: Severity, affiliation: Affiliation | null, min: number | null, max: number | null, actual: number, difference: number, message: string, messageEn: string, statement: string };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type TeamMember = { id: string, displayName: string, phone: string | null, isSynthetic: boolean, version: number, memberships: Array<{ id: string, version: number, role: MemberRole, isCore: boolean, affiliations: Array<Affiliation>, from: string, to: string | null, team: { id: string }, responsibilities: Array<{ kind: ResponsibilityKind, name: string }> }> };

export type TeamsVariables = {
  search?: string | null | undefined;
  unitCode?: string | null | undefined;
  level?: AdminLevel | null | undefined;
  kind?: TeamKind | null | undefined;
  status?: TeamStatus | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type TeamsResult = { teams: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<TeamSummary> } };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type Team = (
  { employer: string | null, foundedOn: string | null, endedOn: string | null, version: number, decision: { id: string, number: string, title: string, issuer: string, issuedOn: string | null, effectiveOn: string | null, fileUrl: string | null } | null, predecessors: Array<{ kind: TeamLinkKind, effectiveOn: string, from: { id: string, code: string, name: string } }>, successors: Array<{ kind: TeamLinkKind, effectiveOn: string, to: { id: string, code: string, name: string } }> }
  & TeamSummary
);

export type TeamVariables = {
  id?: string | null | undefined;
  code?: string | null | undefined;
};

export type TeamResult = { team: Team | null };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type TeamState = { id: string, code: string, name: string, version: number, viewerRole: ViewerRole | null, noDecisionReason: string | null, zaloGroup: { status: ZaloGroupStatus, url: string | null } | null, leader: { id: string, displayName: string } | null, ruleViolations: Array<RuleViolation> };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type TeamInside = (
  { members: { totalCount: number, nodes: Array<TeamMember> }, activities: { totalCount: number, nodes: Array<ActivitySummary> } }
  & TeamState
);

export type TeamInsideVariables = {
  id?: string | null | undefined;
  code?: string | null | undefined;
  asOf?: string | null | undefined;
  memberCount?: number | null | undefined;
  activityCount?: number | null | undefined;
};

export type TeamInsideResult = { team: TeamInside | null };

export type TeamStateVariables = {
  id: string;
  asOf?: string | null | undefined;
};

export type TeamStateResult = { team: TeamState | null };

export type TeamMembersVariables = {
  id?: string | null | undefined;
  code?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type TeamMembersResult = { team: { members: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<TeamMember> } } | null };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type TeamRecord = (
  { noDecisionReason: string | null, zaloGroup: { status: ZaloGroupStatus, url: string | null } | null }
  & Team
);

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type TeamConflict = (
  { current:
    | TeamRecord
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type EstablishTeamVariables = {
  input: EstablishTeamInput;
};

export type EstablishTeamResult = { establishTeam:
    | (
      { __typename: 'Team' }
      & TeamRecord
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & TeamConflict
    )
   };

export type UpdateTeamVariables = {
  input: UpdateTeamInput;
};

export type UpdateTeamResult = { updateTeam:
    | (
      { __typename: 'Team' }
      & TeamRecord
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & TeamConflict
    )
   };

export type DissolveTeamVariables = {
  input: DissolveTeamInput;
};

export type DissolveTeamResult = { dissolveTeam:
    | (
      { __typename: 'Team' }
      & TeamRecord
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & TeamConflict
    )
   };

export type LinkZaloGroupVariables = {
  input: LinkZaloGroupInput;
};

export type LinkZaloGroupResult = { linkZaloGroup:
    | (
      { __typename: 'Team' }
      & TeamRecord
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & TeamConflict
    )
   };

export type MergeTeamsVariables = {
  input: MergeTeamsInput;
};

export type MergeTeamsResult = { mergeTeams:
    | (
      { __typename: 'Merger' }
      & Merger
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MergerConflict
    )
   };

export type SplitTeamVariables = {
  input: SplitTeamInput;
};

export type SplitTeamResult = { splitTeam:
    | (
      { __typename: 'Merger' }
      & Merger
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MergerConflict
    )
   };

/** Training for teams and the partners who give it [tập huấn]. */
export type Training = { code: string, title: string, partners: Array<string>, topics: Array<Topic>, asOf: string | null, statement: string | null, source: Source };

export type TrainingsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type TrainingsResult = { trainings: Array<Training> };

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitName = { id: string, code: string | null, name: string, fullName: string, level: AdminLevel };

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitSummary = (
  { kind: string, validFrom: string | null, validTo: string | null, isSynthetic: boolean }
  & UnitName
);

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitInList = (
  { parent: UnitName | null }
  & UnitSummary
);

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type Unit = (
  { aliases: Array<string>, parent: UnitName | null, predecessors: Array<{ kind: UnitLinkKind, effectiveOn: string, wording: string | null, source: string | null, from: UnitSummary }>, successors: Array<{ kind: UnitLinkKind, effectiveOn: string, wording: string | null, source: string | null, to: UnitSummary }> }
  & UnitSummary
);

export type UnitVariables = {
  code: string;
  asOf?: string | null | undefined;
};

export type UnitResult = { adminUnit: Unit | null };

export type UnitsVariables = {
  search?: string | null | undefined;
  level?: AdminLevel | null | undefined;
  parentCode?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type UnitsResult = { adminUnits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<UnitInList> } };

export type MergeUnitsVariables = {
  input: MergeUnitsInput;
};

export type MergeUnitsResult = { mergeUnits:
    | (
      { __typename: 'Merger' }
      & Merger
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & MergerConflict
    )
   };

export type EstablishVillageVariables = {
  input: EstablishVillageInput;
};

export type EstablishVillageResult = { establishVillage:
    | (
      { __typename: 'AdminUnit' }
      & UnitInList
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict' }
      & UnitConflict
    )
   };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type UnitConflict = (
  { current:
    | UnitInList
    | Record<PropertyKey, never>
   }
  & Conflict
);

export type UncoveredVillagesVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type UncoveredVillagesResult = { uncoveredVillages: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ hasTeam: boolean, village: UnitName }> } };

/** Who asks [người dùng hiện tại], by the token and the register of today. */
export type Viewer = { name: string | null, role: ViewerRole, member: { id: string, displayName: string } | null, roles: Array<{ role: ViewerRole, unit: UnitSummary | null, team: TeamSummary | null }>, can: { recordActivities: boolean, planActivities: boolean, manageMembers: boolean, verifyActivities: boolean, manageTeams: boolean, setTargets: boolean, mergeUnits: boolean } };

export type ViewerVariables = { [key: string]: never; };

export type ViewerResult = { viewer: Viewer | null };

/** A write that was refused [bị từ chối]: nothing was stored. Clients branch on `code`, people read the message. */
export type Refusal = { message: string, messageEn: string, field: string | null, retryable: boolean, refusalCode: string, refusedValue: string | null };

/** Somebody else was faster [xung đột phiên bản]: nothing was stored. Look at what there is now, then decide. */
export type Conflict = { message: string, messageEn: string, expectedVersion: number, currentVersion: number };

/** A session of somebody who has signed in by Zalo [phiên đăng nhập]. It ends at once where the link is removed. */
export type ZaloSession = { token: string, expiresAt: string, memberId: string };

/** That a Zalo account signs in as a person [tài khoản Zalo đã gắn]. Which account it is can be told by nobody. For the person and for officers who handle him or her. */
export type ZaloLink = { id: string, linkedAt: string, removedAt: string | null, version: number };

export type ZaloLinksVariables = {
  memberId: string;
};

export type ZaloLinksResult = { member: { zaloLinks: Array<ZaloLink> } | null };

export type SignInWithZaloVariables = {
  input: SignInWithZaloInput;
};

export type SignInWithZaloResult = { signInWithZalo:
    | (
      { __typename: 'ZaloSession' }
      & ZaloSession
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
   };

export type UnlinkZaloVariables = {
  input: UnlinkZaloInput;
};

export type UnlinkZaloResult = { unlinkZalo:
    | (
      { __typename: 'ZaloLink' }
      & ZaloLink
    )
    | (
      { __typename: 'Refusal' }
      & Refusal
    )
    | (
      { __typename: 'Conflict', current:
        | ZaloLink
        | Record<PropertyKey, never>
       }
      & Conflict
    )
   };

const ActivitySummaryText: string =
  'fragment ActivitySummary on Activity{id kind status title startsAt durationMinutes place note statusReason seriesId evidenceCount isSynthetic version outcomes{topic reached assisted succeeded}}';
const ActivityInListText: string =
  'fragment ActivityInList on Activity{...ActivitySummary team{id code name}}';
const ActivityText: string =
  'fragment Activity on Activity{...ActivitySummary team{...TeamSummary}unit{...UnitName}verifiedAt recordedAt}';
const ActivityConflictText: string =
  'fragment ActivityConflict on Conflict{...Conflict current{...Activity}}';
const EvidenceText: string =
  'fragment Evidence on ActivityEvidence{id caption width height sizeBytes sha256 recordedAt thumbnailUrl}';
const ActivitySeriesText: string =
  'fragment ActivitySeries on ActivitySeries{id activities{...ActivitySummary}skippedMonths version}';
const ActivitySeriesConflictText: string =
  'fragment ActivitySeriesConflict on Conflict{...Conflict current{...ActivitySeries}}';
const ChangeText: string =
  'fragment Change on Change{entityType id version isDeleted at field reason}';
const ChangePageText: string =
  'fragment ChangePage on ChangePage{changes{...Change}cursor hasMore}';
const HistoryEntryText: string =
  'fragment HistoryEntry on HistoryEntry{at by field version reason isPersonalErased values{name before after}}';
const FundingRuleText: string =
  'fragment FundingRule on FundingRule{code basis amountVnd amountPerTeamYearVnd isMaximum topUpFactor purpose validFrom validTo statement source{...Source}}';
const BenefitProgrammeText: string =
  'fragment BenefitProgramme on BenefitProgramme{code name providers minRecipientsPerTeam itemsPerTeam minSlots eligible statement source{...Source}}';
const ImportIssueText: string =
  'fragment ImportIssue on ImportIssue{code severity message messageEn sheet row cell field value}';
const ImportText: string =
  'fragment Import on Import{id kind status fileName fileSize progress{phase label done total}counts{rows newRows changedRows unchangedRows faultyRows warnings}columns{sheet column header field label sample}fields{field label labelEn}issues{...ImportIssue}failure{code message messageEn}skipFaultyRows createdAt appliedAt undoneAt version}';
const ImportConflictText: string =
  'fragment ImportConflict on Conflict{...Conflict current{__typename ...on Import{...Import}}}';
const ImportRowText: string =
  'fragment ImportRow on ImportRow{number sheet row outcome cells{field label value}changes{field label before after}issues{...ImportIssue}}';
const IndicatorSummaryText: string =
  'fragment IndicatorSummary on Indicator{code name nameEn unit direction aggregation version}';
const TargetText: string =
  'fragment Target on Target{code version unit{...UnitName}period comparator value measureUnit readings statement reason source{...Source}}';
const KpiValueText: string =
  'fragment KpiValue on KpiValue{unit{...UnitName}value basis reported computed computedNumerator computedDenominator registered variance numerator denominator qualifier target{...Target}attainment rank completeness asOf sources{...Source}warnings{...Warning}}';
const IndicatorText: string =
  'fragment Indicator on Indicator{...IndicatorSummary versions{version definition validFrom validTo}}';
const KpiRowText: string =
  'fragment KpiRow on KpiRow{indicator{...IndicatorSummary}total{...KpiValue}breakdown{...KpiValue}}';
const KpiBoardText: string =
  'fragment KpiBoard on KpiBoard{unit{...UnitName}period boundary rows{...KpiRow}}';
const FigureText: string =
  'fragment Figure on UnitFigure{indicator{...IndicatorSummary}level teamKind value valueMax numerator denominator qualifier statedChange asOf period statement source{...Source}}';
const SetTargetText: string =
  'fragment SetTarget on Target{...Target indicator{...IndicatorSummary}team{id code name}history{revision comparator value statement reason recordedAt supersededAt}}';
const TeamKpiText: string =
  'fragment TeamKpi on TeamKpi{indicator{...IndicatorSummary}period value qualifier target{...Target}attainment}';
const TargetConflictText: string =
  'fragment TargetConflict on Conflict{...Conflict current{...SetTarget}}';
const MeasurementText: string =
  'fragment Measurement on UnitFigure{...Figure id version unit{...UnitName}reason history{revision value qualifier reason recordedAt supersededAt}}';
const MeasurementConflictText: string =
  'fragment MeasurementConflict on Conflict{...Conflict current{...Measurement}}';
const IndicatorConflictText: string =
  'fragment IndicatorConflict on Conflict{...Conflict current{...Indicator}}';
const MaterialText: string =
  'fragment Material on Material{code title topics formats language owners year source{...Source}}';
const MemberText: string =
  'fragment Member on Member{id displayName phone isSynthetic version memberships(asOf:$asOf){id version team{...TeamSummary}role isCore affiliations from to responsibilities{kind name}}}';
const MemberNameText: string =
  'fragment MemberName on Member{id displayName phone isSynthetic version}';
const MembershipText: string =
  'fragment Membership on Membership{id member{...MemberName}team{id code name}role isCore affiliations from to version responsibilities{kind name}}';
const MembershipConflictText: string =
  'fragment MembershipConflict on Conflict{...Conflict current{...Membership}}';
const MemberConflictText: string =
  'fragment MemberConflict on Conflict{...Conflict current{...MemberName}}';
const MemberPairText: string =
  'fragment MemberPair on MemberPair{first{...MemberName}second{...MemberName}reasons score}';
const MergerText: string =
  'fragment Merger on Merger{id kind status effectiveOn unit{...UnitName}report{kind label labelEn count details members{id displayName}}reason isDryRun appliedAt undoneAt version}';
const MergerConflictText: string =
  'fragment MergerConflict on Conflict{...Conflict current{__typename ...on Merger{id}...on Team{id}...on Member{id}...on AdminUnit{id}}}';
const OperatingModelText: string =
  'fragment OperatingModel on OperatingModel{code name aliases place unit{...UnitName}initiator approvedBy evaluation description adoptions{unit{...UnitName}adopted total asOf source{...Source}}source{...Source}}';
const OutboxOutcomeText: string =
  'fragment OutboxOutcome on OutboxOutcome{index field idempotencyKey status entityType id version refusal{code message messageEn field value:givenValue retryable}conflict{...Conflict}}';
const OutboxReportText: string =
  'fragment OutboxReport on OutboxReport{outcomes{...OutboxOutcome}}';
const SourceText: string =
  'fragment Source on SourceDocument{id title publisher publishedOn url note}';
const WarningText: string =
  'fragment Warning on FigureWarning{code message messageEn shortfall}';
const ReportedFigureText: string =
  'fragment ReportedFigure on ReportedFigure{value qualifier unit asOf sources{...Source}}';
const FigurePairText: string =
  'fragment FigurePair on FigurePair{reported{...ReportedFigure}registered variance completeness}';
const TeamLevelFigureText: string =
  'fragment TeamLevelFigure on TeamLevelFigure{level kind teams{...FigurePair}members{...FigurePair}fewestMembers mostMembers}';
const CoverageText: string =
  'fragment Coverage on Coverage{level covered total ratio basis}';
const OverviewText: string =
  'fragment Overview on UnitOverview{unit{...Unit}asOf boundary teams{...FigurePair}members{...FigurePair}teamsByLevel{...TeamLevelFigure}coverage{...Coverage}completeness warnings{...Warning}}';
const ReportTemplateText: string =
  'fragment ReportTemplate on ReportTemplate{code version name nameEn note levels periods deadlines{level workingDays}validFrom validTo}';
const ReportSummaryText: string =
  'fragment ReportSummary on Report{id template{code version name nameEn}unit{...UnitName}level period status edition dueOn submittedOn daysLate isEditable isDiscardable actions openedAt version}';
const ReportValueText: string =
  'fragment ReportValue on ReportValue{code label labelEn indicatorCode measureUnit aggregation isRequired value numerator denominator filled qualifier origin own variance completeness warnings{...Warning}parts{unit{...UnitName}from to value reportId}correction{value replaces reason by at}}';
const ReportTableText: string =
  'fragment ReportTable on ReportTable{code title titleEn values{...ReportValue}}';
const ReportChildText: string =
  'fragment ReportChild on ReportChild{unit{...UnitName}standing report{id version actions}waiver{id reason by version}dueOn submittedOn daysLate}';
const ReportText: string =
  'fragment Report on Report{...ReportSummary parentUnit{...UnitName}carriedOnBy{...UnitName}completeness isStale warnings{...Warning}tables{...ReportTable}children{...ReportChild}editions{number coversFrom coversTo filledAt lockedAt digest}trail{action from to edition reason by at}}';
const ReportWaiverText: string =
  'fragment ReportWaiver on ReportWaiver{id templateCode period unit{...UnitName}reason by waivedAt revokedAt version}';
const ReportConflictText: string =
  'fragment ReportConflict on Conflict{...Conflict current{__typename ...on Report{id}...on ReportWaiver{id}}}';
const ConsentTextText: string =
  'fragment ConsentText on ConsentText{purpose version wording wordingEn validFrom validTo}';
const ConsentText: string =
  'fragment Consent on Consent{id purpose basis text{...ConsentText}channel givenOn evidence recordedAt withdrawal{channel withdrawnOn reason}version}';
const SubjectRequestText: string =
  'fragment SubjectRequest on SubjectRequest{id member{id displayName}kind status channel receivedOn statement hasProcessor acknowledgeDueOn dueOn nextDueOn isOverdue isDueProvisional acknowledgedOn extensionDays extensionReason closedOn outcome version}';
const RestrictionText: string =
  'fragment Restriction on Restriction{id member{id displayName}reason since liftedAt liftedReason version}';
const MemberRightsText: string =
  'fragment MemberRights on Member{id displayName isRestricted isErased consents{...Consent}subjectRequests{...SubjectRequest}restrictions{...Restriction}}';
const PersonalEvidenceText: string =
  'fragment PersonalEvidence on PersonalEvidence{memberId takenAt sections{name title columns rows}}';
const ConsentConflictText: string =
  'fragment ConsentConflict on Conflict{...Conflict current{...Consent}}';
const SubjectRequestConflictText: string =
  'fragment SubjectRequestConflict on Conflict{...Conflict current{...SubjectRequest}}';
const RestrictionConflictText: string =
  'fragment RestrictionConflict on Conflict{...Conflict current{...Restriction}}';
const ErasureText: string =
  'fragment Erasure on Erasure{id member{id}reason report{kind action label labelEn count details}isDryRun executedAt version}';
const TeamSummaryText: string =
  'fragment TeamSummary on Team{id code name kind status level isSynthetic unit{...UnitName parent{...UnitName parent{...UnitName}}}}';
const RuleViolationText: string =
  'fragment RuleViolation on RuleViolation{ruleCode requirement severity affiliation min max actual difference message messageEn statement}';
const TeamMemberText: string =
  'fragment TeamMember on Member{id displayName phone isSynthetic version memberships(asOf:$asOf){id version team{id}role isCore affiliations from to responsibilities{kind name}}}';
const TeamText: string =
  'fragment Team on Team{...TeamSummary employer foundedOn endedOn version decision{id number title issuer issuedOn effectiveOn fileUrl}predecessors{kind effectiveOn from{id code name}}successors{kind effectiveOn to{id code name}}}';
const TeamStateText: string =
  'fragment TeamState on Team{id code name version viewerRole noDecisionReason zaloGroup{status url}leader{id displayName}ruleViolations(asOf:$asOf){...RuleViolation}}';
const TeamInsideText: string =
  'fragment TeamInside on Team{...TeamState members(asOf:$asOf first:$memberCount){totalCount nodes{...TeamMember}}activities(first:$activityCount){totalCount nodes{...ActivitySummary}}}';
const TeamRecordText: string =
  'fragment TeamRecord on Team{...Team noDecisionReason zaloGroup{status url}}';
const TeamConflictText: string =
  'fragment TeamConflict on Conflict{...Conflict current{...TeamRecord}}';
const TrainingText: string =
  'fragment Training on Training{code title partners topics asOf statement source{...Source}}';
const UnitNameText: string =
  'fragment UnitName on AdminUnit{id code name fullName level}';
const UnitSummaryText: string =
  'fragment UnitSummary on AdminUnit{...UnitName kind validFrom validTo isSynthetic}';
const UnitInListText: string =
  'fragment UnitInList on AdminUnit{...UnitSummary parent{...UnitName}}';
const UnitText: string =
  'fragment Unit on AdminUnit{...UnitSummary aliases parent{...UnitName}predecessors{kind effectiveOn wording source from{...UnitSummary}}successors{kind effectiveOn wording source to{...UnitSummary}}}';
const UnitConflictText: string =
  'fragment UnitConflict on Conflict{...Conflict current{...UnitInList}}';
const ViewerText: string =
  'fragment Viewer on Viewer{name member{id displayName}role roles{role unit{...UnitSummary}team{...TeamSummary}}can{recordActivities planActivities manageMembers verifyActivities manageTeams setTargets mergeUnits}}';
const RefusalText: string =
  'fragment Refusal on Refusal{refusalCode:code message messageEn field refusedValue:givenValue retryable}';
const ConflictText: string =
  'fragment Conflict on Conflict{message messageEn expectedVersion currentVersion}';
const ZaloSessionText: string =
  'fragment ZaloSession on ZaloSession{token expiresAt memberId}';
const ZaloLinkText: string =
  'fragment ZaloLink on ZaloLink{id linkedAt removedAt version}';

export const ActivityDocument: TypedDocument<ActivityResult, ActivityVariables> = /* @__PURE__ */ documentOf(
  'query Activity($id:ID!){activity(id:$id){...Activity}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
);
export const ActivitiesDocument: TypedDocument<ActivitiesResult, ActivitiesVariables> = /* @__PURE__ */ documentOf(
  'query Activities($unitCode:String$teamId:ID$period:Period$status:ActivityStatus$first:Int$after:String){activities(unitCode:$unitCode teamId:$teamId period:$period status:$status first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ActivityInList}}}',
  ActivityInListText,
  ActivitySummaryText,
);
export const RecordActivityDocument: TypedDocument<RecordActivityResult, RecordActivityVariables> = /* @__PURE__ */ documentOf(
  'mutation RecordActivity($input:RecordActivityInput!){recordActivity(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const UpdateActivityDocument: TypedDocument<UpdateActivityResult, UpdateActivityVariables> = /* @__PURE__ */ documentOf(
  'mutation UpdateActivity($input:UpdateActivityInput!){updateActivity(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const VerifyActivityDocument: TypedDocument<VerifyActivityResult, VerifyActivityVariables> = /* @__PURE__ */ documentOf(
  'mutation VerifyActivity($input:VerifyActivityInput!){verifyActivity(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const ReturnActivityDocument: TypedDocument<ReturnActivityResult, ReturnActivityVariables> = /* @__PURE__ */ documentOf(
  'mutation ReturnActivity($input:ReturnActivityInput!){returnActivity(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const CancelActivityDocument: TypedDocument<CancelActivityResult, CancelActivityVariables> = /* @__PURE__ */ documentOf(
  'mutation CancelActivity($input:CancelActivityInput!){cancelActivity(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const AttachEvidenceDocument: TypedDocument<AttachEvidenceResult, AttachEvidenceVariables> = /* @__PURE__ */ documentOf(
  'mutation AttachEvidence($input:AttachEvidenceInput!){attachEvidence(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const RemoveEvidenceDocument: TypedDocument<RemoveEvidenceResult, RemoveEvidenceVariables> = /* @__PURE__ */ documentOf(
  'mutation RemoveEvidence($input:RemoveEvidenceInput!){removeEvidence(input:$input){__typename ...Activity ...Refusal ...ActivityConflict}}',
  ActivityText,
  ActivitySummaryText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  ActivityConflictText,
  ConflictText,
);
export const ActivityEvidenceDocument: TypedDocument<ActivityEvidenceResult, ActivityEvidenceVariables> = /* @__PURE__ */ documentOf(
  'query ActivityEvidence($id:ID!){activity(id:$id){evidence{...Evidence}}}',
  EvidenceText,
);
export const ActivitySeriesDocument: TypedDocument<ActivitySeriesResult, ActivitySeriesVariables> = /* @__PURE__ */ documentOf(
  'query ActivitySeries($id:ID!){activitySeries(id:$id){...ActivitySeries}}',
  ActivitySeriesText,
  ActivitySummaryText,
);
export const PlanActivitySeriesDocument: TypedDocument<PlanActivitySeriesResult, PlanActivitySeriesVariables> = /* @__PURE__ */ documentOf(
  'mutation PlanActivitySeries($input:PlanActivitySeriesInput!){planActivitySeries(input:$input){__typename ...ActivitySeries ...Refusal ...ActivitySeriesConflict}}',
  ActivitySeriesText,
  ActivitySummaryText,
  RefusalText,
  ActivitySeriesConflictText,
  ConflictText,
);
export const CancelActivitySeriesDocument: TypedDocument<CancelActivitySeriesResult, CancelActivitySeriesVariables> = /* @__PURE__ */ documentOf(
  'mutation CancelActivitySeries($input:CancelActivitySeriesInput!){cancelActivitySeries(input:$input){__typename ...ActivitySeries ...Refusal ...ActivitySeriesConflict}}',
  ActivitySeriesText,
  ActivitySummaryText,
  RefusalText,
  ActivitySeriesConflictText,
  ConflictText,
);
export const ActivitiesByWeekdayDocument: TypedDocument<ActivitiesByWeekdayResult, ActivitiesByWeekdayVariables> = /* @__PURE__ */ documentOf(
  'query ActivitiesByWeekday($unitCode:String!$period:Period!){activitiesByWeekday(unitCode:$unitCode period:$period){weekday dayPart activities}}',
);
export const ChangesDocument: TypedDocument<ChangesResult, ChangesVariables> = /* @__PURE__ */ documentOf(
  'query Changes($since:String$first:Int){changes(since:$since first:$first){...ChangePage}}',
  ChangePageText,
  ChangeText,
);
export const HistoryDocument: TypedDocument<HistoryResult, HistoryVariables> = /* @__PURE__ */ documentOf(
  'query History($entityType:String!$id:ID!$first:Int$after:String){history(entityType:$entityType id:$id first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...HistoryEntry}}}',
  HistoryEntryText,
);
export const FundingRulesDocument: TypedDocument<FundingRulesResult, FundingRulesVariables> = /* @__PURE__ */ documentOf(
  'query FundingRules($unitCode:String!$asOf:Date){fundingRules(unitCode:$unitCode asOf:$asOf){...FundingRule}}',
  FundingRuleText,
  SourceText,
);
export const BenefitProgrammesDocument: TypedDocument<BenefitProgrammesResult, BenefitProgrammesVariables> = /* @__PURE__ */ documentOf(
  'query BenefitProgrammes($unitCode:String!$asOf:Date){benefitProgrammes(unitCode:$unitCode asOf:$asOf){...BenefitProgramme}}',
  BenefitProgrammeText,
  SourceText,
);
export const ImportDocument: TypedDocument<ImportResult, ImportVariables> = /* @__PURE__ */ documentOf(
  'query Import($id:ID!){import(id:$id){...Import}}',
  ImportText,
  ImportIssueText,
);
export const ImportsDocument: TypedDocument<ImportsResult, ImportsVariables> = /* @__PURE__ */ documentOf(
  'query Imports($kind:ImportKind$status:ImportStatus$first:Int$after:String){imports(kind:$kind status:$status first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...Import}}}',
  ImportText,
  ImportIssueText,
);
export const ImportRowsDocument: TypedDocument<ImportRowsResult, ImportRowsVariables> = /* @__PURE__ */ documentOf(
  'query ImportRows($id:ID!$outcome:ImportOutcome$hasIssues:Boolean$first:Int$after:String){import(id:$id){rows(outcome:$outcome hasIssues:$hasIssues first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ImportRow}}}}',
  ImportRowText,
  ImportIssueText,
);
export const ApplyImportDocument: TypedDocument<ApplyImportResult, ApplyImportVariables> = /* @__PURE__ */ documentOf(
  'mutation ApplyImport($input:ApplyImportInput!){applyImport(input:$input){__typename ...Import ...Refusal ...ImportConflict}}',
  ImportText,
  ImportIssueText,
  RefusalText,
  ImportConflictText,
  ConflictText,
);
export const UndoImportDocument: TypedDocument<UndoImportResult, UndoImportVariables> = /* @__PURE__ */ documentOf(
  'mutation UndoImport($input:UndoImportInput!){undoImport(input:$input){__typename ...Import ...Refusal ...ImportConflict}}',
  ImportText,
  ImportIssueText,
  RefusalText,
  ImportConflictText,
  ConflictText,
);
export const MapImportColumnsDocument: TypedDocument<MapImportColumnsResult, MapImportColumnsVariables> = /* @__PURE__ */ documentOf(
  'mutation MapImportColumns($input:MapImportColumnsInput!){mapImportColumns(input:$input){__typename ...Import ...Refusal ...ImportConflict}}',
  ImportText,
  ImportIssueText,
  RefusalText,
  ImportConflictText,
  ConflictText,
);
export const DiscardImportDocument: TypedDocument<DiscardImportResult, DiscardImportVariables> = /* @__PURE__ */ documentOf(
  'mutation DiscardImport($input:DiscardImportInput!){discardImport(input:$input){__typename ...Import ...Refusal ...ImportConflict}}',
  ImportText,
  ImportIssueText,
  RefusalText,
  ImportConflictText,
  ConflictText,
);
export const IndicatorsDocument: TypedDocument<IndicatorsResult, IndicatorsVariables> = /* @__PURE__ */ documentOf(
  'query Indicators($search:String){indicators(search:$search){...Indicator}}',
  IndicatorText,
  IndicatorSummaryText,
);
export const KpiBoardDocument: TypedDocument<KpiBoardResult, KpiBoardVariables> = /* @__PURE__ */ documentOf(
  'query KpiBoard($unitCode:String!$period:Period!$indicatorCodes:[String!]$breakdown:AdminLevel$boundary:Boundary){kpiBoard(unitCode:$unitCode period:$period indicatorCodes:$indicatorCodes breakdown:$breakdown boundary:$boundary){...KpiBoard}}',
  KpiBoardText,
  UnitNameText,
  KpiRowText,
  IndicatorSummaryText,
  KpiValueText,
  TargetText,
  SourceText,
  WarningText,
);
export const FiguresDocument: TypedDocument<FiguresResult, FiguresVariables> = /* @__PURE__ */ documentOf(
  'query Figures($code:String!$asOf:Date$indicatorCodes:[String!]$period:Period$until:Date){adminUnit(code:$code asOf:$asOf){figures(indicatorCodes:$indicatorCodes asOf:$until period:$period){...Figure}}}',
  FigureText,
  IndicatorSummaryText,
  SourceText,
);
export const TargetsDocument: TypedDocument<TargetsResult, TargetsVariables> = /* @__PURE__ */ documentOf(
  'query Targets($code:String!$asOf:Date$period:Period){adminUnit(code:$code asOf:$asOf){targets(period:$period){...SetTarget}}}',
  SetTargetText,
  TargetText,
  UnitNameText,
  SourceText,
  IndicatorSummaryText,
);
export const TeamTargetsDocument: TypedDocument<TeamTargetsResult, TeamTargetsVariables> = /* @__PURE__ */ documentOf(
  'query TeamTargets($id:ID!$period:Period){team(id:$id){targets(period:$period){...SetTarget}}}',
  SetTargetText,
  TargetText,
  UnitNameText,
  SourceText,
  IndicatorSummaryText,
);
export const TeamKpisDocument: TypedDocument<TeamKpisResult, TeamKpisVariables> = /* @__PURE__ */ documentOf(
  'query TeamKpis($id:ID!$period:Period!){team(id:$id){kpis(period:$period){...TeamKpi}}}',
  TeamKpiText,
  IndicatorSummaryText,
  TargetText,
  UnitNameText,
  SourceText,
);
export const SetTargetDocument: TypedDocument<SetTargetResult, SetTargetVariables> = /* @__PURE__ */ documentOf(
  'mutation SetTarget($input:SetTargetInput!){setTarget(input:$input){__typename ...SetTarget ...Refusal ...TargetConflict}}',
  SetTargetText,
  TargetText,
  UnitNameText,
  SourceText,
  IndicatorSummaryText,
  RefusalText,
  TargetConflictText,
  ConflictText,
);
export const RecordMeasurementDocument: TypedDocument<RecordMeasurementResult, RecordMeasurementVariables> = /* @__PURE__ */ documentOf(
  'mutation RecordMeasurement($input:RecordMeasurementInput!){recordMeasurement(input:$input){__typename ...Measurement ...Refusal ...MeasurementConflict}}',
  MeasurementText,
  FigureText,
  IndicatorSummaryText,
  SourceText,
  UnitNameText,
  RefusalText,
  MeasurementConflictText,
  ConflictText,
);
export const DefineIndicatorDocument: TypedDocument<DefineIndicatorResult, DefineIndicatorVariables> = /* @__PURE__ */ documentOf(
  'mutation DefineIndicator($input:DefineIndicatorInput!){defineIndicator(input:$input){__typename ...Indicator ...Refusal ...IndicatorConflict}}',
  IndicatorText,
  IndicatorSummaryText,
  RefusalText,
  IndicatorConflictText,
  ConflictText,
);
export const DefineIndicatorVersionDocument: TypedDocument<DefineIndicatorVersionResult, DefineIndicatorVersionVariables> = /* @__PURE__ */ documentOf(
  'mutation DefineIndicatorVersion($input:DefineIndicatorVersionInput!){defineIndicatorVersion(input:$input){__typename ...Indicator ...Refusal ...IndicatorConflict}}',
  IndicatorText,
  IndicatorSummaryText,
  RefusalText,
  IndicatorConflictText,
  ConflictText,
);
export const MaterialsDocument: TypedDocument<MaterialsResult, MaterialsVariables> = /* @__PURE__ */ documentOf(
  'query Materials($unitCode:String!$asOf:Date){materials(unitCode:$unitCode asOf:$asOf){...Material}}',
  MaterialText,
  SourceText,
);
export const MemberDocument: TypedDocument<MemberResult, MemberVariables> = /* @__PURE__ */ documentOf(
  'query Member($id:ID!$asOf:Date){member(id:$id){...Member}}',
  MemberText,
  TeamSummaryText,
  UnitNameText,
);
export const AddMemberDocument: TypedDocument<AddMemberResult, AddMemberVariables> = /* @__PURE__ */ documentOf(
  'mutation AddMember($input:AddMemberInput!){addMember(input:$input){__typename ...Membership ...Refusal ...MembershipConflict}}',
  MembershipText,
  MemberNameText,
  RefusalText,
  MembershipConflictText,
  ConflictText,
);
export const ChangeMembershipDocument: TypedDocument<ChangeMembershipResult, ChangeMembershipVariables> = /* @__PURE__ */ documentOf(
  'mutation ChangeMembership($input:ChangeMembershipInput!){changeMembership(input:$input){__typename ...Membership ...Refusal ...MembershipConflict}}',
  MembershipText,
  MemberNameText,
  RefusalText,
  MembershipConflictText,
  ConflictText,
);
export const EndMembershipDocument: TypedDocument<EndMembershipResult, EndMembershipVariables> = /* @__PURE__ */ documentOf(
  'mutation EndMembership($input:EndMembershipInput!){endMembership(input:$input){__typename ...Membership ...Refusal ...MembershipConflict}}',
  MembershipText,
  MemberNameText,
  RefusalText,
  MembershipConflictText,
  ConflictText,
);
export const UpdateMemberDocument: TypedDocument<UpdateMemberResult, UpdateMemberVariables> = /* @__PURE__ */ documentOf(
  'mutation UpdateMember($input:UpdateMemberInput!){updateMember(input:$input){__typename ...MemberName ...Refusal ...MemberConflict}}',
  MemberNameText,
  RefusalText,
  MemberConflictText,
  ConflictText,
);
export const MergeMembersDocument: TypedDocument<MergeMembersResult, MergeMembersVariables> = /* @__PURE__ */ documentOf(
  'mutation MergeMembers($input:MergeMembersInput!){mergeMembers(input:$input){__typename ...Merger ...Refusal ...MergerConflict}}',
  MergerText,
  UnitNameText,
  RefusalText,
  MergerConflictText,
  ConflictText,
);
export const DuplicateMembersDocument: TypedDocument<DuplicateMembersResult, DuplicateMembersVariables> = /* @__PURE__ */ documentOf(
  'query DuplicateMembers($unitCode:String!$first:Int$after:String){duplicateMembers(unitCode:$unitCode first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...MemberPair}}}',
  MemberPairText,
  MemberNameText,
);
export const MergerDocument: TypedDocument<MergerResult, MergerVariables> = /* @__PURE__ */ documentOf(
  'query Merger($id:ID!){merger(id:$id){...Merger}}',
  MergerText,
  UnitNameText,
);
export const MergersDocument: TypedDocument<MergersResult, MergersVariables> = /* @__PURE__ */ documentOf(
  'query Mergers($unitCode:String!$kind:MergerKind$status:MergerStatus$first:Int$after:String){mergers(unitCode:$unitCode kind:$kind status:$status first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...Merger}}}',
  MergerText,
  UnitNameText,
);
export const UndoMergerDocument: TypedDocument<UndoMergerResult, UndoMergerVariables> = /* @__PURE__ */ documentOf(
  'mutation UndoMerger($input:UndoMergerInput!){undoMerger(input:$input){__typename ...Merger ...Refusal ...MergerConflict}}',
  MergerText,
  UnitNameText,
  RefusalText,
  MergerConflictText,
  ConflictText,
);
export const OperatingModelsDocument: TypedDocument<OperatingModelsResult, OperatingModelsVariables> = /* @__PURE__ */ documentOf(
  'query OperatingModels($unitCode:String!$asOf:Date){operatingModels(unitCode:$unitCode asOf:$asOf){...OperatingModel}}',
  OperatingModelText,
  UnitNameText,
  SourceText,
);
export const ReplayOutboxDocument: TypedDocument<ReplayOutboxResult, ReplayOutboxVariables> = /* @__PURE__ */ documentOf(
  'mutation ReplayOutbox($input:ReplayOutboxInput!){replayOutbox(input:$input){__typename ...OutboxReport ...Refusal}}',
  OutboxReportText,
  OutboxOutcomeText,
  ConflictText,
  RefusalText,
);
export const OverviewDocument: TypedDocument<OverviewResult, OverviewVariables> = /* @__PURE__ */ documentOf(
  'query Overview($unitCode:String!$asOf:Date$boundary:Boundary){overview(unitCode:$unitCode asOf:$asOf boundary:$boundary){...Overview}}',
  OverviewText,
  UnitText,
  UnitSummaryText,
  UnitNameText,
  FigurePairText,
  ReportedFigureText,
  SourceText,
  TeamLevelFigureText,
  CoverageText,
  WarningText,
);
export const ReportTemplatesDocument: TypedDocument<ReportTemplatesResult, ReportTemplatesVariables> = /* @__PURE__ */ documentOf(
  'query ReportTemplates($asOf:Date){reportTemplates(asOf:$asOf){...ReportTemplate}}',
  ReportTemplateText,
);
export const ReportDocument: TypedDocument<ReportResult, ReportVariables> = /* @__PURE__ */ documentOf(
  'query Report($id:ID!){report(id:$id){...Report}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
);
export const ReportEditionsDocument: TypedDocument<ReportEditionsResult, ReportEditionsVariables> = /* @__PURE__ */ documentOf(
  'query ReportEditions($id:ID!){report(id:$id){editions{number coversFrom coversTo filledAt lockedAt digest tables{...ReportTable}}}}',
  ReportTableText,
  ReportValueText,
  WarningText,
  UnitNameText,
);
export const ReportsDocument: TypedDocument<ReportsResult, ReportsVariables> = /* @__PURE__ */ documentOf(
  'query Reports($unitCode:String$templateCode:String$period:Period$level:AdminLevel$status:ReportStatus$first:Int$after:String){reports(unitCode:$unitCode templateCode:$templateCode period:$period level:$level status:$status first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ReportSummary}}}',
  ReportSummaryText,
  UnitNameText,
);
export const ReportProgressDocument: TypedDocument<ReportProgressResult, ReportProgressVariables> = /* @__PURE__ */ documentOf(
  'query ReportProgress($templateCode:String!$period:Period!$unitCode:String!){reportProgress(templateCode:$templateCode period:$period unitCode:$unitCode){template{...ReportTemplate}unit{...UnitName}period dueOn report{...ReportSummary}expected approved submitted returned drafts missing waived late children{...ReportChild}}}',
  ReportTemplateText,
  UnitNameText,
  ReportSummaryText,
  ReportChildText,
);
export const WorkCalendarDocument: TypedDocument<WorkCalendarResult, WorkCalendarVariables> = /* @__PURE__ */ documentOf(
  'query WorkCalendar($year:Int!){workCalendar(year:$year){year days{day kind name nameEn source{...Source}}}}',
  SourceText,
);
export const OpenReportDocument: TypedDocument<OpenReportResult, OpenReportVariables> = /* @__PURE__ */ documentOf(
  'mutation OpenReport($input:OpenReportInput!){openReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const RefreshReportDocument: TypedDocument<RefreshReportResult, RefreshReportVariables> = /* @__PURE__ */ documentOf(
  'mutation RefreshReport($input:RefreshReportInput!){refreshReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const DiscardReportDocument: TypedDocument<DiscardReportResult, DiscardReportVariables> = /* @__PURE__ */ documentOf(
  'mutation DiscardReport($input:DiscardReportInput!){discardReport(input:$input){__typename ...UnitName ...Refusal ...ReportConflict}}',
  UnitNameText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const CorrectReportValueDocument: TypedDocument<CorrectReportValueResult, CorrectReportValueVariables> = /* @__PURE__ */ documentOf(
  'mutation CorrectReportValue($input:CorrectReportValueInput!){correctReportValue(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const SubmitReportDocument: TypedDocument<SubmitReportResult, SubmitReportVariables> = /* @__PURE__ */ documentOf(
  'mutation SubmitReport($input:SubmitReportInput!){submitReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const ReturnReportDocument: TypedDocument<ReturnReportResult, ReturnReportVariables> = /* @__PURE__ */ documentOf(
  'mutation ReturnReport($input:ReturnReportInput!){returnReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const ApproveReportDocument: TypedDocument<ApproveReportResult, ApproveReportVariables> = /* @__PURE__ */ documentOf(
  'mutation ApproveReport($input:ApproveReportInput!){approveReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const LockReportDocument: TypedDocument<LockReportResult, LockReportVariables> = /* @__PURE__ */ documentOf(
  'mutation LockReport($input:LockReportInput!){lockReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const ReopenReportDocument: TypedDocument<ReopenReportResult, ReopenReportVariables> = /* @__PURE__ */ documentOf(
  'mutation ReopenReport($input:ReopenReportInput!){reopenReport(input:$input){__typename ...Report ...Refusal ...ReportConflict}}',
  ReportText,
  ReportSummaryText,
  UnitNameText,
  WarningText,
  ReportTableText,
  ReportValueText,
  ReportChildText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const WaiveReportDocument: TypedDocument<WaiveReportResult, WaiveReportVariables> = /* @__PURE__ */ documentOf(
  'mutation WaiveReport($input:WaiveReportInput!){waiveReport(input:$input){__typename ...ReportWaiver ...Refusal ...ReportConflict}}',
  ReportWaiverText,
  UnitNameText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const RevokeWaiverDocument: TypedDocument<RevokeWaiverResult, RevokeWaiverVariables> = /* @__PURE__ */ documentOf(
  'mutation RevokeWaiver($input:RevokeWaiverInput!){revokeWaiver(input:$input){__typename ...ReportWaiver ...Refusal ...ReportConflict}}',
  ReportWaiverText,
  UnitNameText,
  RefusalText,
  ReportConflictText,
  ConflictText,
);
export const ConsentTextsDocument: TypedDocument<ConsentTextsResult, ConsentTextsVariables> = /* @__PURE__ */ documentOf(
  'query ConsentTexts($asOf:Date){consentTexts(asOf:$asOf){...ConsentText}}',
  ConsentTextText,
);
export const MemberRightsDocument: TypedDocument<MemberRightsResult, MemberRightsVariables> = /* @__PURE__ */ documentOf(
  'query MemberRights($id:ID!){member(id:$id){...MemberRights}}',
  MemberRightsText,
  ConsentText,
  ConsentTextText,
  SubjectRequestText,
  RestrictionText,
);
export const SubjectRequestsDocument: TypedDocument<SubjectRequestsResult, SubjectRequestsVariables> = /* @__PURE__ */ documentOf(
  'query SubjectRequests($unitCode:String$kind:SubjectRequestKind$status:SubjectRequestStatus$dueBy:Date$isOverdue:Boolean$first:Int$after:String){subjectRequests(unitCode:$unitCode kind:$kind status:$status dueBy:$dueBy isOverdue:$isOverdue first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...SubjectRequest}}}',
  SubjectRequestText,
);
export const PersonalEvidenceDocument: TypedDocument<PersonalEvidenceResult, PersonalEvidenceVariables> = /* @__PURE__ */ documentOf(
  'query PersonalEvidence($memberId:ID!){personalEvidence(memberId:$memberId){...PersonalEvidence}}',
  PersonalEvidenceText,
);
export const RecordConsentDocument: TypedDocument<RecordConsentResult, RecordConsentVariables> = /* @__PURE__ */ documentOf(
  'mutation RecordConsent($input:RecordConsentInput!){recordConsent(input:$input){__typename ...Consent ...Refusal ...ConsentConflict}}',
  ConsentText,
  ConsentTextText,
  RefusalText,
  ConsentConflictText,
  ConflictText,
);
export const WithdrawConsentDocument: TypedDocument<WithdrawConsentResult, WithdrawConsentVariables> = /* @__PURE__ */ documentOf(
  'mutation WithdrawConsent($input:WithdrawConsentInput!){withdrawConsent(input:$input){__typename ...Consent ...Refusal ...ConsentConflict}}',
  ConsentText,
  ConsentTextText,
  RefusalText,
  ConsentConflictText,
  ConflictText,
);
export const ReceiveSubjectRequestDocument: TypedDocument<ReceiveSubjectRequestResult, ReceiveSubjectRequestVariables> = /* @__PURE__ */ documentOf(
  'mutation ReceiveSubjectRequest($input:ReceiveSubjectRequestInput!){receiveSubjectRequest(input:$input){__typename ...SubjectRequest ...Refusal ...SubjectRequestConflict}}',
  SubjectRequestText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
);
export const AcknowledgeSubjectRequestDocument: TypedDocument<AcknowledgeSubjectRequestResult, AcknowledgeSubjectRequestVariables> = /* @__PURE__ */ documentOf(
  'mutation AcknowledgeSubjectRequest($input:AcknowledgeSubjectRequestInput!){acknowledgeSubjectRequest(input:$input){__typename ...SubjectRequest ...Refusal ...SubjectRequestConflict}}',
  SubjectRequestText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
);
export const ExtendSubjectRequestDocument: TypedDocument<ExtendSubjectRequestResult, ExtendSubjectRequestVariables> = /* @__PURE__ */ documentOf(
  'mutation ExtendSubjectRequest($input:ExtendSubjectRequestInput!){extendSubjectRequest(input:$input){__typename ...SubjectRequest ...Refusal ...SubjectRequestConflict}}',
  SubjectRequestText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
);
export const CompleteSubjectRequestDocument: TypedDocument<CompleteSubjectRequestResult, CompleteSubjectRequestVariables> = /* @__PURE__ */ documentOf(
  'mutation CompleteSubjectRequest($input:CompleteSubjectRequestInput!){completeSubjectRequest(input:$input){__typename ...SubjectRequest ...Refusal ...SubjectRequestConflict}}',
  SubjectRequestText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
);
export const RefuseSubjectRequestDocument: TypedDocument<RefuseSubjectRequestResult, RefuseSubjectRequestVariables> = /* @__PURE__ */ documentOf(
  'mutation RefuseSubjectRequest($input:RefuseSubjectRequestInput!){refuseSubjectRequest(input:$input){__typename ...SubjectRequest ...Refusal ...SubjectRequestConflict}}',
  SubjectRequestText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
);
export const RestrictMemberDocument: TypedDocument<RestrictMemberResult, RestrictMemberVariables> = /* @__PURE__ */ documentOf(
  'mutation RestrictMember($input:RestrictMemberInput!){restrictMember(input:$input){__typename ...Restriction ...Refusal ...RestrictionConflict}}',
  RestrictionText,
  RefusalText,
  RestrictionConflictText,
  ConflictText,
);
export const LiftRestrictionDocument: TypedDocument<LiftRestrictionResult, LiftRestrictionVariables> = /* @__PURE__ */ documentOf(
  'mutation LiftRestriction($input:LiftRestrictionInput!){liftRestriction(input:$input){__typename ...Restriction ...Refusal ...RestrictionConflict}}',
  RestrictionText,
  RefusalText,
  RestrictionConflictText,
  ConflictText,
);
export const EraseMemberDocument: TypedDocument<EraseMemberResult, EraseMemberVariables> = /* @__PURE__ */ documentOf(
  'mutation EraseMember($input:EraseMemberInput!){eraseMember(input:$input){__typename ...Erasure ...Refusal ...SubjectRequestConflict}}',
  ErasureText,
  RefusalText,
  SubjectRequestConflictText,
  ConflictText,
  SubjectRequestText,
);
export const TeamsDocument: TypedDocument<TeamsResult, TeamsVariables> = /* @__PURE__ */ documentOf(
  'query Teams($search:String$unitCode:String$level:AdminLevel$kind:TeamKind$status:TeamStatus$asOf:Date$first:Int$after:String){teams(search:$search unitCode:$unitCode level:$level kind:$kind status:$status asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...TeamSummary}}}',
  TeamSummaryText,
  UnitNameText,
);
export const TeamDocument: TypedDocument<TeamResult, TeamVariables> = /* @__PURE__ */ documentOf(
  'query Team($id:ID$code:String){team(id:$id code:$code){...Team}}',
  TeamText,
  TeamSummaryText,
  UnitNameText,
);
export const TeamInsideDocument: TypedDocument<TeamInsideResult, TeamInsideVariables> = /* @__PURE__ */ documentOf(
  'query TeamInside($id:ID$code:String$asOf:Date$memberCount:Int=50$activityCount:Int=10){team(id:$id code:$code){...TeamInside}}',
  TeamInsideText,
  TeamStateText,
  RuleViolationText,
  TeamMemberText,
  ActivitySummaryText,
);
export const TeamStateDocument: TypedDocument<TeamStateResult, TeamStateVariables> = /* @__PURE__ */ documentOf(
  'query TeamState($id:ID!$asOf:Date){team(id:$id){...TeamState}}',
  TeamStateText,
  RuleViolationText,
);
export const TeamMembersDocument: TypedDocument<TeamMembersResult, TeamMembersVariables> = /* @__PURE__ */ documentOf(
  'query TeamMembers($id:ID$code:String$asOf:Date$first:Int$after:String){team(id:$id code:$code){members(asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...TeamMember}}}}',
  TeamMemberText,
);
export const EstablishTeamDocument: TypedDocument<EstablishTeamResult, EstablishTeamVariables> = /* @__PURE__ */ documentOf(
  'mutation EstablishTeam($input:EstablishTeamInput!){establishTeam(input:$input){__typename ...TeamRecord ...Refusal ...TeamConflict}}',
  TeamRecordText,
  TeamText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  TeamConflictText,
  ConflictText,
);
export const UpdateTeamDocument: TypedDocument<UpdateTeamResult, UpdateTeamVariables> = /* @__PURE__ */ documentOf(
  'mutation UpdateTeam($input:UpdateTeamInput!){updateTeam(input:$input){__typename ...TeamRecord ...Refusal ...TeamConflict}}',
  TeamRecordText,
  TeamText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  TeamConflictText,
  ConflictText,
);
export const DissolveTeamDocument: TypedDocument<DissolveTeamResult, DissolveTeamVariables> = /* @__PURE__ */ documentOf(
  'mutation DissolveTeam($input:DissolveTeamInput!){dissolveTeam(input:$input){__typename ...TeamRecord ...Refusal ...TeamConflict}}',
  TeamRecordText,
  TeamText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  TeamConflictText,
  ConflictText,
);
export const LinkZaloGroupDocument: TypedDocument<LinkZaloGroupResult, LinkZaloGroupVariables> = /* @__PURE__ */ documentOf(
  'mutation LinkZaloGroup($input:LinkZaloGroupInput!){linkZaloGroup(input:$input){__typename ...TeamRecord ...Refusal ...TeamConflict}}',
  TeamRecordText,
  TeamText,
  TeamSummaryText,
  UnitNameText,
  RefusalText,
  TeamConflictText,
  ConflictText,
);
export const MergeTeamsDocument: TypedDocument<MergeTeamsResult, MergeTeamsVariables> = /* @__PURE__ */ documentOf(
  'mutation MergeTeams($input:MergeTeamsInput!){mergeTeams(input:$input){__typename ...Merger ...Refusal ...MergerConflict}}',
  MergerText,
  UnitNameText,
  RefusalText,
  MergerConflictText,
  ConflictText,
);
export const SplitTeamDocument: TypedDocument<SplitTeamResult, SplitTeamVariables> = /* @__PURE__ */ documentOf(
  'mutation SplitTeam($input:SplitTeamInput!){splitTeam(input:$input){__typename ...Merger ...Refusal ...MergerConflict}}',
  MergerText,
  UnitNameText,
  RefusalText,
  MergerConflictText,
  ConflictText,
);
export const TrainingsDocument: TypedDocument<TrainingsResult, TrainingsVariables> = /* @__PURE__ */ documentOf(
  'query Trainings($unitCode:String!$asOf:Date){trainings(unitCode:$unitCode asOf:$asOf){...Training}}',
  TrainingText,
  SourceText,
);
export const UnitDocument: TypedDocument<UnitResult, UnitVariables> = /* @__PURE__ */ documentOf(
  'query Unit($code:String!$asOf:Date){adminUnit(code:$code asOf:$asOf){...Unit}}',
  UnitText,
  UnitSummaryText,
  UnitNameText,
);
export const UnitsDocument: TypedDocument<UnitsResult, UnitsVariables> = /* @__PURE__ */ documentOf(
  'query Units($search:String$level:AdminLevel$parentCode:String$asOf:Date$first:Int$after:String){adminUnits(search:$search level:$level parentCode:$parentCode asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...UnitInList}}}',
  UnitInListText,
  UnitSummaryText,
  UnitNameText,
);
export const MergeUnitsDocument: TypedDocument<MergeUnitsResult, MergeUnitsVariables> = /* @__PURE__ */ documentOf(
  'mutation MergeUnits($input:MergeUnitsInput!){mergeUnits(input:$input){__typename ...Merger ...Refusal ...MergerConflict}}',
  MergerText,
  UnitNameText,
  RefusalText,
  MergerConflictText,
  ConflictText,
);
export const EstablishVillageDocument: TypedDocument<EstablishVillageResult, EstablishVillageVariables> = /* @__PURE__ */ documentOf(
  'mutation EstablishVillage($input:EstablishVillageInput!){establishVillage(input:$input){__typename ...UnitInList ...Refusal ...UnitConflict}}',
  UnitInListText,
  UnitSummaryText,
  UnitNameText,
  RefusalText,
  UnitConflictText,
  ConflictText,
);
export const UncoveredVillagesDocument: TypedDocument<UncoveredVillagesResult, UncoveredVillagesVariables> = /* @__PURE__ */ documentOf(
  'query UncoveredVillages($unitCode:String!$asOf:Date$first:Int$after:String){uncoveredVillages(unitCode:$unitCode asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{village{...UnitName}hasTeam}}}',
  UnitNameText,
);
export const ViewerDocument: TypedDocument<ViewerResult, ViewerVariables> = /* @__PURE__ */ documentOf(
  'query Viewer{viewer{...Viewer}}',
  ViewerText,
  UnitSummaryText,
  UnitNameText,
  TeamSummaryText,
);
export const ZaloLinksDocument: TypedDocument<ZaloLinksResult, ZaloLinksVariables> = /* @__PURE__ */ documentOf(
  'query ZaloLinks($memberId:ID!){member(id:$memberId){zaloLinks{...ZaloLink}}}',
  ZaloLinkText,
);
export const SignInWithZaloDocument: TypedDocument<SignInWithZaloResult, SignInWithZaloVariables> = /* @__PURE__ */ documentOf(
  'mutation SignInWithZalo($input:SignInWithZaloInput!){signInWithZalo(input:$input){__typename ...ZaloSession ...Refusal}}',
  ZaloSessionText,
  RefusalText,
);
export const UnlinkZaloDocument: TypedDocument<UnlinkZaloResult, UnlinkZaloVariables> = /* @__PURE__ */ documentOf(
  'mutation UnlinkZalo($input:UnlinkZaloInput!){unlinkZalo(input:$input){__typename ...ZaloLink ...Refusal ...on Conflict{...Conflict current{...ZaloLink}}}}',
  ZaloLinkText,
  RefusalText,
  ConflictText,
);

/** Writes about things that are named by other fields than an id. */
export const WRITES_WITHOUT_ID: readonly (keyof OutboxItem)[] = ['defineIndicator', 'defineIndicatorVersion', 'establishVillage', 'recordMeasurement', 'setTarget'];
