import { openConflicts, writtenElsewhere } from '../../../shared/domain/care/draft-merging.ts';
import { savedDraft } from '../../../shared/domain/care/form-answers.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { saveTestAnswers as contract } from './contracts.ts';
import { assertTestAnswerable, loadForTestAnswer, testAnswerSubject, testWritingAt } from './test-answers.ts';

export const saveTestAnswers = writeUseCase(contract, {
  load: loadForTestAnswer,
  subject: testAnswerSubject,
  merges: true,
  decide(basis, request) {
    const form = assertTestAnswerable(basis, request);
    const { run, before } = basis;
    const { params, query, body, now } = request;
    const { formVersion, base, changes } = body;
    const writing = testWritingAt(basis, body.session, request);
    const draft = savedDraft(form, before, { ...writing, base, changes });
    const saved = {
      ...{ results: [], ...before?.value, ...params, ...query, unasked: undefined },
      draft: { ...draft, formVersion, savedAt: now },
    };
    const { version, screen } = writing;
    return {
      body: {
        ...{ version, savedAt: now, conflicts: openConflicts(draft, screen) },
        changed: writtenElsewhere(draft, { base, screen }),
      },
      version,
      changes: [replaceOrCreate(entities.testForm, before, saved), demand(entities.testRun, run)],
    };
  },
});

export const handler = httpHandler(saveTestAnswers);
