import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../shared/http/problem-response.ts';
import { assertHarmless, readJson } from '../../../shared/http/read-json.ts';
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

  const readBytes = (bytes: Buffer, contentType = 'application/json') =>
    readJson(
      anEvent({
        body: bytes.toString('base64'),
        isBase64Encoded: true,
        headers: { 'content-type': contentType },
      }),
    );

  it('is never read in letters that were not sent', () => {
    for (const body of ['{"a":"smör"}', '"å"'])
      expect(refusedAs(() => readBytes(Buffer.from(body, 'latin1')))).toBe('body-not-utf-8');
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf8, 0x88, 0x80, 0x80, 0x80]])
      expect(refusedAs(() => readBytes(Buffer.from([0x22, ...bytes, 0x22])))).toBe('body-not-utf-8');
    expect(readBytes(Buffer.from('"smör 👩‍⚕️"'))).toBe('smör 👩‍⚕️');
  });

  it('is read without its byte order mark', () => {
    expect(readBytes(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
    expect(read('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it.each(['iso-8859-1', '"ISO-8859-1"', 'utf-16', 'windows-1252', 'utf-8; charset=latin1'])(
    'is not taken in %s',
    (name) => {
      expect(refusedAs(() => read('{}', `application/json; charset=${name}`))).toBe('charset-unsupported');
    },
  );

  it.each(['utf-8', 'UTF-8', '"utf-8"', 'utf8'])('is taken in %s', (name) => {
    expect(read('{}', `application/json;charset=${name}`)).toEqual({});
    expect(read('{}', `application/merge-patch+json; charset=${name}`)).toEqual({});
  });

  it.each(['', '{', '{"a":1}}', "{'a':1}", 'undefined'])('is not %j', (body) => {
    expect(refusedAs(() => read(body))).toBe('malformed-json');
  });

  it('is not read where it has more names or goes deeper than any body of ours, whatever stands in its texts', () => {
    const names = (count: number) => `{${Array.from({ length: count }, (_, at) => `"${at}":0`).join(',')}}`;
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(refusedAs(() => read(names(25_001)))).toBe('validation-failed');
    expect(read(names(25_000))).toHaveProperty('24999');
    expect(refusedAs(() => read(nested(65)))).toBe('validation-failed');
    expect(read(nested(64))).toEqual(JSON.parse(nested(64)));
    const text = `\\"${':'.repeat(30_000)}${'['.repeat(100)}`;
    expect(read(JSON.stringify([text, text]))).toEqual([text, text]);
  });

  it.each([
    '{"__proto__":{"a":1}}',
    '{"a":[{"constructor":{"prototype":{}}}]}',
    '{"a":{"\\u005f_proto__":1}}',
  ])('reaches no prototype by %s', (body) => {
    expect(refusedAs(() => assertHarmless(read(body)))).toBe('malformed-json');
  });

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
