import { standingOf } from '../../../shared/domain/mandate.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listMyMandates as contract } from './contracts.ts';
import { termsOf } from './mandate-terms.ts';
import { showMine } from './shown-proxy.ts';

export const listMyMandates = readUseCase(contract, {
  load: ({ people }, { caller, query: { limit, cursor } }) =>
    people.mandatesFrom(caller.person.key, { limit, cursor }),
  subject: (_, request) => ownSubject(request),
  fetch: ({ personRegister }, { items }, { caller: { person }, shownIdFor }) =>
    personRegister.shown(
      items.map(({ value }) => value.proxy),
      shownIdFor({ resident: person }),
    ),
  answer: ({ items, next }, shown, { now }) => ({
    body: {
      mandates: items.map(({ value: mandate }) => ({
        ...termsOf(mandate),
        answerBy: mandate.answerBy,
        proxy: showMine(mandate, shown.get(mandate.proxy.key)),
        state: standingOf(mandate, now),
      })),
      next,
    },
  }),
});

export const handler = httpHandler(listMyMandates);
