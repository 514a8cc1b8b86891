import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { builtInSayings } from '../domain/sayings/built-in-sayings.ts';
import { weighJson } from './weigh-json.ts';

const jsonType = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i;
const charset = /;\s*charset\s*=\s*"?([^";\s]+)/gi;

const assertJson = (contentType: string | undefined): void => {
  if (contentType === undefined || !jsonType.test(contentType)) throw new Problem('unsupported-media-type');
  const others = [...contentType.matchAll(charset)].filter(([, name]) => !/^utf-?8$/i.test(name ?? ''));
  if (others.length > 0) throw new Problem('charset-unsupported');
};

/** Fatal: a letter that cannot be read would be kept as U+FFFD and never be found again. A byte order mark is taken away. */
const decoder = new TextDecoder('utf-8', { fatal: true });

const textOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): string => {
  try {
    return decoder.decode(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'));
  } catch (error) {
    throw new Problem('body-not-utf-8', [], { cause: error });
  }
};

const reachesPrototype = (node: object): boolean => {
  if (Object.hasOwn(node, '__proto__')) return true;
  const made: unknown = Object.getOwnPropertyDescriptor(node, 'constructor')?.value;
  return typeof made === 'object' && made !== null && Object.hasOwn(made, 'prototype');
};

/** Far more than the largest plan or draft has, and what a reader gets through in some hundredths of a second. */
const mostNames = 25_000;
const deepest = 64;

/** Before it is read: a megabyte of names or of brackets takes a tenth of a second to read, and as long to say what is wrong with. */
const assertReadable = (text: string): void => {
  const { names, depth } = weighJson(text);
  const said = names > mostNames ? builtInSayings['too-many'](mostNames) : builtInSayings['wrong-shape'];
  if (names > mostNames || depth > deepest)
    throw new Problem('validation-failed', [{ pointer: '/body', ...said }]);
};

/** Refuses keys that would reach a prototype. Without recursion: how deep a body goes is for its sender to say. */
export const assertHarmless = (root: unknown): void => {
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node) && reachesPrototype(node)) throw new Problem('malformed-json');
    for (const part of Object.values(node)) if (typeof part === 'object') waiting.push(part);
  }
};

/** The body as JSON. Called by hand instead of in the chain, because who asks is settled before what they sent is read. */
export const readJson = (event: APIGatewayProxyEvent): unknown => {
  assertJson(event.headers['content-type']);
  // No body at all is what the contract's schema misses, not bad JSON.
  if (event.body === null) return null;
  const text = textOf(event);
  assertReadable(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('malformed-json', [], { cause: error });
  }
};
