import { found } from '../../../shared/domain/found.ts';
import { isInForce } from '../../../shared/domain/mandate.ts';
import { readIdentityNumber } from '../../../shared/domain/personal-identity-number.ts';
import {
  type RegisteredPerson,
  representedUntil,
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

export const listMyRepresented = readUseCase(contract, {
  async load({ people, personRegister }, { caller: { person }, now }) {
    const [mandates, guardian] = await Promise.all([
      people.mandatesTo(person.key),
      personRegister.person(person.personnummer),
    ]);
    return { mandates: mandates.filter((one) => isInForce(one, now)), guardian };
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
  answer: ({ mandates }, { shown, children }, { caller: { person }, now, identify, shownIdFor }) => ({
    body: {
      children: children.flatMap((child) => {
        const until = representedUntil(child, person.personnummer, now);
        return until
          ? [
              {
                resident: showResident(identify(child.personnummer), child, shownIdFor({ resident: person })),
                until,
              },
            ]
          : [];
      }),
      mandates: mandates.map((mandate) => ({
        ...termsOf(mandate),
        resident: found(shown.get(mandate.resident.key)),
      })),
    },
  }),
});

export const handler = httpHandler(listMyRepresented);
