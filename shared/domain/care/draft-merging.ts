import * as z from 'zod';
import { keptContentId } from '../content/content-id.ts';
import { type Answer, type AnswerChanges, answer, answers } from '../form/answers/answers.ts';
import { Problem } from '../problem.ts';
import { writtenAs } from './writers.ts';

/** Other answers to one question that are kept beside the one that stands; then somebody must choose before more are taken. */
export const mostAlternatives = 5;

/** When, where and by whom an answer was given: `screen` is one mounted form of one person, see `screenOf`. */
const stamp = z.object({
  version: z.int(),
  screen: z.string(),
  at: z.iso.datetime(),
  by: writtenAs,
});
type Stamp = z.infer<typeof stamp>;

/** Null where the answer was taken away: also that is something somebody did. */
const alternative = stamp.extend({ answer: answer.nullable() });
type Alternative = z.infer<typeof alternative>;

/** What has been answered and not submitted, with who last changed each answer, and what others wrote there unseen (CARE-7). */
export const draftAnswers = z.object({
  answers,
  stamps: z.record(keptContentId, stamp),
  alternatives: z.record(keptContentId, z.array(alternative).max(mostAlternatives)),
});
export type DraftAnswers = z.infer<typeof draftAnswers>;

/** Two answers to one question, neither of which was given in sight of the other. */
export const answerConflict = z
  .object({
    questionId: z.string(),
    theirs: answer.nullable(),
    yours: answer.nullable().meta({
      description: 'What this `session` wrote; where it wrote neither, what stands as the answer for now',
    }),
    theirsAt: z.iso.datetime(),
    by: writtenAs.meta({ description: 'As whom `theirs` was written' }),
  })
  .meta({
    id: 'AnswerConflict',
    description:
      'Null is an answer that was taken away. Save one of the two, with the new `base`, to choose it',
    examples: [
      { questionId: 'today', theirs: 'good', yours: 'bad', theirsAt: '2026-11-23T13:02:00.000Z', by: 'self' },
    ],
  });
export type AnswerConflict = z.infer<typeof answerConflict>;

/** One save, as it is merged. */
export interface Save extends Stamp {
  /** The version the screen had seen when it was written; 0 where it had seen none. */
  readonly base: number;
  readonly changes: AnswerChanges;
}

interface Question {
  readonly answer: Answer | null;
  readonly stamp: Stamp | undefined;
  readonly alternatives: readonly Alternative[];
}

const comparable = (given: Answer | null): string =>
  JSON.stringify(Array.isArray(given) ? given.toSorted() : given);
const isSame = (one: Answer | null, other: Answer | null): boolean => comparable(one) === comparable(other);

const stampOf = ({ version, screen, at, by }: Stamp): Stamp => ({ version, screen, at, by });

/**
 * A change counts where its screen had seen what it changes, or wrote it itself; otherwise it is kept beside. Also where it says the
 * same: whoever agreed unseen must be asked when what they agreed with is changed.
 */
const changed = (before: Question, given: Answer | null, save: Save): Question => {
  const others = before.alternatives.filter(({ screen }) => screen !== save.screen);
  const { stamp: standing } = before;
  const isSeen = standing === undefined || standing.version <= save.base || standing.screen === save.screen;
  return isSeen
    ? {
        answer: given,
        stamp: stampOf(save),
        alternatives: others.filter(({ version }) => version > save.base),
      }
    : { ...before, alternatives: [...others, { ...stampOf(save), answer: given }] };
};

/** `entries`, and never a name looked up in an object: a question may be called `constructor`, which every object has. */
const mapOf = <T>(record: Readonly<Record<string, T>>): Map<string, T> => new Map(Object.entries(record));

/** What stands beside each answer, as one screen sees it; as one that has written nothing, where none is named. */
const pairsIn = (
  { answers: given, stamps, alternatives }: DraftAnswers,
  own: string | undefined,
): AnswerConflict[] => {
  const [standing, stamped] = [mapOf(given), mapOf(stamps)];
  return Object.entries(alternatives).flatMap(([questionId, others]) =>
    others.map((other) => {
      const stands = { ...(stamped.get(questionId) ?? other), answer: standing.get(questionId) ?? null };
      const [theirs, yours] = other.screen === own ? [stands, other] : [other, stands];
      const { at: theirsAt, by } = theirs;
      return { questionId, theirs: theirs.answer, yours: yours.answer, theirsAt, by };
    }),
  );
};

/** An answer that another screen has given: null where it was taken away. */
export const answerElsewhere = stamp
  .pick({ at: true, by: true })
  .extend({ questionId: z.string(), answer: answer.nullable() })
  .meta({
    id: 'AnswerElsewhere',
    examples: [{ questionId: 'today', answer: 'good', at: '2026-11-23T13:02:00.000Z', by: 'self' }],
  });
type AnswerElsewhere = z.infer<typeof answerElsewhere>;

/** What stands now and was written at other screens after what this one had seen: until it is shown, the screen has not seen it. */
export const writtenElsewhere = (
  { answers: given, stamps }: DraftAnswers,
  { base, screen }: Pick<Save, 'base' | 'screen'>,
): AnswerElsewhere[] => {
  const standing = mapOf(given);
  return Object.entries(stamps)
    .filter(([, one]) => one.version > base && one.screen !== screen)
    .map(([questionId, { at, by }]) => ({ questionId, answer: standing.get(questionId) ?? null, at, by }));
};

/** Every pair of answers that waits for somebody to choose. Who said the same is in no conflict. */
export const openConflicts = (draft: DraftAnswers, own?: string): AnswerConflict[] =>
  pairsIn(draft, own).filter(({ theirs, yours }) => !isSame(theirs, yours));

/**
 * The draft after a save, question by question: a screen never meets a conflict with itself, two screens never overwrite each other
 * unseen, and nothing is dropped before somebody who has seen it chooses (CARE-7). Of one screen’s own the newest is kept, as what is
 * typed over is. Throws `answers-in-conflict` where so many have been at one question that no more is kept before one is chosen.
 */
export const mergeDraft = (before: DraftAnswers, save: Save): DraftAnswers => {
  const [given, stamps, alternatives] = [
    mapOf(before.answers),
    mapOf(before.stamps),
    mapOf(before.alternatives),
  ];
  for (const [questionId, change] of Object.entries(save.changes)) {
    const after = changed(
      {
        answer: given.get(questionId) ?? null,
        stamp: stamps.get(questionId),
        alternatives: alternatives.get(questionId) ?? [],
      },
      change,
      save,
    );
    if (after.alternatives.length > mostAlternatives)
      throw new Problem('answers-in-conflict', [], { conflicts: pairsIn(before, save.screen) });
    if (after.answer === null) given.delete(questionId);
    else given.set(questionId, after.answer);
    if (after.stamp) stamps.set(questionId, after.stamp);
    if (after.alternatives.length > 0) alternatives.set(questionId, [...after.alternatives]);
    else alternatives.delete(questionId);
  }
  return {
    answers: Object.fromEntries(given),
    stamps: Object.fromEntries(stamps),
    alternatives: Object.fromEntries(alternatives),
  };
};
