import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error.ts';

/** Signature version 4, checked from AWS's description of it and not by the SDK's own code, so that neither hides the other's fault. */
export interface SignedRequest {
  readonly method: string;
  /** As it stood in the request line, percent-encoding and all. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Gate {
  /** Of a key id; undefined for one that nobody has. */
  secretOf(accessKeyId: string): string | undefined;
  now(): Date;
}

const algorithm = 'AWS4-HMAC-SHA256';
const skew = 15 * 60_000;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256Hex = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** `20260101T120000Z`, as a time; NaN for anything else. */
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

interface Claim {
  readonly credential: string;
  readonly stamp: string;
  readonly signature: string;
}

/** Checks a signature over any text; answers with whose it is. */
export const checkSignature = (text: string, { credential, stamp, signature }: Claim, gate: Gate): string => {
  const [accessKeyId = '', date = '', region = '', service = '', end] = credential.split('/');
  const secret = gate.secretOf(accessKeyId);
  if (secret === undefined || service !== 's3' || end !== 'aws4_request' || !stamp.startsWith(date))
    throw new S3Error('AccessDenied', 'The access key or its scope is not known here');
  const key = [date, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const [expected, given] = [hmac(key, text).toString('hex'), signature].map((one) => Buffer.from(one));
  if (!expected || !given || expected.length !== given.length || !timingSafeEqual(expected, given))
    throw new S3Error('SignatureDoesNotMatch', 'The signature does not match the one calculated here');
  return accessKeyId;
};

const signedText = (
  { method, path, query, headers }: SignedRequest,
  signed: { names: string; payload: string },
  { credential, stamp }: Claim,
): string => {
  const pairs = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const lines = signed.names.split(';').map(
    (name) =>
      `${name}:${String(headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  const canonical = [method, path, pairs.toSorted().join('&'), lines.join(''), signed.names, signed.payload];
  const scope = credential.split('/').slice(1).join('/');
  return [algorithm, stamp, scope, sha256Hex(canonical.join('\n'))].join('\n');
};

const checkLink = (request: SignedRequest, gate: Gate): string => {
  const of = (name: string) => request.query.get(`X-Amz-${name}`) ?? '';
  const claim = { credential: of('Credential'), stamp: of('Date'), signature: of('Signature') };
  const begins = timeOf(claim.stamp);
  const ends = begins + Number(of('Expires')) * 1000;
  const now = gate.now().getTime();
  // Written so that what is no time lets nobody in.
  if (of('Algorithm') !== algorithm || !(begins <= now + skew) || !(now < ends))
    throw new S3Error('AccessDenied', 'Request has expired');
  const signed = { names: of('SignedHeaders'), payload: 'UNSIGNED-PAYLOAD' };
  return checkSignature(signedText(request, signed, claim), claim, gate);
};

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const checkHeader = (request: SignedRequest, gate: Gate): string => {
  const { headers } = request;
  const [, credential = '', names = '', signature = ''] =
    authorization.exec(String(headers['authorization'] ?? '')) ?? [];
  const claim = { credential, stamp: String(headers['x-amz-date'] ?? ''), signature };
  if (signature === '' || !names.split(';').includes('host'))
    throw new S3Error('AccessDenied', 'The request is not signed');
  if (!(Math.abs(timeOf(claim.stamp) - gate.now().getTime()) <= skew))
    throw new S3Error('RequestTimeTooSkewed', 'The time of the request is too far from the time here');
  const signed = { names, payload: String(headers['x-amz-content-sha256'] ?? '') };
  return checkSignature(signedText(request, signed, claim), claim, gate);
};

/** Whose request it is, by header or by link; throws where nobody signed it, or for another request or time. */
export const signerOf = (request: SignedRequest, gate: Gate): string =>
  request.query.has('X-Amz-Signature') ? checkLink(request, gate) : checkHeader(request, gate);
