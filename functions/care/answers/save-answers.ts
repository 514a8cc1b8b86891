import { openConflicts, writtenElsewhere } from '../../../shared/domain/care/draft-merging.ts';
import { savedDraft } from '../../../shared/domain/care/form-answers.ts';
import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { writingChange } from '../opening-changes.ts';
import { reachedDemand } from '../reached-demand.ts';
import {
  answeringSubject,
  assertAnswerable,
  givenIn,
  loadForAnswering,
  writingAt,
} from './answer-loading.ts';
import { saveAnswers as contract } from './contracts.ts';

export const saveAnswers = writeUseCase(contract, {
  load: loadForAnswering,
  subject: answeringSubject,
  merges: true,
  decide(basis, request) {
    const form = assertAnswerable(basis, request);
    const { instance, before } = basis;
    const { params, query, body, now } = request;
    const { base, changes } = body;
    const writing = writingAt(basis, body.session, request);
    const draft = savedDraft(form, before, { ...writing, base, changes });
    const { version, screen } = writing;
    return {
      body: {
        ...{ version, savedAt: now, conflicts: openConflicts(draft, screen) },
        changed: writtenElsewhere(draft, { base, screen }),
      },
      version,
      changes: [
        replaceOrCreate(entities.formInstance, before, {
          ...before?.value,
          ...params,
          ...query,
          // Of the draft from here on.
          unasked: undefined,
          draft: { ...draft, ...givenIn(basis, request), savedAt: now },
        }),
        writingChange(instance, now, { state: statesOpenTo(instance, params) }),
        ...reachedDemand(instance, request),
      ],
    };
  },
});

export const handler = httpHandler(saveAnswers);
