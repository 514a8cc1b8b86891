import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
  /** The newest where nothing is said. */
  readonly versionId?: string | undefined;
}

const description = z.object({
  bytes: z.int(),
  sha256: z.string(),
  contentType: z.string(),
  madeAt: z.iso.datetime(),
  tags: z.record(z.string(), z.string()),
  /** Stands where the object was: since then it is not there, though earlier versions are. */
  deleted: z.boolean(),
});
type Description = z.infer<typeof description>;

export interface StoredObject extends Description {
  readonly versionId: string;
  /** Where its bytes lie. */
  readonly file: string;
}

const pathsOf = (folder: string, versionId: string) => ({
  about: join(folder, `${versionId}.json`),
  file: join(folder, `${versionId}.bytes`),
});

/** Somebody may remove a version while another looks for it. */
const unlessGone = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
};

/** Objects with versions as files: a folder a key, two files a version. Ids of versions sort as they were made. */
export class ObjectFiles {
  readonly #directory: string;
  readonly #onBroken: (error: Error) => void;

  /** `onBroken` is told of a description that cannot be read and has been put aside: its version is there no longer. */
  constructor(directory: string, onBroken: (error: Error) => void) {
    this.#directory = directory;
    this.#onBroken = onBroken;
  }

  async find(place: ObjectPlace): Promise<StoredObject | undefined> {
    const versions = await this.#versionsOf(place);
    const newest = versions.toSorted().at(-1);
    const versionId = versions.find((one) => one === (place.versionId ?? newest));
    if (versionId === undefined) return undefined;
    const { about, file } = pathsOf(this.#folderOf(place), versionId);
    const text = await readFile(about, 'utf8').catch(unlessGone);
    if (text === undefined) return undefined;
    const read = json.pipe(description).safeParse(text);
    if (!read.success) {
      await this.#putAside(about);
      return this.find(place);
    }
    return read.data.deleted ? undefined : { ...read.data, versionId, file };
  }

  /** A file to write into before anything is known to be good. */
  async temporary(): Promise<string> {
    await mkdir(this.#directory, { recursive: true });
    return join(this.#directory, `${randomUUID()}.part`);
  }

  /** Takes the file over; answers with the new version. */
  put(place: ObjectPlace, temporary: string, about: Omit<Description, 'deleted'>): Promise<string> {
    return this.#add(place, { ...about, deleted: false }, (file) => rename(temporary, file));
  }

  copy({ versionId: _, file: from, ...about }: StoredObject, place: ObjectPlace): Promise<string> {
    return this.#add(place, about, (file) => copyFile(from, file));
  }

  async tag(place: ObjectPlace, tags: Record<string, string>): Promise<StoredObject | undefined> {
    const found = await this.find(place);
    if (!found) return undefined;
    const { versionId, file: _, ...about } = found;
    await this.#describe(place, versionId, { ...about, tags });
    return { ...found, tags };
  }

  /** One version for good; without a version only a mark, as in a bucket with versioning. */
  async remove(place: ObjectPlace, madeAt: string): Promise<void> {
    if (place.versionId === undefined) {
      const mark = { bytes: 0, sha256: '', contentType: '', madeAt, tags: {}, deleted: true };
      if (await this.find(place)) await this.#add(place, mark, async () => undefined);
      return;
    }
    // Only ids of our own making become a path.
    if (!z.uuid().safeParse(place.versionId).success) return;
    const { about, file } = pathsOf(this.#folderOf(place), place.versionId);
    await Promise.all([rm(about, { force: true }), rm(file, { force: true })]);
  }

  /** Every version that has bytes, the hidden ones too. */
  async versions(place: ObjectPlace): Promise<StoredObject[]> {
    const ids = await this.#versionsOf(place);
    const found = await Promise.all(ids.map((versionId) => this.find({ ...place, versionId })));
    return found.filter((one) => one !== undefined);
  }

  clear(): Promise<void> {
    return rm(this.#directory, { recursive: true, force: true });
  }

  // A key is anybody's text, so it never becomes a path.
  #folderOf({ bucket, key }: ObjectPlace): string {
    return join(this.#directory, bucket, createHash('sha256').update(key).digest('hex'));
  }

  async #versionsOf(place: ObjectPlace): Promise<string[]> {
    const names = await readdir(this.#folderOf(place)).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  }

  async #putAside(about: string): Promise<void> {
    const aside = `${about}.broken`;
    await rename(about, aside).catch(unlessGone);
    this.#onBroken(
      new Error(`Not a description of an object, so put aside: ${aside}. Upload the file again.`),
    );
  }

  #describe(place: ObjectPlace, versionId: string, about: Description): Promise<void> {
    return writeWhole(pathsOf(this.#folderOf(place), versionId).about, JSON.stringify(about));
  }

  /** The bytes first: what is described is there. */
  async #add(
    place: ObjectPlace,
    about: Description,
    bring: (file: string) => Promise<void>,
  ): Promise<string> {
    const versionId = uuidv7();
    const folder = this.#folderOf(place);
    await mkdir(folder, { recursive: true });
    await bring(pathsOf(folder, versionId).file);
    await this.#describe(place, versionId, about);
    return versionId;
  }
}
