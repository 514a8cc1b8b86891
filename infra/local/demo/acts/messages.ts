import { randomUUID } from 'node:crypto';
import { type Answer, type Step, take } from '../client.ts';

export type InstancePath = `/instances/${string}`;
export type Side = 'practitioner' | 'resident';

/** Where each side has the same moment. */
export const pathOf = (as: Side, path: InstancePath) => (as === 'resident' ? (`/me${path}` as const) : path);

/** To either side; a field that the other side alone is shown is absent. */
export interface ShownMessage {
  readonly messageId: string;
  readonly text?: string;
  readonly author?: string;
  readonly readAt?: string;
  readonly readAs?: string;
  readonly readBy?: string;
  readonly withdrawn?: object;
  readonly withdrawnAt?: string;
}

/** A message as it is sent, each with a key of its own. */
export const messageFrom = (as: Side, path: InstancePath, text: string) => {
  const request = `POST ${pathOf(as, path)}/messages` as const;
  return {
    as,
    request,
    body: { text },
    headers: { 'idempotency-key': randomUUID() },
  } satisfies Partial<Step>;
};

/** Gives the message's id. */
export const send = async (message: ReturnType<typeof messageFrom>, says: string): Promise<string> => {
  const { body } = await take({ ...message, says, expect: 201 });
  return String(body['messageId']);
};

const messagesIn = ({ body }: Answer) => body['messages'] as readonly ShownMessage[];

/** Newest first. */
export const readMessages = async (
  as: Side,
  path: InstancePath,
  says: string,
): Promise<readonly ShownMessage[]> =>
  messagesIn(await take({ says, as, request: `GET ${pathOf(as, path)}/messages`, expect: 200 }));
