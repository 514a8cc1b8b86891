import * as z from 'zod';
import { type Answer, type AnswerChanges, answer } from '../form/answers/answers.ts';
import { Problem } from '../problem.ts';
import {
  type Answered,
  answeredIn,
  type DraftAnswers,
  keptDraft,
  mostAlternatives,
  type Stamp,
} from './draft-answers.ts';
import { writtenAs } from './writers.ts';

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

const comparable = (given: Answer | null): string =>
  JSON.stringify(Array.isArray(given) ? given.toSorted() : given);
const isSame = (one: Answer | null, other: Answer | null): boolean => comparable(one) === comparable(other);

const stampOf = ({ version, screen, at, by }: Stamp): Stamp => ({ version, screen, at, by });

/**
 * A change counts where its screen had seen what it changes, or wrote it itself; otherwise it is kept beside. Also where it says the
 * same: whoever agreed unseen must be asked when what they agreed with is changed.
 */
const changed = (before: Answered, given: Answer | null, save: Save): Answered => {
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

/** What stands beside each answer, as one screen sees it; as one that has written nothing, where none is named. */
const pairsIn = (answered: ReadonlyMap<string, Answered>, own: string | undefined): AnswerConflict[] =>
  [...answered].flatMap(([questionId, { answer: standing, stamp, alternatives }]) =>
    alternatives.map((other) => {
      const stands = { ...(stamp ?? other), answer: standing };
      const [theirs, yours] = other.screen === own ? [stands, other] : [other, stands];
      const { at: theirsAt, by } = theirs;
      return { questionId, theirs: theirs.answer, yours: yours.answer, theirsAt, by };
    }),
  );

/** An answer that another screen has given: null where it was taken away. */
export const answerElsewhere = z
  .object({ at: z.iso.datetime(), by: writtenAs, questionId: z.string(), answer: answer.nullable() })
  .meta({
    id: 'AnswerElsewhere',
    examples: [{ questionId: 'today', answer: 'good', at: '2026-11-23T13:02:00.000Z', by: 'self' }],
  });
type AnswerElsewhere = z.infer<typeof answerElsewhere>;

/** What stands now and was written at other screens after what this one had seen: until it is shown, the screen has not seen it. */
export const writtenElsewhere = (
  draft: DraftAnswers,
  { base, screen }: Pick<Save, 'base' | 'screen'>,
): AnswerElsewhere[] =>
  [...answeredIn(draft)].flatMap(([questionId, { answer: given, stamp }]) =>
    stamp && stamp.version > base && stamp.screen !== screen
      ? [{ questionId, answer: given, at: stamp.at, by: stamp.by }]
      : [],
  );

/** Every pair of answers that waits for somebody to choose. Who said the same is in no conflict. */
export const openConflicts = (draft: DraftAnswers, own?: string): AnswerConflict[] =>
  pairsIn(answeredIn(draft), own).filter(({ theirs, yours }) => !isSame(theirs, yours));

/**
 * The draft after a save, question by question: a screen never meets a conflict with itself, two screens never overwrite each other
 * unseen, and nothing is dropped before somebody who has seen it chooses (CARE-7). Of one screen’s own the newest is kept, as what is
 * typed over is. Throws `answers-in-conflict` where so many have been at one question that no more is kept before one is chosen.
 */
export const mergeDraft = (before: DraftAnswers, save: Save): DraftAnswers => {
  const answered = answeredIn(before);
  for (const [questionId, change] of Object.entries(save.changes)) {
    const standing = answered.get(questionId) ?? { answer: null, stamp: undefined, alternatives: [] };
    const after = changed(standing, change, save);
    if (after.alternatives.length > mostAlternatives)
      throw new Problem('answers-in-conflict', [], { conflicts: pairsIn(answeredIn(before), save.screen) });
    answered.set(questionId, after);
  }
  return keptDraft(answered);
};
