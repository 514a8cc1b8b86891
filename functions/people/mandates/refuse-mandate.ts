import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { refuseMandate as contract } from './contracts.ts';
import { replaced } from './mandate-writing.ts';

/** Found by its id alone: whoever is pestered by somebody they are not shown must be able to be rid of it. */
export const refuseMandate = writeUseCase(contract, {
  load: async ({ people }, { caller: { person }, body: { mandateId } }) =>
    found(await people.askedMandate(person.key, mandateId)),
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: (asked) => ({
    body: { mandateId: asked.value.mandateId },
    changes: replaced(asked, { ...asked.value, state: 'refused' }),
  }),
});

export const handler = httpHandler(refuseMandate);
