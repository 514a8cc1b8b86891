import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { listClearedFlags as contract } from './contracts.ts';

export const listClearedFlags = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.clearedFlags(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, page };
  },
  subject: ({ instance }) => instanceSubject(instance),
  answer: ({ page: { items, next } }) => ({ body: { flags: items.map(({ value }) => value), next } }),
});

export const handler = httpHandler(listClearedFlags);
