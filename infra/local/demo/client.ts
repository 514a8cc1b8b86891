import { type ClaimOverrides, fetchToken } from '../identity/fetch-token.ts';
import type { PersonaName } from '../identity/personas.ts';
import { origin, readSettings } from '../process/settings.ts';

/** One request of the story, and what must come back. */
export interface Step {
  /** Said as the story goes: who does what. */
  readonly says: string;
  /** Nobody: no token is sent. */
  readonly as?: PersonaName;
  readonly claims?: ClaimOverrides;
  readonly request: `${'GET' | 'POST' | 'PUT'} /${string}`;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A status where it succeeds, a problem code where it is refused. */
  readonly expect: number | string;
}

export interface Answer {
  readonly etag: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The story did not go as it should; the message says where. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

const api = origin(readSettings(process.env).ports.api);

const send = async ({ request, body, headers, as, claims }: Step): Promise<Response> => {
  const [method = 'GET', path] = request.split(' ');
  const token = as && (await fetchToken(as, claims));
  const sent = {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return fetch(`${api}${path}`, sent).catch((cause: unknown) => {
    throw new StoryBroken(`Nothing answers at ${api}: start it with npm start, in another terminal.`, {
      cause,
    });
  });
};

/** Takes one step over HTTP and prints a line; throws `StoryBroken` when the answer is not the one expected. */
export const take = async (step: Step): Promise<Answer> => {
  const response = await send(step);
  const body = (await response.json()) as Answer['body'];
  const came = typeof step.expect === 'number' ? response.status : body['code'];
  if (came !== step.expect)
    throw new StoryBroken(
      `${step.says}\n    ${step.request}\n    expected ${step.expect}, came ${response.status} ${JSON.stringify(body)}`,
    );
  const result = typeof step.expect === 'number' ? `${response.status}` : `${response.status} ${step.expect}`;
  console.log(`  ✓ ${step.says} → ${result}`);
  return { etag: response.headers.get('etag') ?? '', body };
};

/** Checks what came and prints a line; throws `StoryBroken` where it does not hold. */
export const see = (says: string, holds: boolean, came: unknown): void => {
  if (!holds) throw new StoryBroken(`${says}\n    came ${JSON.stringify(came)}`);
  console.log(`  ✓ ${says}`);
};

export const chapter = (title: string): void => console.log(`\n${title}`);
