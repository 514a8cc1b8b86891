import { found } from '../../../shared/domain/found.ts';
import { awaitsProxy, isInForce, type Mandate } from '../../../shared/domain/mandate.ts';
import { readIdentityNumber } from '../../../shared/domain/personal-identity-number.ts';
import {
  type RegisteredPerson,
  representedUntil,
  type ShownResident,
  showResident,
} from '../../../shared/domain/registered-person.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { listMyRepresented as contract } from './contracts.ts';
import { termsOf } from './mandate-terms.ts';

const childrenOf = async (
  { people }: Stores['personRegister'],
  guardian: RegisteredPerson | undefined,
): Promise<RegisteredPerson[]> => {
  // A child with a samordningsnummer takes no part (ID-4), so nobody acts for them either.
  const numbers = guardian?.children.filter((number) => readIdentityNumber(number).kind === 'personnummer');
  return [...(await people(numbers ?? [])).values()];
};

/** Whoever gives a mandate tells the proxy who they are; whom a unit registers one for has told nobody anything. */
const giverOf = ({ resident, registered }: Mandate, shown: ReadonlyMap<string, ShownResident>) =>
  registered ? {} : { resident: found(shown.get(resident.key)) };

export const listMyRepresented = readUseCase(contract, {
  async load({ people, personRegister }, { caller: { person }, query: { limit, cursor } }) {
    const [page, guardian] = await Promise.all([
      people.mandatesTo(person.key, { limit, cursor }),
      cursor === undefined ? personRegister.person(person.personnummer) : undefined,
    ]);
    return { mandates: page.items.map(({ value }) => value), next: page.next, guardian };
  },
  subject: (_, request) => ownSubject(request),
  async fetch({ personRegister }, { mandates, guardian }, { caller: { person }, shownIdFor }) {
    const [shown, children] = await Promise.all([
      personRegister.shown(
        mandates.map(({ resident }) => resident),
        shownIdFor({ resident: person }),
      ),
      childrenOf(personRegister, guardian),
    ]);
    return { shown, children };
  },
  answer: ({ mandates, next }, { shown, children }, { caller: { person }, now, identify, shownIdFor }) => ({
    body: {
      children: children.flatMap((child) => {
        const until = representedUntil(child, person.personnummer, now);
        const resident = showResident(identify(child.personnummer), child, shownIdFor({ resident: person }));
        return until ? [{ resident, until }] : [];
      }),
      mandates: mandates
        .filter((one) => isInForce(one, now))
        .map((one) => ({ ...termsOf(one), resident: found(shown.get(one.resident.key)) })),
      requests: mandates
        .filter((one) => awaitsProxy(one, now))
        .map((one) => ({ ...termsOf(one), answerBy: one.answerBy, ...giverOf(one, shown) })),
      next,
    },
  }),
});

export const handler = httpHandler(listMyRepresented);
