import { readFile } from 'node:fs/promises';
import { writeWhole } from '../files/write-whole.ts';
import type { Checkpoints } from './checkpoints.ts';

/** One file for one event source; two processes must not share it. */
export class FileCheckpoints implements Checkpoints {
  readonly #path: string;
  #sequenceNumbers: Promise<Map<string, string>> | undefined;
  #lastWrite: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async load(shardId: string): Promise<string | undefined> {
    return (await this.#read()).get(shardId);
  }

  async save(shardId: string, sequenceNumber: string): Promise<void> {
    const sequenceNumbers = await this.#read();
    sequenceNumbers.set(shardId, sequenceNumber);
    const write = this.#lastWrite.then(() => this.#write(sequenceNumbers));
    this.#lastWrite = write.catch(() => undefined);
    await write;
  }

  #read(): Promise<Map<string, string>> {
    this.#sequenceNumbers ??= readCheckpoints(this.#path);
    return this.#sequenceNumbers;
  }

  #write(sequenceNumbers: ReadonlyMap<string, string>): Promise<void> {
    return writeWhole(this.#path, JSON.stringify(Object.fromEntries(sequenceNumbers)));
  }
}

async function readCheckpoints(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  });
  const stored: unknown = JSON.parse(text);
  if (typeof stored !== 'object' || stored === null) throw new Error(`${path} holds no checkpoints`);
  return new Map(
    Object.entries(stored).map(([shardId, sequenceNumber]) => [shardId, String(sequenceNumber)]),
  );
}
