import { assertRegistered } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { giveMandate as contract } from './contracts.ts';
import { agreeTerms, assertAdult } from './mandate-terms.ts';

export const giveMandate = writeUseCase(contract, {
  async load({ personRegister }, { caller: { person }, body, identify }) {
    return { proxy: identify(body.proxy), registered: await personRegister.person(person.personnummer) };
  },
  subject: (_, request) => ownSubject(request),
  decide({ proxy, registered }, { caller, body: { purposes, ...period }, now, newId }) {
    assertAdult(assertRegistered(registered), now);
    const mandateId = newId();
    const terms = agreeTerms({ resident: caller.person, proxy }, period, now);
    return {
      body: { mandateId },
      resource: { mandateId },
      changes: [create(entities.mandate, { mandateId, purposes, ...terms })],
    };
  },
});

export const handler = httpHandler(giveMandate);
