import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mostOpenMandates,
  type OpenMandates,
  withOpen,
  withoutOpen,
} from '../../../shared/domain/open-mandates.ts';
import { refusal } from '../refusal.ts';

const now = '2026-11-23T10:00:00.000Z';
const until = fc.constantFrom(
  '2026-11-23T09:59:59.999Z',
  now,
  '2026-11-23T10:00:00.001Z',
  '2030-01-01T00:00:00.000Z',
);
const open = fc.uniqueArray(fc.record({ mandateId: fc.nat(200).map(String), until }), {
  selector: ({ mandateId }) => mandateId,
  maxLength: 130,
});
const kept: fc.Arbitrary<OpenMandates> = fc.record({
  personKey: fc.constant('P'),
  side: fc.constantFrom('giver', 'proxy'),
  open,
});
const later = '2031-01-01T00:00:00.000Z';

describe('ID-7 the mandates of one person that are open', () => {
  it('are never more than the bound, whatever is opened', () => {
    fc.assert(
      fc.property(kept, fc.nat(200).map(String), (before, mandateId) => {
        const lasting = before.open.filter((one) => one.until > now && one.mandateId !== mandateId);
        const isFull = lasting.length >= mostOpenMandates[before.side];
        const opened = () => withOpen(before, { mandateId, until: later }, now);
        expect(refusal(opened)).toBe(isFull ? 'mandate-limit-reached' : undefined);
        if (!isFull) expect(opened()).toEqual({ ...before, open: [...lasting, { mandateId, until: later }] });
      }),
    );
  });

  it('have room again for what was closed', () => {
    const full: OpenMandates = {
      ...{ personKey: 'P', side: 'giver' },
      open: Array.from({ length: mostOpenMandates.giver }, (_, at) => ({ mandateId: `${at}`, until: later })),
    };
    expect(refusal(() => withOpen(full, { mandateId: 'new', until: later }, now))).toBe(
      'mandate-limit-reached',
    );
    expect(withOpen(withoutOpen(full, '7'), { mandateId: 'new', until: later }, now).open).toHaveLength(
      mostOpenMandates.giver,
    );
  });

  it('are fewer a giver than a proxy, so that no one giver fills what a proxy has room for', () => {
    expect(mostOpenMandates.giver * 3).toBeLessThan(mostOpenMandates.proxy);
  });
});
