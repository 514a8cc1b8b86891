import { found } from '../../shared/domain/found.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { openMyInstance as contract } from './contracts.ts';
import { instanceSubject } from './instance-subject.ts';

export const openMyInstance = readUseCase(contract, {
  async load({ instances }, { params: { instanceId } }) {
    const [instance, forms] = await Promise.all([
      instances.instance(instanceId),
      instances.forms(instanceId),
    ]);
    return { instance: found(instance).value, answered: forms };
  },
  subject: ({ instance }) => instanceSubject(instance),
  fetch: async ({ moments }, { instance: { momentId, momentVersion } }) =>
    found(await moments.content(momentId, momentVersion)),
  answer({ instance, answered }, { head, modules, forms }) {
    const given = new Map(answered.map((item) => [item.value.formId, item]));
    const shown = forms.map(({ form }) => {
      const { value, version = 0 } = given.get(form.formId) ?? {};
      return { form, etag: etagOf(version), draft: value?.draft, submitted: value?.submitted };
    });
    return {
      body: {
        ...instance,
        welcome: head.welcome,
        modules: modules.map(({ module }) => module),
        forms: shown,
        progress: { formsSubmitted: shown.filter(({ submitted }) => submitted).length, forms: shown.length },
      },
    };
  },
});

export const handler = httpHandler(openMyInstance);
