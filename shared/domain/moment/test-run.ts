import * as z from 'zod';
import { draftAnswers } from '../care/draft-answers.ts';
import { submittedAnswers } from '../care/form-answers.ts';
import { answers } from '../form/answers/answers.ts';
import { outcome } from '../form/answers/outcome.ts';
import { Problem } from '../problem.ts';
import type { Moment } from './moment.ts';

/**
 * A draft tried out with a test resident, who is nobody (AUT-6). It lies with the moment and never in the table of care data, so that
 * no list, count or export of care can meet it. `revision`: the content as it was when the test began.
 */
export const testRun = z.object({
  momentId: z.string(),
  testId: z.string(),
  by: z.string(),
  startedAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type TestRun = z.infer<typeof testRun>;

const inForm = { formVersion: z.string() };

/** How many results of a form a test keeps: enough to see what a graph of them is like. */
export const mostTestResults = 20;

/** What the test resident has answered in a form, as `formInstance` in care, and what it came to, newest first. */
export const testForm = z.object({
  momentId: z.string(),
  testId: z.string(),
  formId: z.string(),
  page: z.string().optional(),
  draft: draftAnswers.extend({ ...inForm, savedAt: z.iso.datetime() }).optional(),
  submitted: submittedAnswers.extend(inForm).optional(),
  unasked: answers.optional(),
  results: z.array(z.object({ submittedAt: z.iso.datetime(), outcome })).max(mostTestResults),
});
export type TestForm = z.infer<typeof testForm>;

/** The draft says what it said when the test began. */
export const isCurrent = ({ revision }: Pick<TestRun, 'revision'>, now: Pick<Moment, 'revision'>): boolean =>
  revision === now.revision;

/** A verdict is on content that the one who gives it has tested themselves, just as it is now (AUT-6, PUB-1): `test-missing`. */
export const assertTestedBy = (
  run: TestRun | undefined,
  tester: string,
  now: Pick<Moment, 'revision'>,
): void => {
  if (run?.by !== tester || !isCurrent(run, now)) throw new Problem('test-missing');
};
