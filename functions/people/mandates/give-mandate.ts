import { assertRegistered } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { giveMandate as contract } from './contracts.ts';
import { agreeTerms, assertAdult } from './mandate-terms.ts';
import { bothSides, openWithGiver, openWithProxy } from './open-mandates.ts';

/** Of the proxy nothing is asked: whoever is named, the answer is the same, for the giver has no right to know who they are. */
export const giveMandate = writeUseCase(contract, {
  async load(stores, { caller: { person }, body, identify }) {
    const proxy = identify(body.proxy);
    const [registered, sides] = await Promise.all([
      stores.personRegister.person(person.personnummer),
      bothSides(stores, person.key, proxy.key),
    ]);
    return { proxy, registered, sides };
  },
  subject: (_, request) => ownSubject(request),
  decide({ proxy, registered, sides }, { caller, body: { purposes, ...period }, now, newId }) {
    assertAdult(assertRegistered(registered), now);
    const mandateId = newId();
    const terms = agreeTerms({ resident: caller.person, proxy }, period, now);
    const mandate = { mandateId, purposes, ...terms, state: 'given' as const };
    return {
      body: { mandateId },
      resource: { mandateId },
      changes: [
        create(entities.mandate, mandate),
        openWithGiver(sides.giver, mandate, now),
        openWithProxy(sides.proxy, mandate, now),
      ],
    };
  },
});

export const handler = httpHandler(giveMandate);
