import { found } from '../../../shared/domain/found.ts';
import {
  accepted,
  awaitsProxy,
  isAsked,
  isLocked,
  type Mandate,
  withWrongNumber,
} from '../../../shared/domain/mandate.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { CountedDenial } from '../../../shared/persistence/engine/counted-denial.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { acceptMandate as contract } from './contracts.ts';
import { replaced } from './mandate-writing.ts';
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
    // An attempt to act for somebody. Every try, wrong or right, writes over the version it has read, so that of many at once one counts.
    if (!isFromNamed)
      throw new CountedDenial('representation-missing', replaced(before, withWrongNumber(before.value)));
    if (!awaitsProxy(before.value, now)) throw new Problem('illegal-state');
    const mandate = accepted(before.value, now);
    return {
      body: { mandateId: mandate.mandateId },
      changes: [...replaced(before, mandate), openWithProxy(held, mandate, now)],
    };
  },
});

export const handler = httpHandler(acceptMandate);
