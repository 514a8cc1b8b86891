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
  async fetch({ moments, personRegister }, { instance: { momentId, momentVersion, resident } }) {
    const [content, shown] = await Promise.all([
      moments.content(momentId, momentVersion),
      personRegister.shown([resident]),
    ]);
    return { ...found(content), resident: found(shown.get(resident.key)) };
  },
  answer: ({ instance, answered }, { modules, forms, resident }) => ({
    body: {
      ...instance,
      resident,
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
