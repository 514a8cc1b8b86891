import type { FormInstance } from '../../../shared/domain/care/instance.ts';
import { found } from '../../../shared/domain/found.ts';
import type { ShownId } from '../../../shared/domain/registered-person.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { instanceSubject } from '../instance-subject.ts';
import { readForm as contract } from './contracts.ts';

type WrittenBy = NonNullable<FormInstance['submitted']>['writtenBy'];

/** Who it was, where it was not the resident themselves, whom the reader knows already (ID-8). */
const shownWriter = async ({ as, person }: WrittenBy, { shown }: Stores['personRegister'], idOf: ShownId) =>
  as === 'self' ? { as } : { as, person: found((await shown([person], idOf)).get(person.key)) };

export const readForm = readUseCase(contract, {
  async load({ instances }, { params: { instanceId, formId } }) {
    const [instance, given] = await Promise.all([
      instances.instance(instanceId),
      instances.form(instanceId, formId),
    ]);
    return { instance: found(instance).value, submitted: given?.value.submitted };
  },
  subject: ({ instance }, { params: { formId } }) => instanceSubject(instance, { formId }),
  async fetch({ moments, personRegister }, { instance, submitted }, { shownIdFor }) {
    // In the words it was answered in, whatever is shown now.
    const { formVersion, writtenBy } = found(submitted);
    const [kept, writer] = await Promise.all([
      moments.keptForm(instance.momentId, formVersion),
      shownWriter(writtenBy, personRegister, shownIdFor({ provider: instance.provider })),
    ]);
    return { form: found(kept).value.form, writtenBy: writer };
  },
  answer: ({ submitted }, fetched) => ({ body: { ...found(submitted), ...fetched } }),
});

export const handler = httpHandler(readForm);
