import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { ownSubject } from '../../shared/http/own-subject.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { linkMyEarlierNumbers as contract } from './contracts.ts';
import { linkChanges, personnummerAmong } from './earlier-numbers.ts';

export const linkMyEarlierNumbers = writeUseCase(contract, {
  async load({ people, personRegister }, { caller: { person } }) {
    const [registered, links] = await Promise.all([
      personRegister.person(person.personnummer),
      people.links(person.key),
    ]);
    return { registered: found(registered), links };
  },
  subject: (_, request) => ownSubject(request),
  decide: ({ registered, links }, { caller: { person }, identify }) => ({
    body: { linked: personnummerAmong(registered).length },
    changes: linkChanges(person, registered, links, identify),
  }),
});

export const handler = httpHandler(linkMyEarlierNumbers);
