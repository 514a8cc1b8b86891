import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { offerChanges, wordChanges } from './catalogue-line-changes.ts';
import { setOffer as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';
import { assertRegisteredProviders, registeredAmong } from './offered-providers.ts';
import { withinTransactionLimit } from './transaction-limit.ts';

export const setOffer = writeUseCase(contract, {
  async load(stores, request) {
    const [entry, registered] = await Promise.all([
      loadEntry(stores, request),
      registeredAmong(stores, request.body.offeredTo),
    ]);
    return { entry, registered };
  },
  subject: ({ entry }) => entrySubject(entry),
  decide({ entry, registered }, request) {
    const { offeredTo } = request.body;
    const { momentId, offeredTo: before, publisherUnit } = entry.value;
    assertRegisteredProviders(offeredTo, before, registered);
    const after = { ...entry.value, offeredTo };
    const offers = offerChanges(momentId, before, offeredTo);
    return {
      body: { offeredTo },
      version: entry.version + 1,
      changes: withinTransactionLimit([
        replace(entities.catalogueEntry, entry, after),
        ...offers,
        ...wordChanges(momentId, entry.value, after),
        // To take an offer back is nothing new.
        ...(offers.some(({ act }) => act === 'put') ? [activeUnitDemand(publisherUnit)] : []),
        momentEventChange({ momentId, act: 'offered', offeredTo }, request),
      ]),
    };
  },
});

export const handler = httpHandler(setOffer);
