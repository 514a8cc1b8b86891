import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { withdrawMandate as contract } from './contracts.ts';
import { endedMandate } from './ended-mandate.ts';
import { unitMandateSubject } from './unit-mandate.ts';

export const withdrawMandate = writeUseCase(contract, {
  async load({ organisation, people }, { params: { unitId }, body: { mandateId } }) {
    const [unit, mandate] = await Promise.all([
      organisation.unit(unitId),
      people.unitMandate(unitId, mandateId),
    ]);
    return { unit: found(unit).value, mandate: found(mandate) };
  },
  subject: ({ unit, mandate }) => unitMandateSubject(unit, mandate.value),
  decide: ({ mandate }) => endedMandate(mandate, 'revoked'),
});

export const handler = httpHandler(withdrawMandate);
