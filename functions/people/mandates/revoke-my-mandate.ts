import { found } from '../../../shared/domain/found.ts';
import { knowsNumber } from '../../../shared/domain/mandate.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { type Request, writeUseCase } from '../../../shared/http/use-case.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { revokeMyMandate as contract } from './contracts.ts';
import { endedMandate } from './ended-mandate.ts';

/**
 * By the number the resident wrote or has been shown, or by the unit that wrote one they may not have been: whether a number is that
 * one would else be found out by trying.
 */
const sought = async (
  { people }: Stores,
  { caller: { person }, body, identify }: Request<typeof contract>,
) => {
  if ('proxy' in body) {
    const named = await people.mandate(person.key, identify(body.proxy).key, body.mandateId);
    return named && knowsNumber(named.value) ? named : undefined;
  }
  const registered = await people.unitMandate(body.unit, body.mandateId);
  return registered?.value.resident.key === person.key ? registered : undefined;
};

export const revokeMyMandate = writeUseCase(contract, {
  load: async (stores, request) => found(await sought(stores, request)),
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide: (mandate) => endedMandate(mandate, 'revoked'),
});

export const handler = httpHandler(revokeMyMandate);
