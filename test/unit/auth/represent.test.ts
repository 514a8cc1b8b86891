import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResidentPermission } from '../../../shared/auth/permissions.ts';
import {
  isAbout,
  mandateReaching,
  type Representation,
  type ResidentAccess,
  reaches,
  represent,
} from '../../../shared/auth/represent.ts';
import type { Mandate } from '../../../shared/domain/mandate.ts';
import { openToOneself, type RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { runs } from '../../support/property-runs.ts';
import { aMandate, aRegistered, people } from '../domain/representation-examples.ts';
import { refusal } from '../refusal.ts';

const now = '2026-11-23T10:00:00.500Z';
const past = '2026-11-23T10:00:00.500Z';
const future = '2026-11-23T10:00:00.501Z';

const permissions: readonly ResidentPermission[] = [
  'own-data:view',
  'own-data:answer',
  'own-data:messages',
  'own-data:write',
  'own-data:self',
];
const acting = { kind: 'resident', person: people.proxy, resident: people.resident } as const;
const oneself = { kind: 'resident', person: people.resident, resident: people.resident } as const;
const living = aRegistered({ personnummer: people.proxy.personnummer, birthDate: '1990-05-08' });
const nothing: ResidentAccess = { earlier: [], mandates: [], registered: undefined, acting: living };

const notAccepted = ['given', 'registered', 'confirmed', 'refused', 'revoked'] as const;
const mandate: fc.Arbitrary<Mandate> = fc
  .record({
    state: fc.constantFrom('accepted', 'accepted', 'accepted', ...notAccepted),
    validFrom: fc.constantFrom('2020-01-01T00:00:00.000Z', past, future),
    validTo: fc.constantFrom(past, future, '2030-01-01T00:00:00.000Z'),
    purposes: fc.subarray(['view', 'answer', 'messages'] as const, { minLength: 1 }),
    unit: fc.option(fc.constantFrom('U1', 'U2'), { nil: undefined }),
  })
  .map(({ unit, ...rest }) => aMandate(rest, unit));

/** Children and adults, with and without custody, begun and ended. */
const registered: fc.Arbitrary<ResidentAccess['registered']> = fc.oneof(
  fc.constantFrom('unanswered' as const, undefined),
  fc
    .record({
      birthDate: fc.constantFrom('2013-11-23', '2013-11-24', '2020-05-01', '1990-05-08'),
      custodian: fc.constantFrom(people.proxy, people.stranger),
      from: fc.constantFrom('2013-01-01', '2026-11-23', '2026-11-24'),
      to: fc.constantFrom('2026-11-22', '2026-11-23', undefined),
    })
    .map(({ birthDate, custodian, from, to }) =>
      aRegistered({
        birthDate,
        custody: [{ custodian: custodian.personnummer, from, ...(to === undefined ? {} : { to }) }],
      }),
    ),
);
const access: fc.Arbitrary<ResidentAccess> = fc.record({
  earlier: fc.constant([]),
  mandates: fc.array(mandate, { maxLength: 4 }),
  registered,
  acting: fc.constant(living),
});
const permission = fc.constantFrom(...permissions);

/** Writing messages takes the purpose that reading them does. */
const purposed = (wanted: ResidentPermission) => (wanted === 'own-data:write' ? 'own-data:messages' : wanted);

/** Only of someone the register still knows by that number. */
const opening = (wanted: ResidentPermission, { mandates, registered: known }: ResidentAccess): Mandate[] =>
  mandates
    .filter(() => typeof known === 'object')
    .filter(({ purposes }) => purposes.some((purpose) => `own-data:${purpose}` === purposed(wanted)))
    .filter(({ state }) => state === 'accepted')
    .filter(({ validFrom, validTo }) => validFrom <= now && now < validTo);

const isGuardian = ({ registered: child }: ResidentAccess): boolean => {
  if (typeof child !== 'object') return false;
  const custody = child.custody.some(
    ({ custodian, from, to = '9999' }) =>
      custodian === people.proxy.personnummer && from <= '2026-11-23' && '2026-11-23' <= to,
  );
  return custody && child.birthDate > '2013-11-23';
};

const unitsReached = (mandates: readonly Mandate[]): Representation =>
  mandates.some((one) => one.registered === undefined)
    ? { as: 'proxy' }
    : { as: 'proxy', units: mandates.map((one) => one.registered?.unit ?? '') };

describe('ID-6, ID-7 acting for another', () => {
  it('takes a mandate in force for the purpose, or custody of a child under thirteen; nothing else does', () => {
    fc.assert(
      fc.property(permission, access, (wanted, known) => {
        const open = wanted !== 'own-data:self' && (opening(wanted, known).length > 0 || isGuardian(known));
        const refused = refusal(() => represent(wanted, acting, known, now));
        if (open) expect(refused).toBeUndefined();
        else expect(refused).toMatch(/^representation-|^guardian-age-limit$|^register-unavailable$/);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is as proxy where a mandate opens it and as guardian otherwise, so that the log can tell (ID-8)', () => {
    fc.assert(
      fc.property(permission, access, (wanted, known) => {
        const mandates = opening(wanted, known);
        fc.pre(wanted !== 'own-data:self' && (mandates.length > 0 || isGuardian(known)));
        const expected = mandates.length > 0 ? unitsReached(mandates) : { as: 'guardian' };
        const { mandates: _, messaging: __, ...found } = represent(wanted, acting, known, now);
        expect(found).toEqual(expected);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('by a mandate says which, the resident’s own before a unit’s, and none that does not reach there', () => {
    fc.assert(
      fc.property(access, fc.constantFrom('U1', 'U2', undefined), (known, unit) => {
        const mandates = opening('own-data:view', known);
        fc.pre(mandates.length > 0);
        const named = mandates.map((one, at) => ({ ...one, mandateId: `M${at}` }));
        const found = represent('own-data:view', acting, { ...known, mandates: named }, now);
        const reaching = named.filter(
          ({ registered: by }) => by === undefined || unit === undefined || by.unit === unit,
        );
        const own = reaching.filter(({ registered: by }) => by === undefined);
        const expected = [...own, ...reaching][0]?.mandateId;
        expect(mandateReaching(found, unit === undefined ? {} : { unit })).toBe(expected);
      }),
    );
  });

  it('never opens what is one’s own alone', () => {
    fc.assert(
      fc.property(access, (known) => {
        expect(refusal(() => represent('own-data:self', acting, known, now))).toBe(
          'representation-not-allowed',
        );
      }),
    );
  });

  it('is refused where nothing is known', () => {
    for (const wanted of permissions.filter((one) => one !== 'own-data:self'))
      expect(refusal(() => represent(wanted, acting, nothing, now))).toBe('representation-missing');
  });

  it('is refused by its own name where custody, age or the register is what is missing', () => {
    const custody = [{ custodian: people.proxy.personnummer, from: '2013-11-23' }];
    const asked = (known: ResidentAccess['registered']) =>
      refusal(() => represent('own-data:view', acting, { ...nothing, registered: known }, now));
    expect(asked(aRegistered({ birthDate: '2013-11-24', custody }))).toBeUndefined();
    expect(asked(aRegistered({ birthDate: '2013-11-23', custody }))).toBe('guardian-age-limit');
    expect(asked(aRegistered({ birthDate: '2013-11-24', custody: [] }))).toBe('representation-missing');
    expect(asked('unanswered')).toBe('register-unavailable');
  });

  it('tells a stranger nothing of the child’s age', () => {
    const known = { ...nothing, registered: aRegistered({ birthDate: '2013-11-23', custody: [] }) };
    expect(refusal(() => represent('own-data:view', acting, known, now))).toBe('representation-missing');
  });

  it('by a mandate needs that the resident still has that number', () => {
    const asked = (known: ResidentAccess['registered']) =>
      refusal(() =>
        represent('own-data:view', acting, { ...nothing, mandates: [aMandate()], registered: known }, now),
      );
    expect(asked(aRegistered({ birthDate: '1990-05-08', custody: [] }))).toBeUndefined();
    expect(asked(undefined)).toBe('representation-missing');
    expect(asked('unanswered')).toBe('register-unavailable');
  });
});

describe('ID-12 a test resident', () => {
  it('acts for another alone, and nobody else for them', () => {
    const marks = fc.record({ theirs: fc.boolean(), mine: fc.boolean() });
    const custody = [{ custodian: people.proxy.personnummer, from: '2018-05-04' }];
    const ground = fc.constantFrom({ mandates: [aMandate()] }, { registered: aRegistered({ custody }) });
    fc.assert(
      fc.property(marks, ground, ({ theirs, mine }, given) => {
        const known: ResidentAccess = { ...nothing, registered: aRegistered(), ...given };
        const act = () =>
          represent(
            'own-data:view',
            acting,
            {
              ...known,
              registered: { ...(known.registered as RegisteredPerson), test: theirs },
              acting: { ...living, test: mine },
            },
            now,
          );
        expect(refusal(act)).toBe(theirs === mine ? undefined : 'representation-missing');
      }),
    );
  });
});

describe('ID-1 ID-4 acting as oneself', () => {
  it('goes by the register alone, whatever mandates there are, and a silent one takes nothing away', () => {
    const known = fc.oneof(
      fc.constantFrom('unanswered' as const, undefined),
      fc
        .record({ registeredInSweden: fc.boolean(), deceased: fc.boolean(), left: fc.boolean() })
        .map(({ left, ...rest }) =>
          aRegistered({ ...rest, ...(left ? { deregistered: '2026-11-01' } : {}) }),
        ),
    );
    fc.assert(
      fc.property(permission, access, known, (wanted, given, one) => {
        const open = one === 'unanswered' ? 'everything' : openToOneself(one, now);
        const isOpen =
          open === 'everything' ||
          (open === 'reading' && wanted !== 'own-data:answer' && wanted !== 'own-data:write');
        const act = () => represent(wanted, oneself, { ...given, registered: one }, now);
        expect(refusal(act)).toBe(isOpen ? undefined : 'resident-not-registered');
        if (isOpen) expect(act()).toEqual({ as: 'self' });
      }),
    );
  });
});

describe('ORG-1, ID-7 how far a representation reaches', () => {
  const subject = fc.record(
    { provider: fc.constant('P1'), unit: fc.constantFrom('U1', 'U2', 'U3') },
    { requiredKeys: ['provider'] },
  );

  it('a mandate that a unit registered: that unit alone; any other: wherever the resident reaches', () => {
    fc.assert(
      fc.property(permission, access, subject, (wanted, known, about) => {
        const mandates = opening(wanted, known);
        fc.pre(wanted !== 'own-data:self' && mandates.length > 0);
        const within = mandates.some((one) => !one.registered || one.registered.unit === about.unit);
        expect(reaches(represent(wanted, acting, known, now), about)).toBe(within);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('one’s own and a guardian’s: everywhere', () => {
    fc.assert(
      fc.property(subject, fc.constantFrom('self' as const, 'guardian' as const), (about, as) => {
        expect(reaches({ as }, about)).toBe(true);
      }),
    );
  });

  it('no units named reaches none', () => {
    expect(reaches({ as: 'proxy', units: [] }, { provider: 'P1', unit: 'U1' })).toBe(false);
    expect(reaches({ as: 'proxy', units: [] }, { provider: 'P1' })).toBe(false);
  });
});

describe('ID-1, ID-5 what a resident reaches', () => {
  const about = (key: string | undefined, earlier = [people.stranger]) =>
    isAbout(
      acting,
      { earlier },
      { provider: 'P', ...(key === undefined ? {} : { patient: { ...people.resident, key } }) },
    );

  it('is what is about the one they act for, under whatever number that one has had', () => {
    expect(about(people.resident.key)).toBe(true);
    expect(about(people.stranger.key)).toBe(true);
  });

  it('is not what is about themselves meanwhile, about another, or about nobody', () => {
    expect(about(people.proxy.key)).toBe(false);
    expect(about(people.stranger.key, [])).toBe(false);
    expect(about(undefined)).toBe(false);
  });
});
