import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { residentOverview } from '../../../shared/domain/moment/resident-overview.ts';
import { withEtag } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { activationFor, loadOpened } from '../instance-loading.ts';
import { instanceSubject } from '../instance-subject.ts';
import { openMyInstance as contract } from './contracts.ts';

export const openMyInstance = readUseCase(contract, {
  load: loadOpened,
  subject: ({ instance }) => instanceSubject(instance),
  fetch: ({ moments }, { instance }) => activationFor(moments, instance),
  answer({ instance, answered }, activation) {
    const view = residentOverview(activation, answered);
    return {
      body: {
        ...instance,
        ...view,
        momentVersion: activatedVersion(activation),
        forms: view.forms.map(withEtag),
      },
    };
  },
});

export const handler = httpHandler(openMyInstance);
