import { writersAfter } from '../../../shared/domain/care/writers.ts';
import { scoreForm } from '../../../shared/domain/form/answers/outcome.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { writingChange } from '../opening-changes.ts';
import {
  answeringSubject,
  assertAnswerable,
  givenIn,
  loadForAnswering,
  reachedDemand,
} from './answer-loading.ts';
import { submitForm as contract } from './contracts.ts';

export const submitForm = writeUseCase(contract, {
  load: loadForAnswering,
  subject: answeringSubject,
  decide(basis, request) {
    const form = assertAnswerable(basis, request, 'submission');
    const { instance, before } = basis;
    const { params, body, now, newId } = request;
    const submitted = { ...givenIn(form, before, request), submittedAt: now };
    const result = {
      ...params,
      resultId: newId(),
      submittedAt: now,
      outcome: scoreForm(form, body.answers),
      ...writersAfter(before?.value.draft, submitted.writtenBy),
    };
    return {
      body: { submittedAt: now },
      version: (before?.version ?? 0) + 1,
      changes: [
        replaceOrCreate(entities.formInstance, before, { ...params, submitted }),
        create(entities.result, result),
        writingChange(instance, now),
        ...reachedDemand(instance, request),
      ],
    };
  },
});

export const handler = httpHandler(submitForm);
