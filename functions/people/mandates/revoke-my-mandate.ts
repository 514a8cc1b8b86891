import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { revokeMyMandate as contract } from './contracts.ts';
import { bothSides } from './open-mandates.ts';
import { revokedMandate } from './revoked-mandate.ts';

export const revokeMyMandate = writeUseCase(contract, {
  async load(stores, { caller: { person }, body, identify }) {
    const proxy = identify(body.proxy);
    const [mandate, sides] = await Promise.all([
      stores.people.mandate(person.key, proxy.key, body.mandateId),
      bothSides(stores, person.key, proxy.key),
    ]);
    return { mandate: found(mandate), sides };
  },
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: ({ mandate, sides }) => revokedMandate(mandate, sides),
});

export const handler = httpHandler(revokeMyMandate);
