import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { formSubject } from '../instance-subject.ts';
import { showWriters } from '../shown-writers.ts';
import { readForm as contract } from './contracts.ts';

export const readForm = readUseCase(contract, {
  async load({ instances }, { params: { instanceId, formId }, query: { page } }) {
    const [instance, given] = await Promise.all([
      instances.instance(instanceId),
      instances.form(instanceId, formId, page),
    ]);
    return { instance: found(instance).value, submitted: given?.value.submitted };
  },
  subject: ({ instance }, { params: { formId }, query: { page } }) => formSubject(instance, { formId, page }),
  async fetch({ moments, personRegister }, { instance, submitted }, { shownIdFor }) {
    // In the words it was answered in, whatever is shown now.
    const given = found(submitted);
    const [kept, show] = await Promise.all([
      moments.keptForm(instance.momentId, given.formVersion),
      showWriters(personRegister, [given], shownIdFor({ unit: instance.unit })),
    ]);
    return { form: found(kept).value.form, ...show(given) };
  },
  answer: ({ submitted }, fetched) => ({ body: { ...found(submitted), ...fetched } }),
});

export const handler = httpHandler(readForm);
