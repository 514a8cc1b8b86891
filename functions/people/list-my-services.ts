import { assertRegistered } from '../../shared/domain/organisation.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { RegisteredPerson } from '../../shared/domain/registered-person.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { ownSubject } from '../../shared/http/own-subject.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listMyServices as contract } from './contracts.ts';

/** The county is the register’s word, for protected residents as for all (ID-9). */
const countyOf = (registered: RegisteredPerson | undefined): string => {
  const { county } = assertRegistered(registered);
  if (county === undefined) throw new Problem('resident-not-registered');
  return county;
};

export const listMyServices = readUseCase(contract, {
  load: async ({ personRegister }, { caller }) =>
    countyOf(await personRegister.person(caller.person.personnummer)),
  subject: (_, request) => ownSubject(request),
  fetch: ({ organisation }, county, { query: { limit, cursor } }) =>
    organisation.activeUnitsIn(county, { limit, cursor }),
  answer: (county, { items, next }) => ({
    body: {
      county,
      units: items.map(({ value: { hsaId, name, information } }) => ({ unitId: hsaId, name, information })),
      next,
    },
  }),
});

export const handler = httpHandler(listMyServices);
