import { readsMessages } from '../../../shared/auth/represent.ts';
import { isOpenToResident, toldToResident } from '../../../shared/domain/care/instance.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { ownSubject } from '../../../shared/http/own-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listMyInstances as contract } from './contracts.ts';

export const listMyInstances = readUseCase(contract, {
  load: ({ people }, { caller }) => people.earlierNumbers(caller.resident.key),
  subject: (_, request) => ownSubject(request),
  fetch({ instances }, earlier, { caller, representation: { units }, query: { limit, cursor } }) {
    const numbers = [caller.resident.key, ...earlier.map(({ key }) => key)] as const;
    const page = { limit, cursor };
    return units ? instances.ofResidentOnUnits(numbers, units, page) : instances.ofResident(numbers, page);
  },
  answer: (_, { items, next }, { now, representation }) => ({
    body: {
      instances: items
        .map(({ value }) => value)
        .filter((instance) => isOpenToResident(instance, now))
        .map((instance) =>
          toldToResident(instance, { readsMessages: readsMessages(representation, instance) }),
        ),
      next,
    },
  }),
});

export const handler = httpHandler(listMyInstances);
