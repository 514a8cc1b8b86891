import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { postInformationMessage } from '../../../functions/organisation/information/post-information-message.ts';
import { registerProvider } from '../../../functions/organisation/register-provider.ts';
import { setAgreement } from '../../../functions/organisation/set-agreement.ts';
import { setServiceAgreement } from '../../../functions/organisation/set-service-agreement.ts';
import { setUnitInformation } from '../../../functions/organisation/set-unit-information.ts';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, login, otherProvider, provider, seedPeople, units } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let tokens: Record<'nationalAdmin' | 'regionAdmin' | 'careProviderAdmin' | 'authorizationAdmin', string>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  tokens = {
    nationalAdmin: await login('nationalAdmin'),
    regionAdmin: await login('regionAdmin'),
    careProviderAdmin: await login('careProviderAdmin'),
    authorizationAdmin: await login('authorizationAdmin'),
  };
});

const expected = [200, 201, 400, 404, 409, 412, 422];

const holdsFor = <T>(
  arbitrary: fc.Arbitrary<T>,
  request: (value: T) => readonly [UseCase, Sent],
  before?: () => Promise<void>,
) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await before?.();
      const [useCase, sent] = request(value);
      const { status, body } = await world.call(useCase, sent);
      expect(expected, JSON.stringify(body)).toContain(status);
    }),
    { numRuns: runs(60) },
  );

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
  fc.constantFrom('\ud800', '\udc00x', '\u0000', '\u202e', ' ', '', '\ufeff', '\uffff'),
);
const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 13 })
  .map((all) => all.join(''));
const instant = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.9999999999Z',
    '2026-02-29T00:00:00Z',
    '2024-02-29T24:00:00Z',
    '2026-06-30T23:59:60Z',
    '2026-01-01T00:00Z',
    '0000-01-01T00:00:00+14:00',
    '+010000-01-01T00:00:00.000Z',
    '２０２６-01-01T00:00:00Z',
  ),
  text,
);
const month = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }))
    .map(([year, ordinal]) => `${String(year).padStart(4, '0')}-${String(ordinal).padStart(2, '0')}`),
  text,
);
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

describe('whatever is sent, the answer is never an error of ours', () => {
  it('to a registration (ORG-1)', () =>
    holdsFor(
      fc.record({
        providerId: fc.oneof(
          text,
          digits.map((number) => `SE${number}-1`),
        ),
        name: text,
        kind: fc.constantFrom('region', 'municipality', 'private', 'other'),
        organisationNumber: fc.oneof(digits, text),
        county: optional(fc.oneof(text, fc.constant('12'))),
      }),
      (body) => [registerProvider, { body, token: tokens.nationalAdmin }],
    ));

  it('to an agreement (ORG-2)', () =>
    holdsFor(fc.record({ reference: text, validFrom: instant, validTo: optional(instant) }), (body) => [
      setAgreement,
      { params: { providerId: provider, privateProviderId: otherProvider }, body, token: tokens.regionAdmin },
    ]));

  it('to a service agreement (ORG-2)', () =>
    holdsFor(
      fc.record({
        ...{ reference: text, processorAgreement: text },
        ...{ validFrom: instant, validTo: optional(instant) },
      }),
      (body) => [
        setServiceAgreement,
        { params: { providerId: provider }, body, token: tokens.nationalAdmin },
      ],
    ));

  it('to a unit’s text (ORG-4)', () =>
    holdsFor(
      text,
      (given) => [
        setUnitInformation,
        {
          ...{ params: { unitId: units.care }, body: { text: given }, token: tokens.authorizationAdmin },
          headers: { 'If-Match': '"1"' },
        },
      ],
      () => world.have(entities.unit, aUnit(units.care)),
    ));

  it('to a message (ORG-10)', () =>
    holdsFor(fc.record({ text, visibleFrom: optional(instant), visibleTo: optional(instant) }), (body) => [
      postInformationMessage,
      { params: { providerId: provider }, body, token: tokens.careProviderAdmin },
    ]));

  it.each([viewUnitStatistics, viewProviderStatistics])('to the months of statistics (ORG-8)', (useCase) =>
    holdsFor(
      fc.record(
        { from: month, to: month, limit: fc.oneof(digits, text), cursor: text },
        { requiredKeys: [] },
      ),
      (query) => [
        useCase,
        {
          params: useCase === viewUnitStatistics ? { unitId: units.care } : { providerId: provider },
          query,
          token: tokens.careProviderAdmin,
        },
      ],
    ),
  );
});
