import type { Page, Shard, StreamReader } from '../../../infra/local/event-source/stream-reader.ts';
import type { StreamedRecord } from '../../../infra/local/event-source/streamed-record.ts';

export const streamArn = 'arn:aws:dynamodb:eu-north-1:000000000000:table/care/stream/2026-01-01T00:00:00.000';
export const functionArn = 'arn:aws:lambda:eu-north-1:000000000000:function:project';
export const now = new Date('2026-01-02T12:00:00.000Z');

export interface RecordShape {
  readonly key?: string;
  readonly ageSeconds?: number;
}

export function aRecord(
  sequenceNumber: string,
  { key = 'a', ageSeconds = 0 }: RecordShape = {},
): StreamedRecord {
  return {
    eventID: `event-${sequenceNumber}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-north-1',
    eventSourceARN: streamArn,
    dynamodb: {
      Keys: { pk: { S: key } },
      NewImage: { pk: { S: key }, n: { N: sequenceNumber } },
      SequenceNumber: sequenceNumber,
      ApproximateCreationDateTime: now.getTime() / 1000 - ageSeconds,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

export const sequenceOf = (record: StreamedRecord): string => record.dynamodb.SequenceNumber;
export const keyOf = (record: StreamedRecord): string => record.dynamodb.Keys['pk']?.S ?? '';

export interface FakeShard extends Shard {
  readonly records: StreamedRecord[];
  readonly closed: boolean;
}

export function aShard(shard: Partial<FakeShard> = {}): FakeShard {
  return { id: 'shard-1', parentId: undefined, records: [], closed: false, ...shard };
}

/** Pages of `pageSize`, and like DynamoDB an empty page at the end of a shard which is still open. */
export class FakeStream implements StreamReader {
  readonly streamArn = streamArn;
  readonly contents: FakeShard[];
  readonly #pageSize: number;

  constructor(contents: FakeShard[], pageSize = 3) {
    this.contents = contents;
    this.#pageSize = pageSize;
  }

  async shards(): Promise<readonly Shard[]> {
    return this.contents;
  }

  open(shardId: string, after: string | undefined) {
    const shard = this.contents.find(({ id }) => id === shardId) ?? aShard();
    let position = shard.records.findIndex((record) => sequenceOf(record) === after) + 1;
    return {
      next: async (): Promise<Page> => {
        const records = shard.records.slice(position, position + this.#pageSize);
        position += records.length;
        return { records, end: shard.closed && position === shard.records.length };
      },
    };
  }
}
