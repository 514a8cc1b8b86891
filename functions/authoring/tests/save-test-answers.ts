import { keptAnswers } from '../../../shared/domain/form/answers/kept-answers.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { saveTestAnswers as contract } from './contracts.ts';
import { assertTestAnswerable, loadForTestAnswer, testAnswerSubject } from './test-answers.ts';

export const saveTestAnswers = writeUseCase(contract, {
  load: loadForTestAnswer,
  subject: testAnswerSubject,
  decide(basis, request) {
    const form = assertTestAnswerable(basis, request, 'draft');
    const { run, before } = basis;
    const { params, body, now } = request;
    const draft = { ...body, answers: keptAnswers(form, body.answers), savedAt: now };
    const saved = { results: [], ...before?.value, ...params, draft };
    return {
      body: { savedAt: now },
      version: (before?.version ?? 0) + 1,
      changes: [replaceOrCreate(entities.testForm, before, saved), demand(entities.testRun, run)],
    };
  },
});

export const handler = httpHandler(saveTestAnswers);
