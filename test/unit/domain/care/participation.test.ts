import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertNotResponsible,
  assertWithoutPart,
  type Participant,
  partOf,
  reasonedHours,
  reasonedUntil,
  statedReason,
} from '../../../../shared/domain/care/participation.ts';
import { refusal } from '../../refusal.ts';
import { anInstance } from './instance-examples.ts';

const staff = fc.constantFrom('S1', 'S2', 'S3');
const instant = fc
  .integer({ min: -5, max: 5 })
  .map((hours) => new Date(Date.UTC(2026, 10, 28, 12 + hours)).toISOString());
const { resident } = anInstance();
const added = (of: string): fc.Arbitrary<Participant> =>
  fc.record(
    {
      instanceId: fc.constant('I'),
      unit: fc.constant('U'),
      resident: fc.constant(resident),
      staff: fc.constant(of),
      as: fc.constantFrom('colleague', 'stand-in', 'reasoned'),
      until: instant,
      addedBy: staff,
      addedAt: instant,
    },
    { requiredKeys: ['instanceId', 'unit', 'resident', 'staff', 'as', 'addedBy', 'addedAt'] },
  );

describe('CARE-17 somebody’s part in a moment', () => {
  it('is theirs who answer for it, and theirs who were added, until their time is over', () => {
    fc.assert(
      fc.property(
        staff.chain((who) =>
          fc.tuple(fc.constant(who), staff, fc.option(added(who), { nil: undefined }), instant),
        ),
        ([who, practitioner, row, now]) => {
          const lasts = row !== undefined && (row.until === undefined || row.until > now);
          const expected = who === practitioner ? 'responsible' : lasts ? row.as : undefined;
          expect(partOf({ practitioner }, who, row, now)).toBe(expected);
        },
      ),
    );
  });

  it('ends at the very instant that was named', () => {
    const until = '2026-11-28T12:00:00.000Z';
    const row = {
      ...{ instanceId: 'I', unit: 'U', resident },
      staff: 'S1',
      as: 'stand-in',
      until,
      addedBy: 'S2',
      addedAt: until,
    } as const;
    expect(partOf({ practitioner: 'S2' }, 'S1', row, until)).toBeUndefined();
    expect(partOf({ practitioner: 'S2' }, 'S1', row, '2026-11-28T11:59:59.999Z')).toBe('stand-in');
  });

  it('by a reason lasts a working shift, over midnight too', () => {
    expect(reasonedHours).toBe(12);
    expect(reasonedUntil('2026-11-28T20:30:00.000Z')).toBe('2026-11-29T08:30:00.000Z');
  });

  it('needs no reason where somebody has one for good, and is renewed where it was by a reason', () => {
    expect(refusal(() => assertWithoutPart(undefined))).toBeUndefined();
    expect(refusal(() => assertWithoutPart('reasoned'))).toBeUndefined();
    for (const part of ['responsible', 'colleague', 'stand-in'] as const)
      expect(refusal(() => assertWithoutPart(part))).toBe('takes-part-already');
  });

  it('of whoever answers for it is not added', () => {
    expect(refusal(() => assertNotResponsible({ practitioner: 'S1' }, 'S1'))).toBe('takes-part-already');
    expect(refusal(() => assertNotResponsible({ practitioner: 'S1' }, 'S2'))).toBeUndefined();
  });
});

describe('CARE-17 a stated reason', () => {
  it('is one of those named, or in words where it is another', () => {
    expect(statedReason.safeParse({ code: 'urgent-need' }).success).toBe(true);
    expect(statedReason.safeParse({ code: 'other', text: 'Ringde från akuten' }).success).toBe(true);
    expect(statedReason.safeParse({ code: 'curious' }).success).toBe(false);
    const [issue] = statedReason.safeParse({ code: 'other' }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ['text'], params: { said: { code: 'reason-in-words' } } });
    expect(statedReason.safeParse({ code: 'other', text: '' }).success).toBe(false);
    expect(statedReason.safeParse({ code: 'consulted', text: 'x'.repeat(201) }).success).toBe(false);
  });
});
