import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { readTimeline as contract } from './contracts.ts';

export const readTimeline = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, happened] = await Promise.all([
      instances.instance(instanceId),
      instances.happenings(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, happened };
  },
  subject: ({ instance }) => instanceSubject(instance),
  answer({ instance, happened }) {
    const { items, next } = happened.settle(instance);
    return { body: { happenings: items, next } };
  },
});

export const handler = httpHandler(readTimeline);
