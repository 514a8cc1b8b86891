import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { othersWriting, showWriters } from '../shown-writers.ts';
import { viewResults as contract } from './contracts.ts';

export const viewResults = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { formId, limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.results(instanceId, { formId, limit, cursor }),
    ]);
    return {
      instance: found(instance).value,
      results: page.items.map(({ value }) => value),
      next: page.next,
    };
  },
  subject: ({ instance, results }, { query: { formId } }) => ({
    ...instanceSubject(instance, formId === undefined ? {} : { formId }),
    shown: othersWriting(results),
  }),
  async fetch({ moments, personRegister }, { instance, results }, { shownIdFor }) {
    const versions = results.map(({ formVersion }) => formVersion);
    const [forms, show] = await Promise.all([
      moments.keptForms(instance.momentId, versions),
      showWriters(personRegister, results, shownIdFor({ unit: instance.unit })),
    ]);
    return { forms, show };
  },
  answer: ({ results, next }, { forms, show }) => ({
    body: {
      results: results.map(({ outcome, ...row }) => ({ ...row, ...outcome, ...show(row) })),
      forms: Array.from(forms, ([formVersion, form]) => ({ formVersion, form })),
      next,
    },
  }),
});

export const handler = httpHandler(viewResults);
