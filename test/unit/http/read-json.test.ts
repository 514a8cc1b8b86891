import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../shared/http/problem-response.ts';
import { readJson } from '../../../shared/http/read-json.ts';
import { anEvent } from './an-event.ts';

const read = (body: string | null, contentType: string | undefined = 'application/json') =>
  readJson(anEvent({ body, headers: contentType === undefined ? {} : { 'content-type': contentType } }));
const refusedAs = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return problemOf(error).code;
  }
};

describe('AUT-2 a JSON body', () => {
  it('is read with Swedish letters and emoji as they are, and leaves the event alone', () => {
    const event = anEvent({
      body: '{"å":"👩‍⚕️"}',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(readJson(event)).toEqual({ å: '👩‍⚕️' });
    expect(event.body).toBe('{"å":"👩‍⚕️"}');
  });

  it.each(['', '{', '{"a":1}}', "{'a':1}", 'undefined'])('is not %j', (body) => {
    expect(refusedAs(() => read(body))).toBe('malformed-json');
  });

  it.each(['{"__proto__":{"a":1}}', '{"a":[{"constructor":{"prototype":{}}}]}'])(
    'reaches no prototype by %s',
    (body) => {
      expect(refusedAs(() => read(body))).toBe('malformed-json');
    },
  );

  it.each(['text/plain', 'text/json', '', 'application/x-www-form-urlencoded'])(
    'is not sent as %j',
    (type) => {
      expect(refusedAs(() => read('{}', type))).toBe('unsupported-media-type');
    },
  );

  it('is not sent as nothing in particular', () => {
    expect(refusedAs(() => readJson(anEvent({ body: '{}' })))).toBe('unsupported-media-type');
  });
});
