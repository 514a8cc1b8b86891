import { expect, test } from 'vitest';
import { toStreamedRecord } from '../../../infra/local/event-source/streamed-record.ts';
import { streamArn } from './stream-fake.ts';

const bytes = new Uint8Array([1, 2, 255]);

test('a record has the shape and the JSON Lambda delivers', () => {
  const record = toStreamedRecord(
    {
      eventID: 'id-1',
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-north-1',
      userIdentity: { PrincipalId: 'dynamodb.amazonaws.com', Type: 'Service' },
      dynamodb: {
        ApproximateCreationDateTime: new Date('2026-01-02T03:04:05.500Z'),
        Keys: { pk: { S: 'a' } },
        NewImage: {
          pk: { S: 'a' },
          n: { N: '12345678901234567890' },
          b: { B: bytes },
          bs: { BS: [bytes] },
          l: { L: [{ B: bytes }, { NULL: true }] },
          m: { M: { deep: { M: { b: { B: bytes } } } } },
        },
        OldImage: { pk: { S: 'a' }, ns: { NS: ['1', '2'] }, ss: { SS: ['x'] }, bool: { BOOL: false } },
        SequenceNumber: '111',
        SizeBytes: 26,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    },
    streamArn,
  );

  expect(JSON.parse(JSON.stringify(record))).toEqual({
    eventID: 'id-1',
    eventName: 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    eventSourceARN: streamArn,
    awsRegion: 'eu-north-1',
    userIdentity: { principalId: 'dynamodb.amazonaws.com', type: 'Service' },
    dynamodb: {
      ApproximateCreationDateTime: 1_767_323_045.5,
      Keys: { pk: { S: 'a' } },
      NewImage: {
        pk: { S: 'a' },
        n: { N: '12345678901234567890' },
        b: { B: 'AQL/' },
        bs: { BS: ['AQL/'] },
        l: { L: [{ B: 'AQL/' }, { NULL: true }] },
        m: { M: { deep: { M: { b: { B: 'AQL/' } } } } },
      },
      OldImage: { pk: { S: 'a' }, ns: { NS: ['1', '2'] }, ss: { SS: ['x'] }, bool: { BOOL: false } },
      SequenceNumber: '111',
      SizeBytes: 26,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
});

test('an image the stream does not carry is left out', () => {
  const dynamodb = { Keys: {}, SequenceNumber: '1', ApproximateCreationDateTime: new Date(0) };
  const record = toStreamedRecord({ dynamodb }, streamArn);
  expect(Object.keys(record.dynamodb)).toEqual(['Keys', 'SequenceNumber', 'ApproximateCreationDateTime']);
});

test('a record without a sequence number is an error, as nothing could follow it', () => {
  expect(() => toStreamedRecord({ eventID: 'id-1', dynamodb: {} }, streamArn)).toThrow('id-1');
});
