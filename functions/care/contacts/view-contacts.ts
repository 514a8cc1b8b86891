import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { fetchContacts, loadInvolved } from './contact-loading.ts';
import { viewContacts as contract } from './contracts.ts';

export const viewContacts = readUseCase(contract, {
  load: loadInvolved,
  subject: ({ instance }) => instanceSubject(instance),
  fetch: fetchContacts,
  answer: ({ instance: { practitioner: staff }, standIns }, { unit, names }) => ({
    body: {
      unit,
      practitioner: { staff, name: names.get(staff) },
      standIns: standIns.map((one) => ({ ...one, name: names.get(one.staff) })),
    },
  }),
});

export const handler = httpHandler(viewContacts);
