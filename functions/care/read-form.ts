import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { readForm as contract } from './contracts.ts';
import { instanceSubject } from './instance-subject.ts';

export const readForm = readUseCase(contract, {
  async load({ instances }, { params: { instanceId, formId } }) {
    const [instance, given] = await Promise.all([
      instances.instance(instanceId),
      instances.form(instanceId, formId),
    ]);
    return { instance: found(instance).value, submitted: given?.value.submitted };
  },
  subject: ({ instance }, { params: { formId } }) => instanceSubject(instance, { formId }),
  // In the words of the version it was answered in, whatever is shown now.
  fetch: ({ moments }, { instance: { momentId }, submitted }, { params: { formId } }) =>
    moments.publishedForm(momentId, found(submitted).momentVersion, formId),
  answer: ({ submitted }, definition) => ({
    body: { ...found(submitted), form: found(definition).value.form },
  }),
});

export const handler = httpHandler(readForm);
