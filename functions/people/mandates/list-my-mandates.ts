import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listMyMandates as contract } from './contracts.ts';
import { termsOf } from './mandate-terms.ts';

export const listMyMandates = readUseCase(contract, {
  load: ({ people }, { caller }) => people.mandatesFrom(caller.person.key),
  subject: (_, request) => ownSubject(request),
  fetch: ({ personRegister }, mandates, { caller: { person }, shownIdFor }) =>
    personRegister.shown(
      mandates.map(({ proxy }) => proxy),
      shownIdFor({ resident: person }),
    ),
  answer: (mandates, shown) => ({
    body: {
      mandates: mandates.map((mandate) => ({
        ...termsOf(mandate),
        proxy: found(shown.get(mandate.proxy.key)),
        state: mandate.state,
      })),
    },
  }),
});

export const handler = httpHandler(listMyMandates);
