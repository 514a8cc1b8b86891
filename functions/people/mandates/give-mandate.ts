import { assertRegistered } from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { giveMandate as contract } from './contracts.ts';
import { agreeTerms, assertAdult } from './mandate-terms.ts';
import { created } from './mandate-writing.ts';
import { openWithGiver } from './open-mandates.ts';

/** Of the proxy nothing is asked: whoever is named, the answer is the same, for the giver has no right to know who they are. */
export const giveMandate = writeUseCase(contract, {
  async load({ people, personRegister }, { caller: { person }, body, identify }) {
    const proxy = identify(body.proxy);
    const [registered, given] = await Promise.all([
      personRegister.person(person.personnummer),
      people.openMandates(person.key, 'giver'),
    ]);
    return { proxy, registered, given };
  },
  subject: (_, request) => ownSubject(request),
  decide({ proxy, registered, given }, { caller, body: { purposes, ...period }, now, newId }) {
    assertAdult(assertRegistered(registered), now);
    const mandateId = newId();
    const terms = agreeTerms({ resident: caller.person, proxy }, period, now);
    const mandate = { mandateId, purposes, ...terms, state: 'given' as const };
    return {
      body: { mandateId },
      resource: { mandateId },
      changes: [...created(mandate), openWithGiver(given, mandate, now)],
    };
  },
});

export const handler = httpHandler(giveMandate);
