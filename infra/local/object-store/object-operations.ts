import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MediaBucket, S3Action } from '../../../shared/contract/grant.ts';
import { scanIn } from '../../../shared/storage/scan-verdict.ts';
import type { ObjectFiles, ObjectPlace, StoredObject } from './object-files.ts';
import { postObject } from './post-object.ts';
import { sendObject } from './read-object.ts';
import { S3Error, xmlText } from './s3-error.ts';
import { type Gate, signerOf } from './signature.ts';

/** What S3 would tell of an object: at least once, and in no order. */
export interface ObjectEvent {
  readonly name: 'ObjectCreated:Post' | 'ObjectCreated:Copy' | 'ObjectTagging:Put';
  readonly bucket: MediaBucket;
  readonly key: string;
  readonly versionId: string;
  readonly bytes: number;
}

export interface Store {
  readonly buckets: Readonly<Record<MediaBucket, string>>;
  readonly files: ObjectFiles;
  readonly gate: Gate;
  /** Where conditional copies are on their way to. */
  readonly copying: Set<string>;
  /** May whoever has this key do that? As its role would say. */
  mayDo(accessKeyId: string, action: S3Action, bucket: MediaBucket): boolean;
  tell(event: ObjectEvent): void;
}

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As in the request line. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly place: ObjectPlace;
}

const denied = (): S3Error => new S3Error('AccessDenied', 'Access Denied');

/** Which of ours a name is; throws for any other. */
export const bucketNamed = ({ buckets }: Pick<Store, 'buckets'>, name: string): MediaBucket => {
  const kinds: readonly MediaBucket[] = ['quarantine', 'published'];
  const kind = kinds.find((one) => buckets[one] === name);
  if (!kind) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  return kind;
};

const permit = (
  store: Store,
  accessKeyId: string,
  actions: readonly S3Action[],
  place: ObjectPlace,
): void => {
  const bucket = bucketNamed(store, place.bucket);
  if (!actions.every((action) => store.mayDo(accessKeyId, action, bucket))) throw denied();
};

/** Who may not list a bucket is told of what is not there no more than that it is denied. */
const found = async (store: Store, place: ObjectPlace): Promise<StoredObject> => {
  const object = await store.files.find(place);
  if (!object) throw denied();
  return object;
};

/** The bucket policy of both (infra/media/media-stack.ts): nobody reads what the scanner has not found clean (MED-4). */
const readable = async (store: Store, place: ObjectPlace): Promise<StoredObject> => {
  const object = await found(store, place);
  const tags = Object.entries(object.tags).map(([Key, Value]) => ({ Key, Value }));
  if (scanIn(tags) !== 'clean') throw denied();
  return object;
};

const signer = ({ gate }: Store, { request, path, query }: Exchange): string =>
  signerOf({ method: request.method ?? '', path, query, headers: request.headers }, gate);

const reading = ({ versionId }: ObjectPlace): S3Action =>
  versionId === undefined ? 'GetObject' : 'GetObjectVersion';
const readingTags = ({ versionId }: ObjectPlace): S3Action =>
  versionId === undefined ? 'GetObjectTagging' : 'GetObjectVersionTagging';

const xml = (response: ServerResponse, headers: Record<string, string>, body: string): void => {
  response.writeHead(200, { 'content-type': 'application/xml', ...headers });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
};

const getObject = async (store: Store, exchange: Exchange): Promise<void> => {
  permit(store, signer(store, exchange), [reading(exchange.place)], exchange.place);
  await sendObject(await readable(store, exchange.place), exchange);
};

const getTags = async (store: Store, exchange: Exchange): Promise<void> => {
  permit(store, signer(store, exchange), [readingTags(exchange.place)], exchange.place);
  const { tags, versionId } = await found(store, exchange.place);
  const rows = Object.entries(tags).map(
    ([key, value]) => `<Tag><Key>${xmlText(key)}</Key><Value>${xmlText(value)}</Value></Tag>`,
  );
  const body = `<Tagging><TagSet>${rows.join('')}</TagSet></Tagging>`;
  xml(exchange.response, { 'x-amz-version-id': versionId }, body);
};

const sourceIn = ({ headers }: IncomingMessage): ObjectPlace => {
  const [path = '', query = ''] = String(headers['x-amz-copy-source']).split('?');
  const [bucket = '', ...key] = decodeURIComponent(path).replace(/^\//, '').split('/');
  const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
  return { bucket, key: key.join('/'), versionId };
};

/** Copies only where nothing is there, if so asked; another copy on its way there is a conflict, as in S3. */
const copyTo = async (store: Store, { request, place }: Exchange, source: StoredObject): Promise<string> => {
  if (request.headers['if-none-match'] !== '*') return store.files.copy(source, place);
  const target = `${place.bucket}/${place.key}`;
  if (store.copying.has(target))
    throw new S3Error('ConditionalRequestConflict', 'A conflicting operation is in progress');
  store.copying.add(target);
  try {
    if (await store.files.find(place)) throw new S3Error('PreconditionFailed', 'There is such an object');
    return await store.files.copy(source, place);
  } finally {
    store.copying.delete(target);
  }
};

/** With its tags and type, as CopyObject does unless told otherwise. */
const copyObject = async (store: Store, exchange: Exchange): Promise<void> => {
  const { request, response, place } = exchange;
  const from = sourceIn(request);
  const who = signer(store, exchange);
  permit(store, who, [reading(from), readingTags(from)], from);
  permit(store, who, ['PutObject', 'PutObjectTagging'], place);
  const source = await readable(store, from);
  const versionId = await copyTo(store, exchange, source);
  const { key, bucket } = place;
  const { bytes, madeAt } = source;
  store.tell({
    ...{ name: 'ObjectCreated:Copy', bucket: bucketNamed(store, bucket), key, versionId, bytes },
  });
  const result = `<ETag>"${versionId}"</ETag><LastModified>${madeAt}</LastModified>`;
  xml(response, { 'x-amz-version-id': versionId }, `<CopyObjectResult>${result}</CopyObjectResult>`);
};

const deleteObject = async (store: Store, exchange: Exchange): Promise<void> => {
  const { response, place } = exchange;
  const action = place.versionId === undefined ? 'DeleteObject' : 'DeleteObjectVersion';
  permit(store, signer(store, exchange), [action], place);
  await store.files.remove(place, store.gate.now().toISOString());
  response.writeHead(204).end();
};

const post = async (store: Store, { request, response, place }: Exchange): Promise<void> => {
  const { gate, files } = store;
  const { bucket, key, versionId } = await postObject(request, {
    ...{ bucket: place.bucket, gate, files },
    permit: (accessKeyId, put) => permit(store, accessKeyId, ['PutObject'], put),
  });
  const object = await found(store, { bucket, key, versionId });
  store.tell({
    ...{ name: 'ObjectCreated:Post', bucket: bucketNamed(store, bucket), key, versionId },
    bytes: object.bytes,
  });
  response.writeHead(204, { etag: `"${versionId}"`, 'x-amz-version-id': versionId }).end();
};

/** The part of S3 that media need; everything else is `NotImplemented`. */
export const operate = (store: Store, exchange: Exchange): Promise<void> => {
  const { request, query, place } = exchange;
  const { method, headers } = request;
  const onBucket = place.key === '';
  if (method === 'POST' && onBucket) return post(store, exchange);
  if ((method === 'GET' || method === 'HEAD') && !onBucket)
    return query.has('tagging') ? getTags(store, exchange) : getObject(store, exchange);
  if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) return copyObject(store, exchange);
  // The bucket policy leaves tags to the scanner, which does not come this way.
  if (query.has('tagging')) return Promise.reject(denied());
  if (method === 'DELETE' && !onBucket) return deleteObject(store, exchange);
  return Promise.reject(new S3Error('NotImplemented', 'Not in this small part of S3'));
};
