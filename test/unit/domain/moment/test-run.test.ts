import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertTestedBy, isCurrent } from '../../../../shared/domain/moment/test-run.ts';
import { refusal } from '../../refusal.ts';

const run = (by: string, revision: number) => ({
  ...{ momentId: 'm', testId: 't', by, revision },
  startedAt: '2026-11-23T10:00:00.000Z',
});
const revision = fc.integer({ min: 0, max: 3 });

describe('AUT-6 PUB-1 a verdict', () => {
  it('needs a test by the same person of the same revision, and nothing less', () => {
    const person = fc.constantFrom('DES1', 'PRA1', 'DES2');
    fc.assert(
      fc.property(person, revision, person, revision, (by, began, tester, now) => {
        const refused = refusal(() => assertTestedBy(run(by, began), tester, { revision: now }));
        expect(refused).toBe(by === tester && began === now ? undefined : 'test-missing');
      }),
    );
  });

  it('is refused where there is no test', () => {
    expect(refusal(() => assertTestedBy(undefined, 'DES1', { revision: 0 }))).toBe('test-missing');
  });
});

describe('AUT-6 a test', () => {
  it('is of what the draft says until the draft says something else', () => {
    fc.assert(
      fc.property(revision, revision, (began, now) => {
        expect(isCurrent(run('DES1', began), { revision: now })).toBe(began === now);
      }),
    );
  });
});
