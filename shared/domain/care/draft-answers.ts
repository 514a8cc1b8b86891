import * as z from 'zod';
import { keptContentId } from '../content/content-id.ts';
import { type Answer, answer, answers } from '../form/answers/answers.ts';
import { writtenAs } from './writers.ts';

/** Other answers to one question that are kept beside the one that stands; then somebody must choose before more are taken. */
export const mostAlternatives = 5;

/** When, where and by whom an answer was given: `screen` is one mounted form of one person, see `screenOf`. */
export interface Stamp {
  readonly version: number;
  readonly screen: string;
  readonly at: string;
  readonly by: z.infer<typeof writtenAs>;
}

/** Null where the answer was taken away: also that is something somebody did. */
interface Alternative extends Stamp {
  readonly answer: Answer | null;
}

/** What has been answered to one question: what stands, and what others wrote there unseen. */
export interface Answered {
  readonly answer: Answer | null;
  readonly stamp: Stamp | undefined;
  readonly alternatives: readonly Alternative[];
}

/**
 * A stamp as it is kept: which of the draft’s `screens`, the version, and the time in milliseconds. It stands beside every answer, and a
 * draft is paid for by its size each time something is saved.
 */
const keptStamp = z.tuple([z.int(), z.int(), z.int()]);
type KeptStamp = z.infer<typeof keptStamp>;
const keptScreen = z.tuple([z.string(), writtenAs]);

/** What has been answered and not submitted, with who last changed each answer, and what others wrote there unseen (CARE-7). */
export const draftAnswers = z.object({
  answers,
  screens: z.array(keptScreen),
  stamps: z.record(keptContentId, keptStamp),
  alternatives: z.record(
    keptContentId,
    z.array(z.tuple([keptStamp, answer.nullable()])).max(mostAlternatives),
  ),
});
export type DraftAnswers = z.infer<typeof draftAnswers>;

/** Answers that nobody has changed since they were submitted. */
export const unstamped = (given: DraftAnswers['answers']): DraftAnswers => ({
  ...{ answers: given, screens: [], stamps: {}, alternatives: {} },
});

/** `entries`, and never a name looked up in an object: a question may be called `constructor`, which every object has. */
const mapOf = <T>(record: Readonly<Record<string, T>>): Map<string, T> => new Map(Object.entries(record));

/** By question: every one that has an answer, had one, or has one waiting. */
export const answeredIn = ({
  answers: given,
  screens,
  stamps,
  alternatives,
}: DraftAnswers): Map<string, Answered> => {
  const [standing, stamped, others] = [mapOf(given), mapOf(stamps), mapOf(alternatives)];
  const stampOf = ([which, version, ms]: KeptStamp): Stamp => {
    const [screen, by] = screens[which] ?? [];
    if (screen === undefined || by === undefined) throw new Error('A stamp names a screen that is not kept');
    return { version, screen, at: new Date(ms).toISOString(), by };
  };
  const questions = new Set([...standing.keys(), ...stamped.keys(), ...others.keys()]);
  return new Map(
    Array.from(questions, (questionId) => {
      const stamp = stamped.get(questionId);
      return [
        questionId,
        {
          answer: standing.get(questionId) ?? null,
          stamp: stamp && stampOf(stamp),
          alternatives: (others.get(questionId) ?? []).map(([kept, one]) => ({
            ...stampOf(kept),
            answer: one,
          })),
        },
      ];
    }),
  );
};

/** As it is kept; of the screens those alone that are still named. */
export const keptDraft = (answered: ReadonlyMap<string, Answered>): DraftAnswers => {
  const screens = new Map<
    string,
    { readonly at: number; readonly screen: DraftAnswers['screens'][number] }
  >();
  const keep = ({ version, screen, at, by }: Stamp): KeptStamp => {
    const name = `${by} ${screen}`;
    const kept = screens.get(name) ?? { at: screens.size, screen: [screen, by] };
    screens.set(name, kept);
    return [kept.at, version, Date.parse(at)];
  };
  const each = <T>(kept: (one: Answered) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      [...answered].flatMap(([questionId, one]) => {
        const value = kept(one);
        return value === undefined ? [] : [[questionId, value]];
      }),
    );
  return {
    answers: each(({ answer: given }) => given ?? undefined),
    stamps: each(({ stamp }) => stamp && keep(stamp)),
    alternatives: each(({ alternatives }) =>
      alternatives.length > 0 ? alternatives.map((one) => [keep(one), one.answer]) : undefined,
    ),
    screens: [...screens.values()].map(({ screen }) => screen),
  };
};
