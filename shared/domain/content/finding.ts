import * as z from 'zod';

/** Callers may rely on these strings: they never change meaning. */
const findingCode = z.enum([
  'alternative-text-missing',
  'answers-too-large',
  'bands-incomplete',
  'captions-missing',
  'flag-never-raised',
  'form-in-open-moment',
  'form-kind-unsupported',
  'form-shared',
  'form-unknown',
  'form-unplaced',
  'media-large',
  'media-not-ready',
  'media-unknown',
  'module-empty',
  'module-unknown',
  'no-modules',
  'option-label-twice',
  'question-unreachable',
  'scored-question-not-always-asked',
  'scored-question-optional',
  'scoring-changed',
  'section-empty',
  'section-id-twice',
  'step-empty',
  'step-id-twice',
  'steps-unreachable',
  'title-longer-than-search',
  'too-many-forms',
  'transcript-missing',
  'welcome-missing',
]);

/**
 * One thing the publish check has to say (AUT-9). An `error` keeps the content from being published, `advice` does not. `pointer` is
 * a JSON Pointer (RFC 6901) into what was checked; `detail` says how to mend it.
 */
export const finding = z
  .object({
    code: findingCode,
    level: z.enum(['error', 'advice']),
    pointer: z.string(),
    detail: z.string(),
  })
  .meta({
    id: 'Finding',
    description: 'An `error` keeps the content from being published, `advice` does not',
    examples: [
      {
        code: 'question-unreachable',
        level: 'error',
        pointer: '/pages/0/questions/1',
        detail:
          'Question sleep-hours is asked only from 11 of sleep-grade, which ends at 10: change one of them',
      },
    ],
  });
export type Finding = z.infer<typeof finding>;
