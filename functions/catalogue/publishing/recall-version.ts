import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { amendUnread, create, demandUnread } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { recallVersion as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';

export const recallVersion = writeUseCase(contract, {
  load: loadEntry,
  subject: (entry, { body: { momentVersion } }) => {
    const subject = entrySubject(entry);
    return { ...subject, resource: { ...subject.resource, momentVersion } };
  },
  // Demands nothing else, and one person is enough: what may harm is stopped at once.
  decide({ value: { momentId } }, request) {
    const { body, caller, now } = request;
    const recall = { ...body, momentId, recalledBy: caller.hsaId, recalledAt: now };
    return {
      body: { momentVersion: body.momentVersion, recalledAt: now },
      changes: [
        create(entities.recall, recall, 'version-recalled'),
        // Whatever its version has become; and whoever writes it over from what they had read is told to read it again.
        amendUnread(entities.catalogueEntry, keys.catalogueEntry(momentId), {
          inMaps: [{ map: 'recalled', entry: body.momentVersion, act: 'set', value: now }],
        }),
        demandUnread(entities.publishedVersion, keys.version(momentId, body.momentVersion), {
          otherwise: 'not-found',
        }),
        momentEventChange({ momentId, act: 'recalled', ...body }, request),
      ],
    };
  },
});

export const handler = httpHandler(recallVersion);
