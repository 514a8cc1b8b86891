import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answeredIn,
  type DraftAnswers,
  draftAnswers,
  keptDraft,
  mostAlternatives,
  unstamped,
} from '../../../../shared/domain/care/draft-answers.ts';
import { mergeDraft, openConflicts, type Save } from '../../../../shared/domain/care/draft-merging.ts';
import { Problem } from '../../../../shared/domain/problem.ts';
import { runs } from '../../../support/property-runs.ts';

const nothing = unstamped({});
const at = '2026-11-23T10:00:00.000Z';

type Given = Pick<Save, 'screen' | 'base' | 'changes'>;
const saveOf = (given: Given, version: number): Save => ({ ...given, version, at, by: 'self' });

/** Names that every object has are among the questions. */
const questions = ['a', 'b', 'constructor'] as const;
const answer = fc.constantFrom('one', 'two', null, ['x', 'y'], ['y', 'x'], 3);
const changes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...questions), answer), {
    minLength: 1,
    selector: ([question]) => question,
  })
  .map((given) => Object.fromEntries(given));
const screens = ['telephone', 'computer', 'tablet'] as const;

/** How far behind what it has seen is: what is behind the first version has seen nothing. */
const step = fc.record({ screen: fc.constantFrom(...screens), behind: fc.nat(4), changes });

interface Told {
  readonly question: string;
  readonly answer: Save['changes'][string];
  readonly screen: string;
  readonly version: number;
}

const values = (draft: DraftAnswers, question: string) => [
  new Map(Object.entries(draft.answers)).get(question) ?? null,
  ...(new Map(Object.entries(draft.alternatives)).get(question) ?? []).map(([, one]) => one),
];
const comparable = (given: unknown) => JSON.stringify(Array.isArray(given) ? given.toSorted() : given);
const holds = (draft: DraftAnswers, { question, answer: told }: Told): boolean =>
  values(draft, question).some((value) => comparable(value) === comparable(told));

describe('CARE-7 a draft merged question by question', () => {
  it('keeps every acknowledged answer until its own screen, or one that has seen it, writes another', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let draft = nothing;
        let told: Told[] = [];
        for (const [at_, { screen, behind, changes: given }] of steps.entries()) {
          const base = Math.max(0, at_ - behind);
          draft = mergeDraft(draft, saveOf({ screen, base, changes: given }, at_ + 1));
          const changed = new Set(Object.keys(given));
          told = told.filter(
            (one) => !changed.has(one.question) || (one.screen !== screen && one.version > base),
          );
          for (const [question, value] of Object.entries(given))
            told.push({ question, answer: value, screen, version: at_ + 1 });
          for (const one of told) expect(holds(draft, one)).toBe(true);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('never lets a screen meet a conflict with itself, whatever it has seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let draft = nothing;
        for (const [before, { behind, changes: given }] of steps.entries())
          draft = mergeDraft(
            draft,
            saveOf({ screen: 'telephone', base: Math.max(0, before - behind), changes: given }, before + 1),
          );
        expect(openConflicts(draft, 'telephone')).toEqual([]);
        const last = new Map(steps.flatMap(({ changes: given }) => Object.entries(given)));
        const standing = Object.fromEntries([...last].filter(([, value]) => value !== null));
        expect(draft.answers).toEqual(standing);
      }),
      { numRuns: runs(300) },
    );
  });

  it('comes out the same in whatever order saves of different questions come', () => {
    const own = fc.tuple(answer, answer, answer);
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(own, order, (given, turn) => {
        const merged = turn.reduce(
          (draft, which, before) =>
            mergeDraft(
              draft,
              saveOf(
                {
                  screen: String(screens[which]),
                  base: 0,
                  changes: { [String(questions[which])]: given[which] ?? null },
                },
                before + 1,
              ),
            ),
          nothing,
        );
        const expected = questions.map((question, which) => [question, given[which] ?? null] as const);
        expect(merged.answers).toEqual(Object.fromEntries(expected.filter(([, value]) => value !== null)));
        expect(merged.alternatives).toEqual({});
      }),
      { numRuns: runs(300) },
    );
  });

  it('tells every screen of every open conflict, each with both sides', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let draft = nothing;
        for (const [before, { screen, behind, changes: given }] of steps.entries())
          draft = mergeDraft(
            draft,
            saveOf({ screen, base: Math.max(0, before - behind), changes: given }, before + 1),
          );
        const kept = questions.flatMap((question) => {
          const [standing, ...others] = values(draft, question).map(comparable);
          return others.filter((other) => other !== standing);
        }).length;
        for (const screen of [...screens, undefined]) {
          const conflicts = openConflicts(draft, screen);
          expect(conflicts).toHaveLength(kept);
          for (const { questionId, theirs, yours } of conflicts)
            for (const side of [theirs, yours])
              expect(holds(draft, { question: questionId, answer: side, screen: '', version: 0 })).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps one alternative a screen, and asks for a choice before there are more than it keeps', () => {
    const first = mergeDraft(nothing, saveOf({ screen: 'first', base: 0, changes: { a: 'one' } }, 1));
    const other = (draft: DraftAnswers, which: number, text: string) =>
      mergeDraft(draft, saveOf({ screen: `other-${which}`, base: 0, changes: { a: text } }, 2 + which));
    const full = Array.from({ length: mostAlternatives }, (_, which) => which).reduce(
      (draft, which) => other(other(draft, which, 'draft'), which, `text ${which}`),
      first,
    );
    expect(full.alternatives['a']?.map(([, one]) => one)).toEqual(
      Array.from({ length: mostAlternatives }, (_, which) => `text ${which}`),
    );
    const refusal = (() => {
      try {
        return other(full, mostAlternatives, 'one too many');
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ code: 'answers-in-conflict', conflicts: { length: mostAlternatives } });
  });

  const stamp = fc.record({
    version: fc.nat(1000),
    screen: fc.constantFrom(...screens),
    at: fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100') })
      .map((day) => day.toISOString()),
    by: fc.constantFrom('self' as const, 'guardian' as const, 'proxy' as const),
  });
  const alternative = fc.tuple(stamp, answer).map(([given, one]) => ({ ...given, answer: one }));
  const answered = fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...questions),
        fc.record({ answer, stamp, alternatives: fc.array(alternative, { maxLength: mostAlternatives }) }),
      ),
      { selector: ([question]) => question },
    )
    .map((given) => new Map(given));

  it('is kept short and read as it was written, with no screen that nobody names', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const kept = keptDraft(given);
        expect(answeredIn(draftAnswers.parse(JSON.parse(JSON.stringify(kept))))).toEqual(given);
        const named = [...given.values()].flatMap((one) => [one.stamp, ...one.alternatives]);
        expect(kept.screens).toHaveLength(new Set(named.map(({ screen, by }) => `${screen} ${by}`)).size);
      }),
      { numRuns: runs(300) },
    );
  });
});
