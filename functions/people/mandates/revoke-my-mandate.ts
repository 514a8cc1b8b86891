import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { revokeMyMandate as contract } from './contracts.ts';
import { revokedMandate } from './revoked-mandate.ts';

export const revokeMyMandate = writeUseCase(contract, {
  load: async ({ people }, { caller: { person }, body, identify }) =>
    found(await people.mandate(person.key, identify(body.proxy).key, body.mandateId)),
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: revokedMandate,
});

export const handler = httpHandler(revokeMyMandate);
