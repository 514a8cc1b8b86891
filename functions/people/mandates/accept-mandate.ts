import { found } from '../../../shared/domain/found.ts';
import { awaitsProxy } from '../../../shared/domain/mandate.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { replace } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { acceptMandate as contract } from './contracts.ts';
import { openWithProxy } from './open-mandates.ts';

export const acceptMandate = writeUseCase(contract, {
  async load({ people }, { caller: { person }, body, identify }) {
    const [mandate, asked, held] = await Promise.all([
      people.mandate(identify(body.resident).key, person.key, body.mandateId),
      people.askedMandate(person.key, body.mandateId),
      people.openMandates(person.key, 'proxy'),
    ]);
    // A number that is not the giver's is an attempt to act for somebody: logged, and counted, or it could be guessed.
    if (!mandate && asked) throw new Problem('representation-missing');
    return { mandate: found(mandate), held };
  },
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide({ mandate: before, held }, { now }) {
    // What a second administrator has not confirmed is not the proxy’s to know of yet.
    if (before.value.state === 'registered') throw new Problem('not-found');
    if (!awaitsProxy(before.value, now)) throw new Problem('illegal-state');
    const mandate = { ...before.value, state: 'accepted' as const };
    return {
      body: { mandateId: mandate.mandateId },
      changes: [replace(entities.mandate, before, mandate), openWithProxy(held, mandate, now)],
    };
  },
});

export const handler = httpHandler(acceptMandate);
