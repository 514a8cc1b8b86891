import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, StoryBroken, take, takeSilently } from '../client.ts';
import type { SampleFile } from '../facts/sample-files.ts';

const pollEveryMs = 100;
const patienceMs = 15_000;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

export const announcing = (path: `/${string}`, { name, contentType, bytes }: SampleFile) =>
  ({
    as: 'designer',
    request: `POST ${path}/media`,
    body: { fileName: name, contentType, bytes: bytes.length, sha256: sha256(bytes) },
  }) as const;

interface Ticket {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** As a browser sends a form; `bytes` may be other than those announced. Gives the store's status and words. */
export const sendTo = async ({ body }: Answer, bytes: Buffer): Promise<string> => {
  const { url, fields } = body['upload'] as Ticket;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const response = await fetch(url, { method: 'POST', body: form });
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
  return code === undefined ? `${response.status}` : `${response.status} ${code}`;
};

const undecided = ['awaiting-upload', 'scanning'];

/** Asks until the file has been looked at. */
export const judged = async (path: `/${string}`, mediaId: unknown): Promise<Answer> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await takeSilently({
      says: 'looks how far the file has come',
      as: 'designer',
      request: `GET ${path}/media/${mediaId}`,
      expect: 200,
    });
    if (!undecided.includes(String(answer.body['state']))) return answer;
    if (Date.now() > until) throw new StoryBroken('The file was never looked at');
    await delay(pollEveryMs);
  }
};

/** Announces, sends and waits. `says` is printed. */
export const upload = async (path: `/${string}`, file: SampleFile, says: string): Promise<Answer> => {
  const ticket = await take({ ...announcing(path, file), says, expect: 201 });
  const sent = await sendTo(ticket, file.bytes);
  if (!sent.startsWith('20')) throw new StoryBroken(`${says}\n    the store answered ${sent}`);
  return judged(path, ticket.body['mediaId']);
};
