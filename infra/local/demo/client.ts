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
  readonly request: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A status where it succeeds, a problem code where it is refused. */
  readonly expect: number | string;
  /** The problem code that says it was done at an earlier run; as good as success. */
  readonly orDone?: string;
  /** The problem code with which API Gateway refuses it before any function is asked. */
  readonly orAtGateway?: string;
}

export interface Answer {
  readonly etag: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** As printed: the status, with the problem code where there is one. */
  readonly result: string;
}

/** Takes a step over HTTP; throws `StoryBroken` when the answer is not the one expected. */
export type Take = (step: Step) => Promise<Answer>;

/** The story did not go as it should; the message says where. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

const send = async ({ request, body, headers, as, claims }: Step): Promise<Response> => {
  const [method = 'GET', path] = request.split(' ');
  const api = origin(readSettings(process.env).ports.api);
  const token = as && (await fetchToken(as, claims));
  const sent = {
    method,
    headers: {
      // As for the token: a kept connection may be closed in the moment it is used again.
      connection: 'close',
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

/** Says nothing: for whoever tells of it in another way. */
export const takeSilently: Take = async (step) => {
  const response = await send(step);
  const body = (await response.json()) as Answer['body'];
  const { says, request, expect, orDone, orAtGateway } = step;
  const code = body['code'];
  const fits = typeof expect === 'number' ? response.status === expect : code === expect;
  if (!fits && (code === undefined || ![orDone, orAtGateway].includes(String(code))))
    throw new StoryBroken(
      `${says}\n    ${request}\n    expected ${expect}, came ${response.status} ${JSON.stringify(body)}`,
    );
  const result = typeof code === 'string' ? `${response.status} ${code}` : `${response.status}`;
  return { etag: response.headers.get('etag') ?? '', body, result };
};

/** Prints a line. */
export const take: Take = async (step) => {
  const answer = await takeSilently(step);
  console.log(`  ✓ ${step.says} → ${answer.result}`);
  return answer;
};

/** Checks what came and prints a line; throws `StoryBroken` where it does not hold. */
export const see = (says: string, holds: boolean, came: unknown): void => {
  if (!holds) throw new StoryBroken(`${says}\n    came ${JSON.stringify(came)}`);
  console.log(`  ✓ ${says}`);
};

let chapters = 0;

/** Numbers the chapters as they come. */
export const chapter = (title: string): void => {
  chapters += 1;
  console.log(`\n${chapters}. ${title}`);
};
