import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  AcknowledgeSubjectRequestDocument,
  type AcknowledgeSubjectRequestInput,
  CompleteSubjectRequestDocument,
  type CompleteSubjectRequestInput,
  type Consent,
  type ConsentText,
  ConsentTextsDocument,
  type ConsentTextsVariables,
  EraseMemberDocument,
  type EraseMemberInput,
  type Erasure,
  ExtendSubjectRequestDocument,
  type ExtendSubjectRequestInput,
  LiftRestrictionDocument,
  type LiftRestrictionInput,
  type MemberRights,
  MemberRightsDocument,
  type PersonalEvidence,
  PersonalEvidenceDocument,
  ReceiveSubjectRequestDocument,
  type ReceiveSubjectRequestInput,
  RecordConsentDocument,
  type RecordConsentInput,
  RefuseSubjectRequestDocument,
  type RefuseSubjectRequestInput,
  type Restriction,
  RestrictMemberDocument,
  type RestrictMemberInput,
  type SubjectRequest,
  SubjectRequestsDocument,
  type SubjectRequestsVariables,
  WithdrawConsentDocument,
  type WithdrawConsentInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

export type SubjectRequestFilter = Omit<SubjectRequestsVariables, 'first' | 'after'>;

/** The rights of the people in the register: consents, requests, restriction, erasure. */
export interface Rights {
  /** Wordings that people are asked by on a day, one for each purpose. Errors: `DATE_INVALID`. */
  consentTexts(day?: ConsentTextsVariables, options?: RequestOptions): Promise<ConsentText[]>;
  /**
   * Consents, requests and restrictions of a person; empty lists for who is neither the person nor handles him or her.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`
   */
  of(member: { id: string }, options?: RequestOptions): Promise<MemberRights>;
  /**
   * All that is held about a person, to be handed to him or her. That it was taken is recorded.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`, `NOT_PERMITTED`
   */
  evidence(person: { memberId: string }, options?: RequestOptions): Promise<PersonalEvidence>;
  /** Requests by what is due first; closed ones last. Errors: `UNIT_NOT_FOUND`. */
  requests: Listing<SubjectRequestFilter, SubjectRequest>;
  /**
   * What a person agreed to, by the wording in use on that day. For the person and officers.
   *
   * @throws {CnscdError} `CONSENT_TEXT_NOT_FOUND`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED`
   */
  recordConsent(consent: Keyed<RecordConsentInput>, options?: RequestOptions): Promise<Consent>;
  /** @throws {CnscdError} `CONSENT_NOT_FOUND`, `CONSENT_STATE`, `NOT_PERMITTED` */
  withdrawConsent(withdrawal: Keyed<WithdrawConsentInput>, options?: RequestOptions): Promise<Consent>;
  /**
   * Takes a request in, with its due days in working days. For the person and officers.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`, `RESPONSE_TERM_NOT_FOUND`, `NOT_PERMITTED`
   */
  receive(request: Keyed<ReceiveSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
  /** @throws {CnscdError} `REQUEST_NOT_FOUND`, `REQUEST_STATE`, `NOT_PERMITTED` */
  acknowledge(step: Keyed<AcknowledgeSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
  /** Once, for a reason. @throws {CnscdError} `REQUEST_STATE`, `COUNT_INVALID`, `NOT_PERMITTED` */
  extend(step: Keyed<ExtendSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
  /** @throws {CnscdError} `REQUEST_STATE` where what was asked for has not happened, `NOT_PERMITTED` */
  complete(step: Keyed<CompleteSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
  /** @throws {CnscdError} `REQUEST_STATE`, `NOT_PERMITTED` */
  refuse(step: Keyed<RefuseSubjectRequestInput>, options?: RequestOptions): Promise<SubjectRequest>;
  /** From now on the data are only kept. @throws {CnscdError} `MEMBER_RESTRICTED`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED` */
  restrict(restriction: Keyed<RestrictMemberInput>, options?: RequestOptions): Promise<Restriction>;
  /** @throws {CnscdError} `RESTRICTION_NOT_FOUND`, `NOT_PERMITTED` */
  lift(restriction: Keyed<LiftRestrictionInput>, options?: RequestOptions): Promise<Restriction>;
  /**
   * Removes a person for good, or with `dryRun` only shows what goes and what stays. It cannot be undone.
   *
   * @throws {CnscdConflict} when the request was changed since
   * @throws {CnscdError} `REQUEST_NOT_FOUND`, `REQUEST_STATE`, `NOT_PERMITTED`
   */
  erase(erasure: Keyed<EraseMemberInput>, options?: RequestOptions): Promise<Erasure>;
}

export function rightsOf({ query: send, write }: Connection): Rights {
  return {
    consentTexts: async (day = {}, options) => (await send(ConsentTextsDocument, day, options)).consentTexts,
    of: async (member, options) =>
      stated((await send(MemberRightsDocument, member, options)).member, 'member'),
    evidence: async (person, options) =>
      (await send(PersonalEvidenceDocument, person, options)).personalEvidence,
    requests: listing(
      async (filter, options) => (await send(SubjectRequestsDocument, filter, options)).subjectRequests,
    ),
    recordConsent: (consent, options) =>
      write(RecordConsentDocument, 'recordConsent', withId(consent), options),
    withdrawConsent: (withdrawal, options) =>
      write(WithdrawConsentDocument, 'withdrawConsent', withdrawal, options),
    receive: (request, options) =>
      write(ReceiveSubjectRequestDocument, 'receiveSubjectRequest', withId(request), options),
    acknowledge: (step, options) =>
      write(AcknowledgeSubjectRequestDocument, 'acknowledgeSubjectRequest', step, options),
    extend: (step, options) => write(ExtendSubjectRequestDocument, 'extendSubjectRequest', step, options),
    complete: (step, options) =>
      write(CompleteSubjectRequestDocument, 'completeSubjectRequest', step, options),
    refuse: (step, options) => write(RefuseSubjectRequestDocument, 'refuseSubjectRequest', step, options),
    restrict: (restriction, options) =>
      write(RestrictMemberDocument, 'restrictMember', withId(restriction), options),
    lift: (restriction, options) => write(LiftRestrictionDocument, 'liftRestriction', restriction, options),
    erase: (erasure, options) => write(EraseMemberDocument, 'eraseMember', withId(erasure), options),
  };
}
