import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { startTest as contract } from './contracts.ts';

export const startTest = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.moment(params.momentId)),
  subject: (head) => momentSubject(head),
  decide({ value: head }, { caller, now, newId }) {
    const testId = newId();
    const { momentId, revision } = head;
    return {
      body: { testId },
      resource: { testId },
      changes: [
        create(entities.testRun, { momentId, testId, by: caller.hsaId, startedAt: now, revision }),
        demand(entities.moment, head, ['draft', 'exported']),
      ],
    };
  },
});

export const handler = httpHandler(startTest);
