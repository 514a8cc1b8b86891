import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { StoredObject } from './object-files.ts';
import { S3Error } from './s3-error.ts';

interface Part {
  readonly first: number;
  readonly last: number;
}

/** One range of bytes; undefined where the whole is asked for, or several are, which S3 does not give either. */
const rangeIn = (header: string | undefined, size: number): Part | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const part =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
  if (part.first > part.last) throw new S3Error('InvalidRange', 'The requested range is not satisfiable');
  return part;
};

const overrides = {
  'content-type': 'response-content-type',
  'content-disposition': 'response-content-disposition',
};

const headersOf = (object: StoredObject, request: IncomingMessage, query: URLSearchParams) => {
  const asked = Object.entries(overrides).flatMap(([header, name]) => {
    const value = query.get(name);
    return value === null ? [] : [[header, value]];
  });
  return {
    'accept-ranges': 'bytes',
    etag: `"${object.versionId}"`,
    'last-modified': new Date(object.madeAt).toUTCString(),
    'x-amz-version-id': object.versionId,
    'content-type': object.contentType,
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED'
      ? { 'x-amz-checksum-sha256': object.sha256 }
      : {}),
    ...Object.fromEntries(asked),
  };
};

/** GET and HEAD Object. */
export const sendObject = async (
  object: StoredObject,
  {
    request,
    response,
    query,
  }: { request: IncomingMessage; response: ServerResponse; query: URLSearchParams },
): Promise<void> => {
  const part = rangeIn(request.headers.range, object.bytes);
  const { first, last } = part ?? { first: 0, last: object.bytes - 1 };
  response.writeHead(part ? 206 : 200, {
    ...headersOf(object, request, query),
    'content-length': last - first + 1,
    ...(part ? { 'content-range': `bytes ${first}-${last}/${object.bytes}` } : {}),
  });
  if (request.method === 'HEAD' || object.bytes === 0) {
    response.end();
    return;
  }
  // Whoever has seen enough hangs up; that is no fault.
  await pipeline(createReadStream(object.file, { start: first, end: last }), response).catch(() => undefined);
};
