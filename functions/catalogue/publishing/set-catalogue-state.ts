import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { setCatalogueState as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';

const actOf = { published: 'republished', unpublished: 'unpublished' } as const;

export const setCatalogueState = writeUseCase(contract, {
  load: loadEntry,
  subject: entrySubject,
  decide(entry, request) {
    const { state } = request.body;
    if (entry.value.state === state) throw new Problem('illegal-state');
    return {
      body: { state },
      version: entry.version + 1,
      changes: [
        replace(entities.catalogueEntry, entry, { ...entry.value, state }),
        ...(state === 'published' ? [activeUnitDemand(entry.value.publisherUnit)] : []),
        momentEventChange({ momentId: entry.value.momentId, act: actOf[state] }, request),
      ],
    };
  },
});

export const handler = httpHandler(setCatalogueState);
