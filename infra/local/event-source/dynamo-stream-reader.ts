import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Page, Shard, ShardCursor, StreamReader } from './stream-reader.ts';
import { toStreamedRecord } from './streamed-record.ts';

export class DynamoStreamReader implements StreamReader {
  readonly streamArn: string;
  readonly #client: DynamoDBStreamsClient;

  constructor(client: DynamoDBStreamsClient, streamArn: string) {
    this.#client = client;
    this.streamArn = streamArn;
  }

  async shards(): Promise<readonly Shard[]> {
    const shards: Shard[] = [];
    let from: string | undefined;
    do {
      const { StreamDescription: page } = await this.#client.send(
        new DescribeStreamCommand({ StreamArn: this.streamArn, ExclusiveStartShardId: from }),
      );
      for (const { ShardId, ParentShardId } of page?.Shards ?? []) {
        if (ShardId !== undefined) shards.push({ id: ShardId, parentId: ParentShardId });
      }
      from = page?.LastEvaluatedShardId;
    } while (from !== undefined);
    return shards;
  }

  open(shardId: string, afterSequenceNumber: string | undefined): ShardCursor {
    return new DynamoShardCursor(this.#client, {
      streamArn: this.streamArn,
      shardId,
      after: afterSequenceNumber,
    });
  }
}

interface Position {
  readonly streamArn: string;
  readonly shardId: string;
  readonly after: string | undefined;
}

class DynamoShardCursor implements ShardCursor {
  readonly #client: DynamoDBStreamsClient;
  #position: Position;
  #iterator: string | undefined;

  constructor(client: DynamoDBStreamsClient, position: Position) {
    this.#client = client;
    this.#position = position;
  }

  async next(): Promise<Page> {
    try {
      return await this.#read();
    } catch (error) {
      if (error instanceof TrimmedDataAccessException)
        this.#position = { ...this.#position, after: undefined };
      else if (!(error instanceof ExpiredIteratorException)) throw error;
      this.#iterator = undefined;
      return this.#read();
    }
  }

  async #read(): Promise<Page> {
    this.#iterator ??= await this.#openIterator();
    const { Records = [], NextShardIterator } = await this.#client.send(
      new GetRecordsCommand({ ShardIterator: this.#iterator }),
    );
    const records = Records.map((record) => toStreamedRecord(record, this.#position.streamArn));
    this.#iterator = NextShardIterator;
    const after = records.at(-1)?.dynamodb.SequenceNumber ?? this.#position.after;
    this.#position = { ...this.#position, after };
    return { records, end: NextShardIterator === undefined };
  }

  async #openIterator(): Promise<string | undefined> {
    const { streamArn, shardId, after } = this.#position;
    const { ShardIterator } = await this.#client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shardId,
        ShardIteratorType: after === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: after,
      }),
    );
    return ShardIterator;
  }
}
