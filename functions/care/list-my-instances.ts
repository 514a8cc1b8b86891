import type { Instance } from '../../shared/domain/instance.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { ownSubject } from '../../shared/http/own-subject.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listMyInstances as contract } from './contracts.ts';

const within = (units: readonly string[] | undefined, { unit }: Instance): boolean =>
  units === undefined || units.includes(unit);

export const listMyInstances = readUseCase(contract, {
  load: ({ people }, { caller }) => people.earlierNumbers(caller.resident.key),
  subject: (_, request) => ownSubject(request),
  fetch: ({ instances }, earlier, { caller, query: { limit, cursor } }) =>
    instances.ofResident([caller.resident.key, ...earlier.map(({ key }) => key)], { limit, cursor }),
  answer: (_, { items, next }, { representation: { units } }) => ({
    body: { instances: items.map(({ value }) => value).filter((one) => within(units, one)), next },
  }),
});

export const handler = httpHandler(listMyInstances);
