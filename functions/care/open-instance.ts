import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { openInstance as contract } from './contracts.ts';
import { instanceSubject } from './instance-subject.ts';

export const openInstance = readUseCase(contract, {
  async load({ instances }, { params: { instanceId } }) {
    const [instance, forms] = await Promise.all([
      instances.instance(instanceId),
      instances.forms(instanceId),
    ]);
    return { instance: found(instance).value, answered: forms.map(({ value }) => value) };
  },
  subject: ({ instance }) => instanceSubject(instance),
  fetch: async ({ moments }, { instance: { momentId, momentVersion } }) =>
    found(await moments.content(momentId, momentVersion)),
  answer: ({ instance, answered }, { modules, forms }) => ({
    body: {
      ...instance,
      personnummer: instance.resident.personnummer,
      modules: modules.map(({ module: { moduleId, title } }) => ({ moduleId, title })),
      forms: forms.map(({ form: { formId, title } }) => ({
        formId,
        title,
        submittedAt: answered.find((given) => given.formId === formId)?.submitted?.submittedAt,
      })),
    },
  }),
});

export const handler = httpHandler(openInstance);
