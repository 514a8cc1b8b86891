import { formSayings } from '../sayings/form-sayings.ts';
import { flagFaults } from './flags/flag-faults.ts';
import type { Form } from './form-shape.ts';
import { type FormFault, repeats } from './questions/fault.ts';
import { followUpFaults } from './questions/follow-up-faults.ts';
import { questionFaults } from './questions/question-faults.ts';
import { mostQuestions } from './questions/question-limits.ts';
import { questionsOf } from './questions/questions-of.ts';
import { scoringFaults } from './scoring/scoring-faults.ts';

const under = (path: FormFault['path'], faults: readonly FormFault[]): FormFault[] =>
  faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));

const pageFaults = ({ questions }: Form['pages'][number]): FormFault[] =>
  questions.flatMap((question, at) =>
    under(
      ['questions', at],
      [
        ...questionFaults(question),
        ...under(['followsUp'], followUpFaults(question, questions.slice(0, at))),
      ],
    ),
  );

/** All that makes a form of the right shape one that cannot be kept (AUT-3), with paths from the form. */
export const formSaveFaults = (form: Form): FormFault[] => {
  const questions = questionsOf(form);
  const pageIds = form.pages.map(({ pageId }) => pageId);
  const questionIds = questions.map(({ questionId }) => questionId);
  return [
    ...repeats(formSayings['page-id-twice'], pageIds, ['pages']),
    ...repeats(formSayings['question-id-twice'], questionIds, ['pages']),
    ...(questions.length > mostQuestions
      ? [{ path: ['pages'], ...formSayings['too-many-questions'](mostQuestions) }]
      : []),
    ...form.pages.flatMap((page, at) => under(['pages', at], pageFaults(page))),
    ...(form.scoring ? under(['scoring'], scoringFaults(form.scoring, questions)) : []),
    ...under(['flags'], flagFaults(form.flags ?? [], { questions, hasSum: form.scoring !== undefined })),
  ];
};
