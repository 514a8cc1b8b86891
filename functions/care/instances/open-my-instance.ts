import { readsMessages } from '../../../shared/auth/represent.ts';
import { toldToResident } from '../../../shared/domain/care/instance.ts';
import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { toldToResidents } from '../../../shared/domain/moment/recall.ts';
import { residentOverview } from '../../../shared/domain/moment/resident-overview.ts';
import { withEtag } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { loadOpened, shownVersionFor } from '../instance-loading.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openingChanges } from '../opening-changes.ts';
import { contentsForResident } from '../planned-contents.ts';
import { openMyInstance as contract } from './contracts.ts';

export const openMyInstance = readUseCase(contract, {
  load: loadOpened,
  subject: ({ instance }) => instanceSubject(instance),
  fetch: ({ moments }, { instance }) => shownVersionFor(moments, instance),
  begins: (loaded, { now }) => openingChanges(loaded, now),
  answer({ instance, answered, plan }, { activation, recall }, { now, representation }) {
    const { closed, ...contents } = contentsForResident(activation, plan?.value, now);
    const view = residentOverview(contents, answered);
    return {
      body: {
        ...toldToResident(instance, { closed, readsMessages: readsMessages(representation, instance) }),
        ...view,
        momentVersion: activatedVersion(activation),
        forms: view.forms.map(withEtag),
        endedAt: instance.ending?.at,
        recall: toldToResidents(recall),
      },
    };
  },
});

export const handler = httpHandler(openMyInstance);
