import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { remove, takeOut } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { liftRecall as contract } from './contracts.ts';
import { entrySubject } from './entry-subject.ts';

export const liftRecall = writeUseCase(contract, {
  async load({ moments }, { params: { momentId, momentVersion } }) {
    const [entry, recall] = await Promise.all([
      moments.catalogueEntry(momentId),
      moments.recall(momentId, momentVersion),
    ]);
    return { entry: found(entry), recall };
  },
  subject: ({ entry }, { params: { momentVersion } }) => {
    const subject = entrySubject(entry);
    return { ...subject, resource: { ...subject.resource, momentVersion } };
  },
  decide({ recall }, request) {
    const { params, body, caller } = request;
    if (!recall) throw new Problem('version-not-recalled');
    if (recall.value.recalledBy === caller.hsaId) throw new Problem('recall-by-you');
    const { momentId, momentVersion } = recall.value;
    return {
      body: { momentVersion: params.momentVersion },
      changes: [
        remove(entities.recall, recall),
        takeOut(entities.catalogueEntry, keys.catalogueEntry(momentId), { recalled: momentVersion }),
        momentEventChange({ momentId, act: 'recall-lifted', momentVersion, reason: body.reason }, request),
      ],
    };
  },
});

export const handler = httpHandler(liftRecall);
