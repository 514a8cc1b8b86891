import fc from 'fast-check';
import type { Activity, Actor } from '../../../shared/audit/activity.ts';
import { activityCodes } from '../../../shared/audit/activity-catalogue.ts';

const person = { key: 'person-key', personnummer: '199005082392' };

export const staff: Actor = { kind: 'staff', hsaId: 'S', role: 'practitioner', provider: 'P' };
export const resident: Actor = { kind: 'resident', person };

export const anActivity = (rest: Partial<Activity> = {}): Activity => ({
  eventId: '019ad0f0-0000-7000-8000-000000000000',
  at: '2026-11-23T10:00:00.000Z',
  activity: 'instance-opened',
  outcome: 'performed',
  operationId: 'openInstance',
  correlationId: '0b0b3b0c-6f0e-4d0a-9d8e-6f1d4c8f5a10',
  actor: staff,
  provider: 'P',
  ...rest,
});

/** Any activity there can be. */
export const activity: fc.Arbitrary<Activity> = fc
  .record(
    {
      eventId: fc.uuid(),
      activity: fc.constantFrom(...activityCodes),
      outcome: fc.constantFrom('performed' as const, 'repeated', 'refused', 'denied'),
      actor: fc.constantFrom(staff, resident),
      unit: fc.string(),
      patient: fc.constant(person),
      patients: fc.array(fc.constant(person), { minLength: 1, maxLength: 3 }),
      attempts: fc.nat(),
      problem: fc.string(),
      resource: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}Id$/), fc.uuid(), {
        minKeys: 1,
        noNullPrototype: true,
      }),
    },
    { requiredKeys: ['eventId', 'activity', 'outcome', 'actor'] },
  )
  .map((members) => anActivity(members));
