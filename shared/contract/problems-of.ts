import { needsCommission, needsPart } from '../auth/permissions.ts';
import { identityNumberProblems } from '../domain/personal-identity-number.ts';
import type { ProblemCode } from '../domain/problem.ts';
import { type Contract, isReplayable } from './contract.ts';

const identity: ProblemCode[] = [
  'token-missing',
  'token-invalid',
  'wrong-kind-of-caller',
  'assurance-too-low',
];

const staffProblems = (contract: Extract<Contract, { caller: 'staff' }>): ProblemCode[] => {
  const commission = needsCommission(contract.permission);
  return [
    'role-missing',
    ...(commission ? (['commission-missing', 'commission-expired', 'register-unavailable'] as const) : []),
    ...(needsPart(contract.permission) ? (['participation-missing'] as const) : []),
    'siths-required',
    'sms-otp-refused',
  ];
};

const representation: ProblemCode[] = [
  'representation-missing',
  'representation-not-allowed',
  'guardian-age-limit',
  'resident-not-registered',
  'register-unavailable',
];

/** Every problem a caller of this route may meet: its own, and those that come with its kind. */
export const problemsOf = (contract: Contract): ProblemCode[] => {
  const all: ProblemCode[] = [
    ...contract.problems,
    'validation-failed',
    'unavailable',
    'internal-error',
    'payload-too-large',
    ...(contract.body
      ? (['malformed-json', 'unsupported-media-type', 'body-not-utf-8', 'charset-unsupported'] as const)
      : []),
    ...(contract.ifMatch ? (['precondition-required', 'version-mismatch'] as const) : []),
    ...(isReplayable(contract) ? (['idempotency-key-reused'] as const) : []),
    ...(contract.caller === 'anyone' ? [] : identity),
    ...(contract.caller === 'staff' ? staffProblems(contract) : []),
    ...(contract.caller === 'resident' ? [...identityNumberProblems, ...representation] : []),
  ];
  return [...new Set(all)].sort();
};
