import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { found } from '../../../shared/domain/found.ts';
import {
  type Approval,
  assertActive,
  assertApproved,
  assertPractitioner,
  assertRegistered,
  assertTreats,
  type Practising,
  type Unit,
} from '../../../shared/domain/organisation.ts';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { refusal } from '../refusal.ts';

const unit: Unit = {
  ...{ hsaId: 'U1', provider: 'P1', region: 'P1', county: '12', name: 'Enheten' },
  ...{ kind: 'care', state: 'active', underAgreement: false },
};
const known: RegisteredPerson = {
  ...{ personnummer: '199005082392', name: 'N', birthDate: '1990-05-08', registeredInSweden: true },
  ...{ protected: false, test: false, deceased: false, custody: [], children: [], earlierNumbers: [] },
};
const approval = (state: Approval['state']): Approval => ({
  unit: 'U1',
  residentId: 'r',
  person: { key: 'k', personnummer: '199005082392' },
  scope: 'all-services',
  state,
  running: {},
  runs: {},
});

describe('nothing found denies', () => {
  it.each([
    ['ID-4 a registration', 'resident-not-registered', () => assertRegistered(undefined)],
    ['ID-11 an approval', 'resident-not-approved', () => assertApproved(undefined)],
    ['CARE-1 a practitioner', 'practitioner-not-at-unit', () => assertPractitioner(undefined)],
    ['what was asked for', 'not-found', () => found(undefined)],
  ])('%s', (_, code, act) => {
    expect(refusal(act)).toBe(code);
  });

  it('but what is found is handed on, also when it is nothing much', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((value) => value !== undefined),
        (value) => {
          expect(found(value)).toBe(value);
        },
      ),
    );
  });
});

describe('ID-4 the population register', () => {
  it('says yes, or the resident takes no part', () => {
    expect(assertRegistered(known)).toBe(known);
    expect(refusal(() => assertRegistered({ ...known, registeredInSweden: false }))).toBe(
      'resident-not-registered',
    );
  });
});

describe('ID-11 the unit’s approval', () => {
  it('is good until it is withdrawn', () => {
    expect(assertApproved(approval('approved'))).toEqual(approval('approved'));
    expect(refusal(() => assertApproved(approval('withdrawn')))).toBe('resident-not-approved');
  });
});

describe('ORG-5 ID-12 the kind of a unit', () => {
  it.each([
    ['care', false, undefined],
    ['care', true, 'test-resident-at-care-unit'],
    ['training-publisher', true, undefined],
    ['training-publisher', false, 'resident-at-training-unit'],
    ['publisher', false, 'unit-treats-nobody'],
    ['publisher', true, 'unit-treats-nobody'],
  ] as const)('says whom it has: %s, test resident: %s → %s', (kind, test, code) => {
    expect(refusal(() => assertTreats({ kind }, { test }))).toBe(code);
  });
});

describe('ORG-3 an inactive unit', () => {
  it('starts nothing', () => {
    expect(refusal(() => assertActive(unit))).toBeUndefined();
    expect(refusal(() => assertActive({ state: 'inactive' }))).toBe('unit-inactive');
  });
});

describe('CARE-1 the practitioner', () => {
  it('holds the role still', () => {
    const practising: Practising = { staff: 'S', unit: 'U1', state: 'held', running: 3 };
    expect(assertPractitioner(practising)).toBe(practising);
    expect(refusal(() => assertPractitioner({ ...practising, state: 'withdrawn' }))).toBe(
      'practitioner-not-at-unit',
    );
  });
});
