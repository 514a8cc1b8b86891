import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { MediaBucket } from '../../../shared/contract/grant.ts';
import { targetOf } from '../api/gateway-event.ts';
import { ObjectFiles, type ObjectPlace } from './object-files.ts';
import { bucketNamed, type Exchange, type ObjectEvent, operate, type Store } from './object-operations.ts';
import { S3Error, sendError } from './s3-error.ts';

interface Options {
  readonly port: number;
  /** Where everything is kept; where nothing is said, a folder that is emptied at the stop. */
  readonly directory?: string;
  readonly buckets: Readonly<Record<MediaBucket, string>>;
  readonly allowedOrigins: readonly string[];
  secretOf(accessKeyId: string): string | undefined;
  /** Everything where nothing is said. */
  readonly mayDo?: Store['mayDo'];
  now?(): Date;
  onEvent(event: ObjectEvent): void;
  onError(error: unknown): void;
}

export interface ObjectStore {
  readonly endpoint: string;
  readonly buckets: Readonly<Record<MediaBucket, string>>;
  readonly files: ObjectFiles;
  /** As the scanner may and nobody else. */
  tag(bucket: MediaBucket, place: Omit<ObjectPlace, 'bucket'>, tags: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

const methodsFor: Readonly<Record<MediaBucket, string>> = { quarantine: 'POST', published: 'GET' };

/** The bucket's CORS rule (infra/media/media-stack.ts): one method, for the front ends alone. */
const allowOrigin = (
  { request, response }: Exchange,
  { allowedOrigins }: Options,
  bucket: MediaBucket,
): void => {
  const { origin } = request.headers;
  if (origin === undefined || !allowedOrigins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', methodsFor[bucket]);
  response.setHeader('vary', 'Origin');
};

const placeIn = (path: string, query: URLSearchParams): ObjectPlace => {
  const [, bucket = '', ...key] = path.split('/').map(decodeURIComponent);
  return { bucket, key: key.join('/'), versionId: query.get('versionId') ?? undefined };
};

const answer = async (store: Store, options: Options, exchange: Exchange): Promise<void> => {
  const bucket = bucketNamed(store, exchange.place.bucket);
  allowOrigin(exchange, options, bucket);
  if (exchange.request.method !== 'OPTIONS') return operate(store, exchange);
  const allowed = exchange.response.hasHeader('access-control-allow-origin');
  exchange.response.writeHead(allowed ? 200 : 403).end();
};

const refuse = (response: ServerResponse, options: Options, error: unknown): void => {
  if (!(error instanceof S3Error)) options.onError(error);
  if (response.headersSent) response.destroy();
  else sendError(response, error instanceof S3Error ? error : new S3Error('InvalidArgument', 'Not possible'));
};

const handle = async (
  store: Store,
  options: Options,
  { request, response }: Pick<Exchange, 'request' | 'response'>,
): Promise<void> => {
  try {
    const { path, query: text } = targetOf(request);
    const query = new URLSearchParams(text);
    await answer(store, options, { request, response, path, query, place: placeIn(path, query) });
  } catch (error) {
    // Nobody is left to hear it where the sender has hung up.
    if (!request.destroyed || request.complete) refuse(response, options, error);
  }
};

/**
 * As much of S3 as media need, on loopback; port 0 takes a free one. What storage enforces, it enforces: policies, signatures,
 * times, ranges, sums, and the buckets' own policy (README.md).
 */
export const startObjectStore = async (options: Options): Promise<ObjectStore> => {
  const { secretOf, buckets, onEvent, directory } = options;
  const files = new ObjectFiles(directory ?? join(tmpdir(), `object-store-${uuidv7()}`), options.onError);
  const gate = { secretOf, now: options.now ?? (() => new Date()) };
  const store: Store = {
    ...{ buckets, files, gate, copying: new Set<string>() },
    mayDo: options.mayDo ?? (() => true),
    tell: onEvent,
  };
  const server = createServer((request, response) => void handle(store, options, { request, response }));
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ buckets, files },
    async tag(bucket, { key, versionId }, tags) {
      const tagged = await files.tag({ bucket: buckets[bucket], key, versionId }, tags);
      if (!tagged) return;
      const { bytes } = tagged;
      onEvent({ name: 'ObjectTagging:Put', bucket, key, versionId: tagged.versionId, bytes });
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      if (directory === undefined) await files.clear();
    },
  };
};
