import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { offerChanges } from './catalogue-line-changes.ts';
import { setOffer as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';
import { withinTransactionLimit } from './transaction-limit.ts';

export const setOffer = writeUseCase(contract, {
  load: loadEntry,
  subject: entrySubject,
  decide(entry, request) {
    const { offeredTo } = request.body;
    const { momentId, offeredTo: before } = entry.value;
    return {
      body: { offeredTo },
      version: entry.version + 1,
      changes: withinTransactionLimit([
        replace(entities.catalogueEntry, entry, { ...entry.value, offeredTo }),
        ...offerChanges(momentId, before, offeredTo),
        momentEventChange({ momentId, act: 'offered', offeredTo }, request),
      ]),
    };
  },
});

export const handler = httpHandler(setOffer);
