export interface Checkpoints {
  load(shardId: string): Promise<string | undefined>;
  save(shardId: string, sequenceNumber: string): Promise<void>;
}

export class MemoryCheckpoints implements Checkpoints {
  readonly #sequenceNumbers = new Map<string, string>();

  async load(shardId: string): Promise<string | undefined> {
    return this.#sequenceNumbers.get(shardId);
  }

  async save(shardId: string, sequenceNumber: string): Promise<void> {
    this.#sequenceNumbers.set(shardId, sequenceNumber);
  }
}
