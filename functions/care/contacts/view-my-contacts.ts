import { assertOffers } from '../../../shared/domain/care/instance.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { fetchContacts, loadInvolved } from './contact-loading.ts';
import { viewMyContacts as contract } from './contracts.ts';

export const viewMyContacts = readUseCase(contract, {
  load: loadInvolved,
  subject: ({ instance }) => instanceSubject(instance),
  async fetch(stores, loaded) {
    assertOffers(loaded.instance, 'contacts');
    return fetchContacts(stores, loaded);
  },
  answer: ({ instance, standIns }, { unit, names }) => ({
    body: {
      unit,
      practitioner: { name: names.get(instance.practitioner) },
      standIns: standIns.map(({ staff, until }) => ({ name: names.get(staff), until })),
    },
  }),
});

export const handler = httpHandler(viewMyContacts);
