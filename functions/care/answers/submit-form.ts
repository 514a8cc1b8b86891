import { submissionOf } from '../../../shared/domain/care/form-answers.ts';
import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
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
  writingAt,
} from './answer-loading.ts';
import { submitForm as contract } from './contracts.ts';

export const submitForm = writeUseCase(contract, {
  load: loadForAnswering,
  subject: answeringSubject,
  decide(basis, request) {
    const form = assertAnswerable(basis, request);
    const { instance, before } = basis;
    const { params, query, body, now, newId } = request;
    const where = { ...params, ...query };
    // It rests on the latest version and nothing goes on from it: what is written with it needs no session.
    const writing = writingAt(basis, '', request);
    const { answers, unasked } = submissionOf(form, before, { ...writing, changes: body.changes ?? {} });
    const { version } = writing;
    const given = givenIn(basis, request);
    const { formVersion, writtenBy, begunBy } = given;
    const submitted = { ...given, answers, submittedAt: now, version };
    const outcome = scoreForm(form, answers);
    const result = {
      ...{ ...where, resultId: newId(), submittedAt: now, outcome },
      ...{ formVersion, writtenBy, begunBy },
    };
    return {
      body: { submittedAt: now },
      version,
      changes: [
        replaceOrCreate(entities.formInstance, before, { ...where, submitted, unasked }),
        create(entities.result, result),
        writingChange(instance, now, statesOpenTo(instance, params)),
        ...reachedDemand(instance, request),
      ],
    };
  },
});

export const handler = httpHandler(submitForm);
