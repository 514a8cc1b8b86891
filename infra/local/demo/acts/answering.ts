import { randomUUID } from 'node:crypto';
import type { PersonaName } from '../../identity/personas.ts';
import { type Answer, takeSilently } from '../client.ts';

/** Whose moment is answered, and by whom: themselves, or somebody who acts for them. */
export interface Answering {
  readonly as: PersonaName;
  readonly momentId: string;
  readonly instanceId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OpenedForm {
  readonly etag: string;
  /** Answers as they are submitted: with the form and the version they are given in. */
  given(changes: object): object;
  /** The same as they are saved, from the screen that has just been opened. */
  changed(changes: object): object;
}

/** The moment, then PHQ-9 in it, as the one who answers is shown them. */
export const openForm = async ({
  as,
  momentId,
  instanceId,
  headers = {},
}: Answering): Promise<OpenedForm> => {
  const asking = { as, headers, expect: 200 } as const;
  const mine = `/me/instances/${instanceId}` as const;
  const opened = await takeSilently({ ...asking, says: 'opens the moment', request: `GET ${mine}` });
  const momentVersion = String(opened.body['momentVersion']);
  const query = `momentId=${momentId}&momentVersion=${momentVersion}`;
  const request = `GET ${mine}/forms/phq-9?${query}` as const;
  const { etag, body }: Answer = await takeSilently({ ...asking, says: 'opens the form', request });
  const { formVersion } = body;
  const given = (changes: object) => ({ momentId, momentVersion, formVersion, changes });
  const screen = { session: randomUUID(), base: Number(JSON.parse(etag)) };
  return { etag, given, changed: (changes) => ({ ...given(changes), ...screen }) };
};
