import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { refuseMandate as contract } from './contracts.ts';
import { closing } from './open-mandates.ts';

/** Found by its id alone: whoever is pestered by somebody they are not shown must be able to be rid of it. */
export const refuseMandate = writeUseCase(contract, {
  async load({ people }, { caller: { person }, body: { mandateId } }) {
    const [mandate, held] = await Promise.all([
      people.askedMandate(person.key, mandateId),
      people.openMandates(person.key, 'proxy'),
    ]);
    return { mandate: found(mandate), held };
  },
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: ({ mandate, held }) => ({
    body: { mandateId: mandate.value.mandateId },
    changes: [
      replace(entities.mandate, mandate, { ...mandate.value, state: 'refused' as const }),
      ...closing(held, mandate.value.mandateId),
    ],
  }),
});

export const handler = httpHandler(refuseMandate);
