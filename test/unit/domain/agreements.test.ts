import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertConnectedRegion,
  assertHasServiceAgreement,
  assertNotOutliving,
  isInForce,
  type Provider,
  type ServiceAgreement,
} from '../../../shared/domain/provider.ts';
import { runs } from '../../support/property-runs.ts';
import { refusal } from '../refusal.ts';

const region: Provider = {
  ...{ hsaId: 'SE2321000016-1', name: 'R', kind: 'region', organisationNumber: '2321000016' },
  county: '12',
};
const service: ServiceAgreement = {
  ...{ provider: region.hsaId, reference: 'T 1', processorAgreement: 'P 1' },
  validFrom: '2026-01-01T00:00:00.000Z',
};
const now = '2026-06-01T12:00:00.500Z';

describe('ORG-2 a connected region', () => {
  it('gives its county, and what it is connected by', () => {
    expect(assertConnectedRegion(region, service, now)).toEqual({ county: '12', service });
  });

  it.each([
    [{ county: undefined }, service],
    [{ kind: 'municipality' }, service],
    [{ kind: 'private' }, service],
    [{}, undefined],
    [{}, { ...service, validFrom: '2026-06-01T12:00:00.501Z' }],
    [{}, { ...service, validTo: now }],
  ] as [Partial<Provider>, ServiceAgreement | undefined][])('is not one with %j and %j', (more, held) => {
    expect(refusal(() => assertConnectedRegion({ ...region, ...more }, held, now))).toBe(
      'provider-not-connected',
    );
  });

  it('and a municipality have a service agreement, a private provider none', () => {
    for (const kind of ['region', 'municipality'] as const)
      expect(() => assertHasServiceAgreement({ kind })).not.toThrow();
    expect(refusal(() => assertHasServiceAgreement({ kind: 'private' }))).toBe('connected-through-region');
  });
});

const instant = fc
  .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') })
  .map((date) => date.toISOString());
const end = fc.option(instant, { nil: undefined });

describe('ORG-2 a private provider’s agreement cannot outlive the region’s', () => {
  it('whatever is agreed: where it is let through, there is no instant at which it alone is in force', () => {
    fc.assert(
      fc.property(instant, end, end, instant, (validFrom, validTo, until, at) => {
        const terms = { validFrom, ...(validTo === undefined ? {} : { validTo }) };
        const bound = { validFrom, ...(until === undefined ? {} : { validTo: until }) };
        if (refusal(() => assertNotOutliving(terms, bound)) !== undefined) return;
        expect(isInForce(terms, at) && !isInForce(bound, at)).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  it('and is refused nothing that does not', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [validTo = '', until = ''] = [one, other].toSorted();
        expect(() => assertNotOutliving({ validTo }, { validTo: until })).not.toThrow();
        expect(() => assertNotOutliving({ validTo }, {})).not.toThrow();
        expect(() => assertNotOutliving({}, {})).not.toThrow();
        expect(refusal(() => assertNotOutliving({}, { validTo: until }))).toBe('agreement-outlives-region');
      }),
      { numRuns: runs(100) },
    );
  });
});
