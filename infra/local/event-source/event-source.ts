import { type Checkpoints, MemoryCheckpoints } from './checkpoints.ts';
import type { DeliveryPorts } from './delivery.ts';
import { ShardConsumer } from './shard-consumer.ts';
import type { StreamReader } from './stream-reader.ts';

/** Lambda polls a shard four times a second. */
const pollEveryMs = 250;
const discoverEveryMs = 5_000;

export interface EventSourcePorts extends DeliveryPorts {
  readonly reader: StreamReader;
  /** In memory when absent. */
  readonly checkpoints?: Checkpoints;
}

/** Behaves as a Lambda event source mapping from a DynamoDB stream to one function. */
export class EventSource {
  readonly #ports: EventSourcePorts;
  readonly #checkpoints: Checkpoints;
  readonly #consumers = new Map<string, ShardConsumer>();
  #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(ports: EventSourcePorts) {
    this.#ports = ports;
    this.#checkpoints = ports.checkpoints ?? new MemoryCheckpoints();
  }

  start(): void {
    this.#running ??= this.#followStream(this.#stopping.signal);
  }

  /** Waits for the batch in flight; what it leaves unsettled is delivered again after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#running = undefined;
    this.#stopping = new AbortController();
  }

  /** Resolves once every record now in the stream is handled or discarded; works started or not. */
  async drain(): Promise<void> {
    const { signal } = this.#stopping;
    let open = await this.#openConsumers();
    let before: number;
    do {
      before = this.#finishedCount();
      await Promise.all(open.map((consumer) => consumer.catchUp(signal)));
      signal.throwIfAborted();
      open = await this.#openConsumers();
      // A shard that ended lets its children begin, and they hold records of now as well.
    } while (this.#finishedCount() > before);
  }

  async #followStream(signal: AbortSignal): Promise<void> {
    const following = new Map<ShardConsumer, Promise<void>>();
    while (!signal.aborted) {
      const consumers = await this.#openConsumers().catch((error: unknown) => {
        this.#ports.onError(error);
        return [];
      });
      for (const consumer of consumers) {
        if (!following.has(consumer)) following.set(consumer, this.#followShard(consumer, signal));
      }
      await this.#ports.wait(discoverEveryMs, signal);
    }
    await Promise.all(following.values());
  }

  async #followShard(consumer: ShardConsumer, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !consumer.finished) {
      await consumer.catchUp(signal).catch((error: unknown) => this.#ports.onError(error));
      await this.#ports.wait(pollEveryMs, signal);
    }
  }

  /** Parents before children: a shard may begin when its parent is finished, or trimmed from the stream. */
  async #openConsumers(): Promise<readonly ShardConsumer[]> {
    const shards = await this.#ports.reader.shards();
    const known = new Set(shards.map((shard) => shard.id));
    return shards
      .filter(({ parentId }) => {
        const listed = parentId !== undefined && known.has(parentId);
        return !listed || this.#consumers.get(parentId)?.finished === true;
      })
      .map((shard) => this.#consumerOf(shard.id));
  }

  #consumerOf(shardId: string): ShardConsumer {
    const known = this.#consumers.get(shardId);
    if (known !== undefined) return known;
    const ports = { reader: this.#ports.reader, checkpoints: this.#checkpoints, delivery: this.#ports };
    const consumer = new ShardConsumer(shardId, ports);
    this.#consumers.set(shardId, consumer);
    return consumer;
  }

  #finishedCount(): number {
    return [...this.#consumers.values()].filter((consumer) => consumer.finished).length;
  }
}
