import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { instanceSubject } from '../instance-subject.ts';
import { readComments as contract } from './contracts.ts';

export const readComments = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, { items, next }] = await Promise.all([
      instances.instance(instanceId),
      instances.comments(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, comments: items.map(({ value }) => value), next };
  },
  subject: ({ instance, comments }) =>
    instanceSubject(instance, { commentIds: comments.map(({ commentId }) => commentId).join(' ') }),
  answer: ({ comments, next }) => ({ body: { comments, next } }),
});

export const handler = httpHandler(readComments);
