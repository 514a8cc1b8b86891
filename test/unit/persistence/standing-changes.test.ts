import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionOf,
  type Counter,
  counters,
  runningPriorities,
  waits,
} from '../../../shared/domain/care/attention.ts';
import { type Instance, writableStates } from '../../../shared/domain/care/instance.ts';
import type { Change, Presence } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { lowering, raising } from '../../../shared/persistence/instances/standing-changes.ts';
import { anInstance } from '../domain/care/instance-examples.ts';

const state = writableStates;
interface Act {
  readonly what: Counter;
  readonly does: 'comes' | 'goes';
}

const changeOf = ({ what, does }: Act, head: Stored<Instance>, now: string): Change | undefined => {
  if (does === 'comes') return raising(head.value, { at: now, added: { [what]: 1 }, state });
  const count = head.value[what] ?? 0;
  return count === 0
    ? undefined
    : lowering(head, { added: { [what]: -count }, cleared: [waits[what].oldest], state });
};

/** What DynamoDB would make of it; undefined where its condition does not hold. */
const applied = (head: Stored<Instance>, change: Change): Stored<Instance> | undefined => {
  const { version, among } = change.expect as Presence;
  if (version !== undefined && version !== head.version) return undefined;
  if (among && !among.anyOf.includes(head.value.priority)) return undefined;
  const value: Record<string, unknown> = { ...change.setOnce, ...head.value, ...change.item };
  for (const [name, { attribute, otherwise }] of Object.entries(change.follows ?? {}))
    value[name] = head.value[attribute as keyof Instance] ?? otherwise;
  for (const [name, by] of Object.entries(change.added ?? {})) value[name] = Number(value[name] ?? 0) + by;
  for (const name of change.cleared ?? []) delete value[name];
  return { value: value as Instance, version: head.version + 1 };
};

const at = (second: number): string => new Date(Date.UTC(2026, 10, 24, 8, 0, second)).toISOString();

const act = fc.record({
  what: fc.constantFrom(...counters),
  does: fc.constantFrom('comes' as const, 'goes' as const),
});
const race = fc.record({ act, readsBack: fc.nat({ max: 3 }) });

describe('CARE-14 where a moment stands in the lists of staff', () => {
  it('is what waits in it, whoever reads and writes it at the same time', () => {
    fc.assert(
      fc.property(fc.array(race, { maxLength: 20 }), (races) => {
        const past: Stored<Instance>[] = [{ value: anInstance(), version: 1 }];
        for (const [second, { act: one, readsBack }] of races.entries()) {
          const present = past.at(-1) as Stored<Instance>;
          const read = past.at(-1 - readsBack) ?? present;
          const change = changeOf(one, read, at(second));
          const next = change && applied(present, change);
          if (next) past.push(next);
          const { priority, since } = (next ?? present).value;
          expect({ priority, since }).toEqual(attentionOf((next ?? present).value));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is raised by what is urgent whatever came meanwhile, and by less only where nothing presses more', () => {
    const presses = (change: Change) => (change.expect as Presence).among?.anyOf;
    const raised = (counter: Counter, head: Partial<Instance>) =>
      raising(anInstance(head), { at: at(0), added: { [counter]: 1 }, state });
    expect(presses(raised('urgentFlags', {}))).toEqual(runningPriorities);
    expect(presses(raised('unreadFromResident', {}))).toEqual(['1', '2', '9']);
    expect(presses(raised('unreadFromResident', { priority: '0' }))).toEqual(['0']);
    expect(raised('unreadFromResident', { priority: '0' }).item).toEqual({});
  });
});
