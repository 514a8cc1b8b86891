import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { othersWriting, showWriters } from '../shown-writers.ts';
import { viewResults as contract } from './contracts.ts';

export const viewResults = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.results(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, page };
  },
  subject: ({ instance, page }) => ({
    ...instanceSubject(instance),
    shown: othersWriting(page.items.map(({ value }) => value)),
  }),
  fetch: ({ personRegister }, { instance, page }, { shownIdFor }) =>
    showWriters(
      personRegister,
      page.items.map(({ value }) => value),
      shownIdFor({ unit: instance.unit }),
    ),
  answer: ({ page: { items, next } }, show) => ({
    body: {
      results: items.map(({ value: { outcome, ...row } }) => ({ ...row, ...outcome, ...show(row) })),
      next,
    },
  }),
});

export const handler = httpHandler(viewResults);
