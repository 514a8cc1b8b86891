import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { writingChange } from '../opening-changes.ts';
import {
  answeringSubject,
  assertAnswerable,
  givenIn,
  loadForAnswering,
  reachedDemand,
} from './answer-loading.ts';
import { saveAnswers as contract } from './contracts.ts';

export const saveAnswers = writeUseCase(contract, {
  load: loadForAnswering,
  subject: answeringSubject,
  decide(basis, request) {
    const form = assertAnswerable(basis, request, 'draft');
    const { instance, before } = basis;
    const { params, now } = request;
    const saved = { ...before?.value, ...params, draft: { ...givenIn(form, before, request), savedAt: now } };
    return {
      body: { savedAt: now },
      version: (before?.version ?? 0) + 1,
      changes: [
        replaceOrCreate(entities.formInstance, before, saved),
        writingChange(instance, now),
        ...reachedDemand(instance, request),
      ],
    };
  },
});

export const handler = httpHandler(saveAnswers);
