import { keptAnswers } from '../../../shared/domain/form/answers/kept-answers.ts';
import { scoreForm } from '../../../shared/domain/form/answers/outcome.ts';
import { mostTestResults } from '../../../shared/domain/moment/test-run.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { submitTestForm as contract } from './contracts.ts';
import { assertTestAnswerable, loadForTestAnswer, testAnswerSubject } from './test-answers.ts';

export const submitTestForm = writeUseCase(contract, {
  load: loadForTestAnswer,
  subject: testAnswerSubject,
  decide(basis, request) {
    const form = assertTestAnswerable(basis, request, 'submission');
    const { run, before } = basis;
    const { params, body, now } = request;
    const result = { submittedAt: now, outcome: scoreForm(form, body.answers) };
    const results = [result, ...(before?.value.results ?? [])].slice(0, mostTestResults);
    const submitted = { ...body, answers: keptAnswers(form, body.answers), submittedAt: now };
    return {
      body: { submittedAt: now },
      version: (before?.version ?? 0) + 1,
      changes: [
        replaceOrCreate(entities.testForm, before, { ...params, submitted, results }),
        demand(entities.testRun, run),
      ],
    };
  },
});

export const handler = httpHandler(submitTestForm);
