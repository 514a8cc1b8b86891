import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { S3Client } from '@aws-sdk/client-s3';
import type { ObjectEvent } from '../../../infra/local/object-store/object-operations.ts';
import { type ObjectStore, startObjectStore } from '../../../infra/local/object-store/object-store-server.ts';
import type { ContentType } from '../../../shared/domain/media/format.ts';
import { type MediaIds, objectKey } from '../../../shared/domain/media/object-key.ts';
import type { Link, Ticket } from '../../../shared/storage/media-store.ts';
import type { Buckets } from '../../../shared/storage/s3-client.ts';
import { createMediaStore } from '../../../shared/storage/s3-media-store.ts';

/** A whole picture of one point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

const names = { quarantine: 'q', published: 'p' };
const secret = 'a secret of the tests';

export type Posting = Ticket & { readonly ids: MediaIds };

interface Asked {
  readonly bytes: Buffer;
  readonly contentType: ContentType;
  readonly accessKeyId?: string;
}

export interface OpenedStore {
  readonly server: ObjectStore;
  readonly events: ObjectEvent[];
  buckets(accessKeyId?: string): Buckets;
  ticket(asked: Asked): Promise<Posting>;
  /** With the store’s clock moved by so many milliseconds. */
  at<T>(later: number, act: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** A store where `local` may do everything and nobody else anything. */
export const openStore = async (): Promise<OpenedStore> => {
  let later = 0;
  const events: ObjectEvent[] = [];
  const server = await startObjectStore({
    port: 0,
    buckets: names,
    allowedOrigins: ['https://vard.test'],
    secretOf: (accessKeyId) => (accessKeyId === 'local' ? secret : undefined),
    now: () => new Date(Date.now() + later),
    onEvent: (event) => events.push(event),
    onError: (error) => {
      throw error;
    },
  });
  const buckets = (accessKeyId = 'local'): Buckets => ({
    client: new S3Client({
      endpoint: server.endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId, secretAccessKey: secret },
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    names,
  });
  return {
    ...{ server, events, buckets },
    async ticket({ bytes, contentType, accessKeyId }) {
      const ids = newIds();
      const upload = { ...ids, contentType, bytes: bytes.length, sha256: sha256Of(bytes) };
      return { ids, ...(await createMediaStore(buckets(accessKeyId)).ticket(upload)) };
    },
    async at(moved, act) {
      later = moved;
      return act().finally(() => {
        later = 0;
      });
    },
    stop: server.stop,
  };
};

const newIds = (): MediaIds => ({ momentId: crypto.randomUUID(), mediaId: crypto.randomUUID() });

interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

type Pairs = readonly (readonly [string, string])[];

/** As a browser posts a form: fields, file, and fields after it where a test wants such. */
export const post = async (
  url: string,
  fields: Pairs,
  file?: Buffer,
  after: Pairs = [],
): Promise<Answered> => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  if (file) form.append('file', new Blob([new Uint8Array(file)]));
  for (const [name, value] of after) form.append(name, value);
  const response = await fetch(url, { method: 'POST', body: form });
  const text = await response.text();
  return {
    status: response.status,
    code: /<Code>(.*)<\/Code>/.exec(text)?.[1],
    message: /<Message>(.*)<\/Message>/.exec(text)?.[1],
  };
};

export const postTicket = (
  { url, fields }: Pick<Ticket, 'url' | 'fields'>,
  file: Buffer,
): Promise<Answered> => post(url, Object.entries(fields), file);

/** A picture in the published bucket, found clean where nothing else is said, and a link to it. */
export const readableObject = async (
  { server, buckets }: OpenedStore,
  fileName: string,
  tags: Record<string, string> = { GuardDutyMalwareScanStatus: 'NO_THREATS_FOUND' },
): Promise<Link> => {
  const ids = newIds();
  const temporary = await server.files.temporary();
  await writeFile(temporary, png);
  await server.files.put({ bucket: 'p', key: objectKey(ids) }, temporary, {
    ...{ bytes: png.length, sha256: sha256Of(png), contentType: 'image/png' },
    ...{ madeAt: '2026-01-01T00:00:00.000Z', tags },
  });
  return createMediaStore(buckets()).link({ ...ids, fileName, contentType: 'image/png', kind: 'image' });
};
