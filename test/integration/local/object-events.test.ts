import type { S3Event } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { ObjectEvent } from '../../../infra/local/object-store/object-operations.ts';
import { startObjectEvents } from '../../../infra/local/triggers/object-events.ts';
import { found } from '../../../shared/domain/found.ts';

const created: ObjectEvent = {
  ...{ name: 'ObjectCreated:Post', bucket: 'quarantine', versionId: 'v1', bytes: 7 },
  key: 'moments/å b/1',
};

/** Events over a function that fails so many times before it succeeds. */
const wakened = async (told: readonly ObjectEvent[], failures = 0) => {
  const calls: S3Event[] = [];
  const pauses: number[] = [];
  const errors: unknown[] = [];
  const events = await startObjectEvents({
    load: async () => async (event) => {
      calls.push(event as S3Event);
      if (calls.length <= failures) throw new Error('Not now');
    },
    wait: async (ms) => void pauses.push(ms),
    onError: (error) => errors.push(error),
  });
  for (const event of told) events.tell(event);
  await events.stop();
  return { calls, pauses, errors };
};

describe('MED-4 what the local store tells the functions', () => {
  it('is in the form S3 sends, with the key encoded as in a form', async () => {
    const { calls } = await wakened([created]);
    const [record] = found(calls[0]).Records;
    expect(record).toMatchObject({
      ...{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Post' },
      s3: { object: { key: 'moments/%C3%A5+b/1', versionId: 'v1', size: 7 } },
    });
  });

  it('reaches those that asked for the bucket and the kind of event', async () => {
    const { calls } = await wakened([
      { ...created, name: 'ObjectTagging:Put' },
      { ...created, name: 'ObjectCreated:Copy' },
      { ...created, bucket: 'published' },
      { ...created, bucket: 'published', name: 'ObjectTagging:Put' },
    ]);
    expect(calls.map(({ Records }) => Records[0]?.eventName)).toEqual([
      'ObjectTagging:Put',
      'ObjectCreated:Copy',
    ]);
  });

  it('is told three times at most, with longer and longer pauses', async () => {
    expect(await wakened([created], 2)).toMatchObject({ pauses: [200, 2000], errors: [] });
    const given = await wakened([created], 3);
    expect([given.calls.length, given.errors.length]).toEqual([3, 1]);
  });
});
