import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { ObjectFiles, ObjectPlace } from './object-files.ts';
import { type Allowed, checkPolicy, type Fields } from './post-policy.ts';
import { S3Error } from './s3-error.ts';
import type { Gate } from './signature.ts';

interface Received {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes no byte past the limit, but reads on: a sender cut off would see a reset instead of the answer. */
const keep = async (file: Readable, path: string, most: number): Promise<Received> => {
  const handle = await open(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) continue;
      hash.update(chunk);
      await handle.write(chunk);
    }
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('base64') };
};

const assertAsAllowed = (
  { bytes, sha256 }: Received,
  fields: Fields,
  [least, most]: Allowed['range'],
): void => {
  if (bytes < least)
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  if (bytes > most)
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  const announced = fields.get('x-amz-checksum-sha256');
  if (announced !== undefined && announced !== sha256)
    throw new S3Error('BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
};

/** Reads a multipart form whose fields come before its file, and hands both over as soon as the file begins. */
const readForm = async <T>(
  request: IncomingMessage,
  take: (fields: Fields, file: Readable) => Promise<T>,
): Promise<T> => {
  const { 'content-type': type = '' } = request.headers;
  if (!type.startsWith('multipart/form-data'))
    throw new S3Error('MalformedPOSTRequest', 'The body is not multipart/form-data');
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  let taken: Promise<T> | undefined;
  const form = new Busboy({
    headers: { ...request.headers, 'content-type': type },
    limits: { fields: 50, fieldSize: 20_000, files: 1 },
    isPartAFile: (name) => name === 'file',
  });
  form.on('field', (given, value) => {
    const name = given.toLowerCase();
    if (fields.has(name)) repeated.add(name);
    fields.set(name, value);
  });
  form.on('file', (_, file) => {
    const once = repeated.size === 0 ? take(fields, file) : Promise.reject(repeatedField(repeated));
    taken = once.catch((error: unknown) => {
      file.resume();
      throw error;
    });
    // The whole form is read before anybody waits for this.
    taken.catch(() => undefined);
    form.once('error', (error) => file.destroy(error instanceof Error ? error : undefined));
  });
  await pipeline(request, form);
  if (!taken) throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
  return taken;
};

const repeatedField = (names: ReadonlySet<string>): S3Error =>
  new S3Error('InvalidArgument', `Fields given more than once: ${[...names].join(', ')}`);

interface Post {
  readonly bucket: string;
  readonly gate: Gate;
  readonly files: ObjectFiles;
  /** Throws where the one who signed may not put this object. */
  permit(accessKeyId: string, place: ObjectPlace): void;
}

export interface Posted extends ObjectPlace {
  readonly versionId: string;
}

/** POST Object: nothing is kept that the signed policy does not name exactly (MED-1). */
export const postObject = async (request: IncomingMessage, post: Post): Promise<Posted> => {
  const { bucket, gate, files, permit } = post;
  const temporary = await files.temporary();
  try {
    return await readForm(request, async (fields, file) => {
      const { accessKeyId, range } = checkPolicy(fields, bucket, gate);
      const place = { bucket, key: fields.get('key') ?? '' };
      permit(accessKeyId, place);
      const received = await keep(file, temporary, range[1]);
      assertAsAllowed(received, fields, range);
      const contentType = fields.get('content-type') ?? 'binary/octet-stream';
      const madeAt = gate.now().toISOString();
      const versionId = await files.put(place, temporary, { ...received, contentType, madeAt, tags: {} });
      return { ...place, versionId };
    });
  } finally {
    await rm(temporary, { force: true });
  }
};
