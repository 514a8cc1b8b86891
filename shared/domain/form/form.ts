import * as z from 'zod';

/** A stable id the designer's tool gives; unique within the moment. Never reused for something else (AUT-8). */
export const contentId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Lower-case letters, digits and hyphens, at most 64')
  .meta({ id: 'ContentId', example: 'phq-9' });

const label = z.string().trim().min(1).max(500);

const singleChoice = z.strictObject({
  type: z.literal('single-choice'),
  questionId: contentId,
  text: label,
  required: z.boolean(),
  options: z
    .array(z.strictObject({ optionId: contentId, label, score: z.int().min(-1000).max(1000).optional() }))
    .min(2)
    .max(50),
});

const longText = z.strictObject({
  type: z.literal('long-text'),
  questionId: contentId,
  text: label,
  required: z.boolean(),
  maxLength: z.int().min(1).max(4000),
});

const question = z.discriminatedUnion('type', [singleChoice, longText]);

const scoring = z.strictObject({
  method: z.literal('sum'),
  questionIds: z.array(contentId).min(1).max(100),
  bands: z
    .array(z.strictObject({ from: z.int(), to: z.int(), label }))
    .min(1)
    .max(20),
  flags: z.array(z.strictObject({ questionId: contentId, above: z.int(), label })).max(20),
});

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

/**
 * An ordinary form (vanligt formulär): one shared instance wherever it stands in the moment (CARE-5).
 * `score` on options and `scoring` make a self-rating; a flag is raised when the question's score is above `above`.
 */
export const form = z
  .strictObject({
    formId: contentId,
    kind: z.literal('ordinary'),
    title: label,
    questions: z.array(question).min(1).max(100),
    scoring: scoring.optional(),
  })
  .superRefine((value, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const questionIds = value.questions.map((item) => item.questionId);
    for (const id of duplicates(questionIds)) fault(['questions'], `Question id ${id} stands twice`);
    value.questions.forEach((item, at) => {
      if (item.type !== 'single-choice') return;
      for (const id of duplicates(item.options.map((option) => option.optionId)))
        fault(['questions', at, 'options'], `Option id ${id} stands twice`);
    });
    for (const { path, message } of scoringFaults(value)) fault(path, message);
  })
  .meta({ id: 'Form' });

export type Form = z.infer<typeof form>;
type ScoringFault = { path: (string | number)[]; message: string };

function scoringFaults({ questions, scoring: rules }: Pick<Form, 'questions' | 'scoring'>): ScoringFault[] {
  if (!rules) return [];
  const scored = new Set(
    questions
      .filter(
        (item) => item.type === 'single-choice' && item.options.every(({ score }) => score !== undefined),
      )
      .map((item) => item.questionId),
  );
  const unscored = (ids: readonly string[], path: string): ScoringFault[] =>
    ids.flatMap((id, at) =>
      scored.has(id)
        ? []
        : [
            {
              path: ['scoring', path, at],
              message: `${id} is not a question whose every option has a score`,
            },
          ],
    );
  const gaps = rules.bands.flatMap((band, at) => {
    const previous = rules.bands[at - 1];
    const follows = previous === undefined || band.from === previous.to + 1;
    return follows && band.from <= band.to
      ? []
      : [
          {
            path: ['scoring', 'bands', at],
            message: 'Bands rise without gap or overlap: from = the last to + 1',
          },
        ];
  });
  const twice = duplicates(rules.questionIds).map((id) => ({
    path: ['scoring', 'questionIds'],
    message: `${id} stands twice and would count twice`,
  }));
  return [
    ...twice,
    ...unscored(rules.questionIds, 'questionIds'),
    ...unscored(
      rules.flags.map(({ questionId }) => questionId),
      'flags',
    ),
    ...gaps,
  ];
}
