import type { StreamedRecord } from './streamed-record.ts';

export interface Shard {
  readonly id: string;
  readonly parentId: string | undefined;
}

export interface Page {
  readonly records: readonly StreamedRecord[];
  /** A closed shard has been read to its end. */
  readonly end: boolean;
}

export interface ShardCursor {
  next(): Promise<Page>;
}

export interface StreamReader {
  readonly streamArn: string;
  shards(): Promise<readonly Shard[]>;
  /** Starts at TRIM_HORIZON when there is no sequence number. */
  open(shardId: string, afterSequenceNumber: string | undefined): ShardCursor;
}
