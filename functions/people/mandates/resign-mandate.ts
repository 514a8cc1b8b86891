import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { resignMandate as contract } from './contracts.ts';
import { endedMandate } from './ended-mandate.ts';

export const resignMandate = writeUseCase(contract, {
  load: async ({ people }, { caller: { person }, body: { mandateId } }) =>
    found(await people.acceptedMandate(person.key, mandateId)),
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: (accepted) => endedMandate(accepted, 'resigned'),
});

export const handler = httpHandler(resignMandate);
