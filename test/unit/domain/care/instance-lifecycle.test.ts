import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endReason,
  type InstanceState,
  instanceState,
  isOpenToResident,
  undoReason,
} from '../../../../shared/domain/care/instance.ts';
import {
  assertMayBecome,
  assertOpenTo,
  statesBefore,
  statesOpenTo,
} from '../../../../shared/domain/care/instance-lifecycle.ts';
import { refusal } from '../../refusal.ts';
import { anInstance } from './instance-examples.ts';

const next = fc.constantFrom('maintenance' as const, 'ended' as const);
const ways = ['active maintenance', 'active ended', 'maintenance ended'];

describe('CARE-2 from state to state', () => {
  it('a moment goes forward alone, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(next, { maxLength: 8 }), (tried) => {
        let state: InstanceState = 'active';
        for (const wanted of tried) {
          const refused = refusal(() => assertMayBecome(anInstance({ state }), wanted));
          expect(refused).toBe(ways.includes(`${state} ${wanted}`) ? undefined : 'illegal-state');
          if (!refused) state = wanted;
        }
      }),
    );
  });

  it('the answer given early and the write’s own condition are the same', () => {
    for (const wanted of ['maintenance', 'ended'] as const) {
      const early = instanceState.options.filter(
        (state) => !refusal(() => assertMayBecome(anInstance({ state }), wanted)),
      );
      expect(early).toEqual([...statesBefore(wanted)]);
    }
  });
});

const formId = fc.constantFrom('mood', 'sleep', 'worry');
const maintenance = fc.option(fc.record({ messages: fc.boolean(), formIds: fc.uniqueArray(formId) }), {
  nil: undefined,
});
const writing = fc.oneof(fc.constant('messages' as const), fc.record({ formId }));

describe('CARE-2 what is written in each state', () => {
  it('is all while it is active, what the designer left open in maintenance, and nothing once it has ended', () => {
    fc.assert(
      fc.property(maintenance, writing, (left, what) => {
        const refused = (state: InstanceState) =>
          refusal(() => assertOpenTo(anInstance({ state, maintenance: left }), what));
        const isLeft =
          what === 'messages' ? left?.messages === true : (left?.formIds ?? []).includes(what.formId);
        expect(refused('active')).toBeUndefined();
        expect(refused('maintenance')).toBe(isLeft ? undefined : 'closed-in-maintenance');
        expect(refused('ended')).toBe('illegal-state');
      }),
    );
  });

  it('is told early as the write’s own condition decides it', () => {
    fc.assert(
      fc.property(maintenance, writing, (left, what) => {
        const early = instanceState.options.filter(
          (state) => !refusal(() => assertOpenTo(anInstance({ state, maintenance: left }), what)),
        );
        expect(early).toEqual([...statesOpenTo({ maintenance: left }, what)]);
      }),
    );
  });
});

describe('CARE-2 what has ended', () => {
  const by = { by: 'S', at: '2026-11-24T10:00:00.000Z' };

  it.each(endReason.options)('is read by the resident still, where it is %s', (reason) => {
    expect(isOpenToResident({ ending: { reason, ...by } }, '2027-11-24T10:00:00.000Z')).toBe(true);
  });

  it.each([...undoReason.options, 'approval-withdrawn'] as const)(
    'is closed to them, where it is %s',
    (reason) => {
      expect(isOpenToResident({ ending: { reason, ...by } }, by.at)).toBe(false);
    },
  );
});
