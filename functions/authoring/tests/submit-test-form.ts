import { submissionOf } from '../../../shared/domain/care/form-answers.ts';
import { scoreOfOccasionBefore } from '../../../shared/domain/care/occasion-before.ts';
import { helpAfter } from '../../../shared/domain/care/urgent-help.ts';
import { scoreForm } from '../../../shared/domain/form/answers/outcome.ts';
import { mostTestResults } from '../../../shared/domain/moment/test-run.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { submitTestForm as contract } from './contracts.ts';
import {
  assertTestAnswerable,
  loadForTestSubmission,
  testAnswerSubject,
  testWritingAt,
} from './test-answers.ts';

export const submitTestForm = writeUseCase(contract, {
  load: loadForTestSubmission,
  subject: (basis, request) => testAnswerSubject(basis, request),
  decide(basis, request) {
    const form = assertTestAnswerable(basis, request);
    const { run, before } = basis;
    const { params, query, body, now, language } = request;
    const writing = testWritingAt(basis, '', request);
    const { answers, unasked } = submissionOf(form, before, { ...writing, changes: body.changes ?? {} });
    const { version } = writing;
    const last = scoreOfOccasionBefore(query.page, before?.value, basis.earlier);
    const outcome = scoreForm(form, answers, last);
    const { score } = outcome;
    const result = { submittedAt: now, outcome };
    const results = [result, ...(before?.value.results ?? [])].slice(0, mostTestResults);
    const submitted = { formVersion: body.formVersion, answers, score, submittedAt: now, version };
    return {
      body: { submittedAt: now, help: helpAfter(outcome, language) },
      version,
      changes: [
        replaceOrCreate(entities.testForm, before, { ...params, ...query, submitted, unasked, results }),
        demand(entities.testRun, run),
      ],
    };
  },
});

export const handler = httpHandler(submitTestForm);
