import type { Said } from './sayings/said.ts';

/**
 * Every way a request can be refused. Callers may rely on these strings: they never change meaning.
 * Status, titles and advice stand in `shared/contract/problem-table.ts`, which does not compile with one missing.
 */
export type ProblemCode =
  | 'agreement-missing'
  | 'agreement-not-needed'
  | 'agreement-outlives-region'
  | 'connected-through-region'
  | 'already-active'
  | 'already-exists'
  | 'already-submitted'
  | 'answers-in-conflict'
  | 'answers-invalid'
  | 'assurance-too-low'
  | 'body-not-utf-8'
  | 'charset-unsupported'
  | 'commission-expired'
  | 'commission-missing'
  | 'draft-unpublished'
  | 'form-placed'
  | 'form-version-mismatch'
  | 'function-switched-off'
  | 'guardian-age-limit'
  | 'hsa-id-of-another'
  | 'idempotency-key-reused'
  | 'identity-number-checksum'
  | 'identity-number-coordination'
  | 'identity-number-date'
  | 'identity-number-format'
  | 'identity-number-reserve'
  | 'illegal-state'
  | 'internal-error'
  | 'item-too-large'
  | 'flag-raised-again'
  | 'label-names-resident'
  | 'last-administrator'
  | 'last-auditor'
  | 'malformed-json'
  | 'mandate-limit-reached'
  | 'mandate-locked'
  | 'mandate-registered-by-you'
  | 'media-in-use'
  | 'media-limit-reached'
  | 'media-refused'
  | 'media-unknown'
  | 'moment-exported'
  | 'moment-incomplete'
  | 'moment-not-active'
  | 'moment-not-exported'
  | 'moment-not-offered'
  | 'moment-published'
  | 'moment-stopped'
  | 'moment-runs-already'
  | 'moment-unpublished'
  | 'moments-running'
  | 'no-structural-change'
  | 'not-found'
  | 'nothing-changed'
  | 'page-limit-reached'
  | 'page-unfit'
  | 'payload-too-large'
  | 'person-under-age'
  | 'practitioner-not-at-unit'
  | 'practitioner-without-commission'
  | 'precondition-required'
  | 'provider-not-connected'
  | 'provider-not-registered'
  | 'recall-by-you'
  | 'register-unavailable'
  | 'representation-missing'
  | 'representation-not-allowed'
  | 'resident-at-training-unit'
  | 'resident-deceased'
  | 'closed-in-maintenance'
  | 'resident-has-opened'
  | 'takes-part-already'
  | 'participation-missing'
  | 'resident-not-approved'
  | 'resident-not-registered'
  | 'role-missing'
  | 'role-not-here'
  | 'running-limit-reached'
  | 'saved-since'
  | 'self-role-change'
  | 'siths-required'
  | 'sms-otp-refused'
  | 'staff-unknown'
  | 'structural-change'
  | 'test-missing'
  | 'test-resident-at-care-unit'
  | 'tests-left'
  | 'token-invalid'
  | 'token-missing'
  | 'training-unit-cannot-publish'
  | 'two-person-rule'
  | 'unavailable'
  | 'unit-begins-nothing-new'
  | 'unit-in-use'
  | 'unit-inactive'
  | 'unit-treats-nobody'
  | 'unsupported-media-type'
  | 'validation-failed'
  | 'verdicts-by-one-person'
  | 'verdicts-missing'
  | 'version-followed'
  | 'version-not-recalled'
  | 'version-recalled'
  | 'urgent-flag-unseen'
  | 'version-mismatch'
  | 'version-not-later'
  | 'wrong-kind-of-caller';

/** One fault in the input. `pointer` is a JSON Pointer (RFC 6901) that starts with `/body`, `/params`, `/query` or `/headers`. */
export interface Fault extends Said {
  readonly pointer: string;
}

/** Two answers to one question: told to who gives answers there, and written in no log. */
export interface ToldConflict {
  readonly questionId: string;
  readonly theirs: unknown;
  readonly yours: unknown;
  readonly theirsAt: string;
  readonly by: string;
}

interface ProblemOptions extends ErrorOptions {
  /** Faults that are there beside those given: who found them did not word them all. */
  readonly faultsLeft?: number;
  /** Bytes that are taken, where more were sent. */
  readonly limit?: number;
  /** Answers of the caller’s own form between which they must choose. */
  readonly conflicts?: readonly ToldConflict[];
}

/** A refusal the domain can explain. It knows no HTTP; but for `conflicts` it never carries personal data, for it is logged and returned. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly faultsLeft: number;
  readonly limit: number | undefined;
  readonly conflicts: readonly ToldConflict[];

  constructor(
    code: ProblemCode,
    faults: readonly Fault[] = [],
    { faultsLeft = 0, limit, conflicts = [], ...options }: ProblemOptions = {},
  ) {
    super(code, options);
    this.name = 'Problem';
    this.code = code;
    this.faults = faults;
    this.faultsLeft = faultsLeft;
    this.limit = limit;
    this.conflicts = conflicts;
  }
}
