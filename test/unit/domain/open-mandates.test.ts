import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOpenMandates, type OpenMandates, withOpen } from '../../../shared/domain/open-mandates.ts';
import { refusal } from '../refusal.ts';

const now = '2026-11-23T10:00:00.000Z';
const until = fc.constantFrom(
  '2026-11-23T09:59:59.999Z',
  now,
  '2026-11-23T10:00:00.001Z',
  '2030-01-01T00:00:00.000Z',
);
const open = fc.dictionary(fc.nat(200).map(String), until, { maxKeys: 130, noNullPrototype: true });
const kept: fc.Arbitrary<OpenMandates> = fc.record({
  personKey: fc.constant('P'),
  side: fc.constantFrom('giver', 'proxy', 'registered'),
  open,
});
const later = '2031-01-01T00:00:00.000Z';

describe('ID-7 the mandates of one person that are open', () => {
  it('are never more than the bound, whatever is opened', () => {
    fc.assert(
      fc.property(kept, fc.nat(200).map(String), (before, mandateId) => {
        const lasting = Object.entries(before.open).filter(([id, end]) => end > now && id !== mandateId);
        const isFull = lasting.length >= mostOpenMandates[before.side];
        const opened = () => withOpen(before, { mandateId, until: later }, now);
        expect(refusal(opened)).toBe(isFull ? 'mandate-limit-reached' : undefined);
        const after = { ...Object.fromEntries(lasting), [mandateId]: later };
        if (!isFull) expect(opened()).toEqual({ ...before, open: after });
      }),
    );
  });
});
