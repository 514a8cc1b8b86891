import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listMyInstances as contract } from './contracts.ts';

export const listMyInstances = readUseCase(contract, {
  load: ({ instances }, { caller, query: { limit, cursor } }) =>
    instances.ofResident(caller.person.key, { limit, cursor }),
  // A list is about the caller alone and lies at no provider: it may span several.
  subject: (_, { caller }) => ({ provider: 'none', patient: caller.person, resource: {} }),
  answer: ({ items, next }) => ({ body: { instances: items.map(({ value }) => value), next } }),
});

export const handler = httpHandler(listMyInstances);
