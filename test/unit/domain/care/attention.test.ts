import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionOf,
  counters,
  priorityIn,
  runningPriorities,
} from '../../../../shared/domain/care/attention.ts';

const startedAt = '2026-11-01T08:00:00.000Z';
const instant = fc
  .date({ min: new Date(startedAt), max: new Date('2027-11-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const count = fc.option(fc.nat({ max: 9 }), { nil: undefined });

const waiting = fc.record({
  startedAt: fc.constant(startedAt),
  unreadFromResident: count,
  oldestUnreadAt: instant,
  openFlags: count,
  oldestFlagAt: instant,
  urgentFlags: count,
  oldestUrgentAt: instant,
});

describe('CARE-14 what waits in a moment', () => {
  it('an urgent flag nobody has seen is first, then what is unread, then what is flagged, each since its oldest', () => {
    fc.assert(
      fc.property(waiting, (head) => {
        const { urgentFlags = 0, unreadFromResident = 0, openFlags = 0 } = head;
        const told = attentionOf(head);
        const expected = [
          { holds: urgentFlags > 0, word: 'urgent', since: head.oldestUrgentAt },
          { holds: unreadFromResident > 0, word: 'unread', since: head.oldestUnreadAt },
          { holds: openFlags > 0, word: 'flagged', since: head.oldestFlagAt },
          { holds: true, word: 'quiet', since: startedAt },
        ].find(({ holds }) => holds);
        expect({ word: priorityIn(told), since: told.since }).toEqual({
          word: expected?.word,
          since: expected?.since,
        });
      }),
    );
  });

  it('whatever more comes, a moment never sinks in the list, and stays where it is with one more of what presses most', () => {
    fc.assert(
      fc.property(waiting, fc.constantFrom(...counters), (head, counter) => {
        const before = attentionOf(head);
        const more = attentionOf({ ...head, [counter]: Number(head[counter] ?? 0) + 1 });
        expect(more.priority <= before.priority).toBe(true);
        expect(runningPriorities).toContain(before.priority);
        if ((head[counter] ?? 0) > 0) expect(more).toEqual(before);
      }),
    );
  });

  it('what has ended sorts after all that runs, and what never began after that', () => {
    expect(['undone', '9', 'ended', '0', '2', '1'].toSorted()).toEqual([
      '0',
      '1',
      '2',
      '9',
      'ended',
      'undone',
    ]);
  });
});
