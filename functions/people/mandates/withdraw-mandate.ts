import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { withdrawMandate as contract } from './contracts.ts';
import { revokedMandate } from './revoked-mandate.ts';
import { loadUnitMandate, registeredBy, unitMandateSubject } from './unit-mandate.ts';

export const withdrawMandate = writeUseCase(contract, {
  load: loadUnitMandate,
  subject: unitMandateSubject,
  decide: ({ unit, mandate, sides }) => revokedMandate(registeredBy(unit, mandate).before, sides),
});

export const handler = httpHandler(withdrawMandate);
