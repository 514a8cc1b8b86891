import { found } from '../../../shared/domain/found.ts';
import { awaitsProxy, isAsked, isLocked, type Mandate } from '../../../shared/domain/mandate.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { CountedDenial } from '../../../shared/persistence/engine/counted-denial.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { acceptMandate as contract } from './contracts.ts';
import { acceptedAt, countedWrong } from './mandate-writing.ts';
import { openWithProxy } from './open-mandates.ts';

/** Says the same of every number until the mandate has been put to the proxy, and once it is locked: else it could be guessed. */
const assertOpenToTries = ({ value }: Stored<Mandate>): void => {
  if (value.state === 'accepted') throw new Problem('illegal-state');
  if (!isAsked(value)) throw new Problem('not-found');
  if (isLocked(value)) throw new Problem('mandate-locked');
};

export const acceptMandate = writeUseCase(contract, {
  async load({ people }, { caller: { person }, body, identify }) {
    const [named, asked, held] = await Promise.all([
      people.mandate(identify(body.resident).key, person.key, body.mandateId),
      people.askedMandate(person.key, body.mandateId),
      people.openMandates(person.key, 'proxy'),
    ]);
    return { before: found(named ?? asked), isFromNamed: named !== undefined, held };
  },
  subject: (_, request) => ownSubject(request, { mandateId: request.body.mandateId }),
  decide({ before, isFromNamed, held }, { now }) {
    assertOpenToTries(before);
    // An attempt to act for somebody.
    if (!isFromNamed) throw new CountedDenial('representation-missing', countedWrong(before.value));
    if (!awaitsProxy(before.value, now)) throw new Problem('illegal-state');
    return {
      body: { mandateId: before.value.mandateId },
      changes: [...acceptedAt(before.value, now), openWithProxy(held, before.value, now)],
    };
  },
});

export const handler = httpHandler(acceptMandate);
