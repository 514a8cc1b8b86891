import { raisedOn } from '../../../shared/domain/care/flag.ts';
import { submissionOf } from '../../../shared/domain/care/form-answers.ts';
import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { scoreOfOccasionBefore } from '../../../shared/domain/care/occasion-before.ts';
import { helpAfter } from '../../../shared/domain/care/urgent-help.ts';
import { scoreForm } from '../../../shared/domain/form/answers/outcome.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { raisedFlagChanges, waitingMore } from '../../../shared/persistence/instances/flag-changes.ts';
import { writingChange } from '../opening-changes.ts';
import { reachedDemand } from '../reached-demand.ts';
import { answeringSubject, assertAnswerable, givenIn, writingAt } from './answer-loading.ts';
import { submitForm as contract } from './contracts.ts';
import { loadForSubmitting } from './submission-loading.ts';

export const submitForm = writeUseCase(contract, {
  load: loadForSubmitting,
  subject: (basis, request) => answeringSubject(basis, request),
  // Staff may act on the very flag that it raises again: then it is raised on what they have left.
  merges: true,
  decide(basis, request) {
    const form = assertAnswerable(basis, request);
    const { instance, before } = basis;
    const { params, query, body, now, newId, language } = request;
    const where = { ...params, ...query };
    // It rests on the latest version and nothing goes on from it: what is written with it needs no session.
    const writing = writingAt(basis, '', request);
    const { answers, unasked } = submissionOf(form, before, { ...writing, changes: body.changes ?? {} });
    const { version } = writing;
    const given = givenIn(basis, request);
    const { formVersion, writtenBy, begunBy } = given;
    const last = scoreOfOccasionBefore(query.page, before?.value, basis.earlier);
    const outcome = scoreForm(form, answers, last);
    const { score } = outcome;
    const submitted = { ...given, answers, score, submittedAt: now, version };
    const resultId = newId();
    const result = {
      ...{ ...where, resultId, submittedAt: now, answers, outcome },
      ...{ formVersion, writtenBy, begunBy },
    };
    const flagged = outcome.flags.map((flag) => {
      const open = basis.flagged.find(({ value }) => value.flagId === flag.flagId);
      return { before: open, after: raisedOn(open?.value, flag, { ...where, resultId, at: now }) };
    });
    return {
      body: { submittedAt: now, help: helpAfter(outcome, language) },
      version,
      changes: [
        replaceOrCreate(entities.formInstance, before, { ...where, submitted, unasked }),
        create(entities.result, result),
        ...raisedFlagChanges(flagged),
        writingChange(instance, now, { state: statesOpenTo(instance, params), added: waitingMore(flagged) }),
        ...reachedDemand(instance, request),
      ],
    };
  },
});

export const handler = httpHandler(submitForm);
