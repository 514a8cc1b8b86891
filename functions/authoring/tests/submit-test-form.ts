import { submissionOf } from '../../../shared/domain/care/form-answers.ts';
import { scoreForm } from '../../../shared/domain/form/answers/outcome.ts';
import { mostTestResults } from '../../../shared/domain/moment/test-run.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { submitTestForm as contract } from './contracts.ts';
import { assertTestAnswerable, loadForTestAnswer, testAnswerSubject, testWritingAt } from './test-answers.ts';

export const submitTestForm = writeUseCase(contract, {
  load: loadForTestAnswer,
  subject: testAnswerSubject,
  decide(basis, request) {
    const form = assertTestAnswerable(basis, request);
    const { run, before } = basis;
    const { params, query, body, now } = request;
    const writing = testWritingAt(basis, '', request);
    const { answers, unasked } = submissionOf(form, before, { ...writing, changes: body.changes ?? {} });
    const { version } = writing;
    const result = { submittedAt: now, outcome: scoreForm(form, answers) };
    const results = [result, ...(before?.value.results ?? [])].slice(0, mostTestResults);
    const submitted = { formVersion: body.formVersion, answers, submittedAt: now, version };
    return {
      body: { submittedAt: now },
      version,
      changes: [
        replaceOrCreate(entities.testForm, before, { ...params, ...query, submitted, unasked, results }),
        demand(entities.testRun, run),
      ],
    };
  },
});

export const handler = httpHandler(submitTestForm);
