import type { Instance } from '../../../shared/domain/care/instance.ts';
import type { Message } from '../../../shared/domain/care/message.ts';
import type { Written } from '../../../shared/domain/care/writers.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Asked {
  readonly params: { readonly instanceId: string };
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
}

export interface MessagePage {
  readonly head: Stored<Instance>;
  readonly messages: readonly Message[];
  /** The same, as they are kept. */
  readonly kept: readonly Stored<Message>[];
  readonly next: string | undefined;
}

/** A page of messages, with the head that counts those unread; to the resident no message that never was to them. */
const loadFor =
  (pageFor: 'messages' | 'messagesToResident') =>
  async (
    { instances }: Stores,
    { params: { instanceId }, query: { limit, cursor } }: Asked,
  ): Promise<MessagePage> => {
    const [head, { items, next }] = await Promise.all([
      instances.instance(instanceId),
      instances[pageFor](instanceId, { limit, cursor }),
    ]);
    return { head: found(head), messages: items.map(({ value }) => value), kept: items, next };
  };
export const loadMessages = loadFor('messages');
export const loadOwnMessages = loadFor('messagesToResident');

/** What residents, and those who act for them, wrote. */
export const writtenIn = (messages: readonly Message[]): Written[] =>
  messages.flatMap((one) => (one.from === 'resident' ? [{ writtenBy: one.writtenBy }] : []));

/** Which they are, for the log (LOG-2). */
export const messageIdsOf = (messages: readonly Message[]) => ({
  messageIds: messages.map(({ messageId }) => messageId).join(' '),
});
