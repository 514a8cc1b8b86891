import type { Checkpoints } from './checkpoints.ts';
import { type DeliveryPorts, deliver } from './delivery.ts';
import { matches } from './filter-pattern.ts';
import type { ShardCursor, StreamReader } from './stream-reader.ts';
import type { StreamedRecord } from './streamed-record.ts';

export interface ShardConsumerPorts {
  readonly reader: StreamReader;
  readonly checkpoints: Checkpoints;
  readonly delivery: DeliveryPorts;
}

export class ShardConsumer {
  readonly #shardId: string;
  readonly #ports: ShardConsumerPorts;
  #cursor: ShardCursor | undefined;
  #lastTurn: Promise<void> = Promise.resolve();
  #finished = false;

  constructor(shardId: string, ports: ShardConsumerPorts) {
    this.#shardId = shardId;
    this.#ports = ports;
  }

  /** The shard is closed and all of it is settled, so that its children may begin. */
  get finished(): boolean {
    return this.#finished;
  }

  /** Turns follow each other: a drain beside a running server must not deliver the same records at once. */
  catchUp(signal: AbortSignal): Promise<void> {
    const turn = this.#lastTurn.then(() => this.#takeTurn(signal));
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async #takeTurn(signal: AbortSignal): Promise<void> {
    let complete = false;
    try {
      complete = await this.#readToEnd(signal);
    } finally {
      // The cursor is past records that were not settled; the next turn starts again from the checkpoint.
      if (!complete) this.#cursor = undefined;
    }
  }

  async #readToEnd(signal: AbortSignal): Promise<boolean> {
    const { reader, checkpoints } = this.#ports;
    while (!this.#finished) {
      this.#cursor ??= reader.open(this.#shardId, await checkpoints.load(this.#shardId));
      const page = await this.#cursor.next();
      await this.#settlePage(page.records, signal);
      if (signal.aborted) return false;
      this.#finished = page.end;
      if (page.records.length === 0) break;
    }
    return true;
  }

  async #settlePage(records: readonly StreamedRecord[], signal: AbortSignal): Promise<void> {
    const { delivery, reader } = this.#ports;
    const target = {
      shardId: this.#shardId,
      streamArn: reader.streamArn,
      signal,
      settled: (sequenceNumber: string) => this.#ports.checkpoints.save(this.#shardId, sequenceNumber),
    };
    const wanted = records.filter((record) => this.#isWanted(record));
    for (let start = 0; start < wanted.length; start += delivery.settings.batchSize) {
      await deliver(wanted.slice(start, start + delivery.settings.batchSize), target, delivery);
    }
    const last = records.at(-1);
    // Those filtered out after the last one delivered are behind us as well.
    if (last !== undefined && last !== wanted.at(-1) && !signal.aborted) {
      await target.settled(last.dynamodb.SequenceNumber);
    }
  }

  #isWanted(record: StreamedRecord): boolean {
    const { filters } = this.#ports.delivery.settings;
    return filters.length === 0 || filters.some((filter) => matches(filter, record));
  }
}
