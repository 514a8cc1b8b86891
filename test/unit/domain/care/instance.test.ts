import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertOffers,
  assertSameMajor,
  assertWritable,
  instanceState,
  writableStates,
} from '../../../../shared/domain/care/instance.ts';
import { momentFunctions, usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';
import { refusal } from '../../refusal.ts';
import { anInstance } from './instance-examples.ts';

describe('CARE-2 an instance', () => {
  it.each([
    ['active', undefined],
    ['maintenance', undefined],
    ['ended', 'illegal-state'],
  ] as const)('that is %s gives %s to a write', (state, problem) => {
    expect(refusal(() => assertWritable(anInstance({ state })))).toBe(problem);
  });

  it('is writable in the same states early and in the write’s own condition', () => {
    const early = instanceState.options.filter(
      (state) => !refusal(() => assertWritable(anInstance({ state }))),
    );
    expect(early).toEqual([...writableStates]);
  });
});

describe('AUT-4 a running moment', () => {
  it.each(momentFunctions.keyof().options)('offers %s exactly where it is switched on', (name) => {
    for (const on of [true, false]) {
      const functions = { ...usualFunctions, [name]: on };
      const refused = refusal(() => assertOffers(anInstance({ functions }), name));
      expect(refused).toBe(on ? undefined : 'function-switched-off');
    }
  });
});

describe('PUB-7 answers to a running instance', () => {
  const version = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }));

  it('fit any minor of its own major of its own moment, and nothing else', () => {
    const moment = fc.constantFrom('m', 'n');
    fc.assert(
      fc.property(version, version, moment, (running, given, momentId) => {
        const instance = anInstance({ momentVersion: running.join('.') });
        const refused = refusal(() =>
          assertSameMajor(instance, { momentId, momentVersion: given.join('.') }),
        );
        const fits = momentId === 'm' && running[0] === given[0];
        expect(refused).toBe(fits ? undefined : 'form-version-mismatch');
      }),
    );
  });

  it('are refused where a version cannot be read', () => {
    const broken = { momentId: 'm', momentVersion: '' };
    expect(refusal(() => assertSameMajor(anInstance({ momentVersion: 'x' }), broken))).toBe(
      'form-version-mismatch',
    );
  });
});
