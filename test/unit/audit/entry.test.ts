import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongsInLog } from '../../../shared/audit/activity.ts';
import { activityCatalogue } from '../../../shared/audit/activity-catalogue.ts';
import { auditEntry, entryOf } from '../../../shared/audit/entry.ts';
import { activityItem } from '../../../shared/persistence/engine/append-activity.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { activity, anActivity, resident, staff } from './activity-examples.ts';

describe('LOG-16 the entry of an activity', () => {
  it('is the activity and what the catalogue calls it, and nothing else', () => {
    fc.assert(
      fc.property(activity, (done) => {
        expect(entryOf(done)).toEqual({ ...activityCatalogue[done.activity], ...done });
      }),
    );
  });

  it('is the same each time, and after a way through the stream', () => {
    fc.assert(
      fc.property(activity, (done) => {
        const before = JSON.stringify(done);
        const replayed = entryOf(JSON.parse(before) as typeof done);
        expect(replayed).toEqual(entryOf(done));
        expect(JSON.stringify(done)).toBe(before);
      }),
    );
  });

  it('is never made of what a function does by itself', () => {
    const actor = { kind: 'system' as const, function: 'verifyUpload' };
    expect(() => entryOf(anActivity({ actor }))).toThrow();
  });

  it('can be read back as it was written', () => {
    fc.assert(
      fc.property(activity, (done) => {
        expect(auditEntry.parse(entryOf(done))).toEqual(entryOf(done));
      }),
    );
  });
});

describe('LOG-15, LOG-21 what belongs in the log', () => {
  it.each([
    ['staff', 'performed', true],
    ['staff', 'repeated', true],
    ['staff', 'refused', true],
    ['staff', 'denied', true],
    ['resident', 'performed', false],
    ['resident', 'denied', true],
    ['system', 'performed', false],
    ['system', 'denied', false],
  ] as const)('%s, %s: %s', (kind, outcome, belongs) => {
    const actors = { staff, resident, system: { kind: 'system', function: 'verifyUpload' } } as const;
    const done = anActivity({ actor: actors[kind], outcome });
    expect(belongsInLog(done)).toBe(belongs);
    expect(activityItem(done)['logged']).toBe(belongs);
  });
});

describe('LOG-16 the row of an activity in the outbox', () => {
  it('holds the activity under its own key, and outlives point-in-time recovery by days', () => {
    fc.assert(
      fc.property(activity, (done) => {
        const { expiresAt, logged, type, ...rest } = activityItem(done);
        expect(rest).toEqual({ ...done, ...keys.activity(done.at, done.eventId) });
        expect(type).toBe('Activity');
        expect(logged).toBe(belongsInLog(done));
        expect(expiresAt).toBe(Date.parse('2027-01-02T10:00:00Z') / 1000);
      }),
    );
  });

  it.each([
    ['an unknown activity', { activity: 'gossiped' as 'log-read' }],
    ['an id that is no UUID', { eventId: 'x#y' }],
    ['a time that is none', { at: 'yesterday' }],
  ])('is refused with %s', (_, wrong) => {
    expect(() => activityItem(anActivity(wrong))).toThrow();
  });
});
