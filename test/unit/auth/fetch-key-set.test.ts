import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchKeySet } from '../../../shared/auth/fetch-key-set.ts';
import { startHangingServer } from '../../support/hanging-server.ts';
import { staffIssuer } from '../../support/tokens.ts';
import { privateJwk, publicJwk } from './forged-tokens.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
let server: Server | undefined;

afterEach(async () => {
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  server = undefined;
});

/** Fetches from an issuer on this machine that answers so. */
const fetchFrom = async (listener: RequestListener) => {
  server = createServer(listener);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return fetchKeySet({ ...staffIssuer, jwksUri: `http://127.0.0.1:${port}/jwks` }, now);
};
const offered = (...keys: unknown[]) => fetchFrom((_, response) => response.end(JSON.stringify({ keys })));

describe('SEC-3 keys fetched from an issuer', () => {
  it('are its public signature keys, as old as the fetch', async () => {
    const keys = [publicJwk('rsa'), { ...publicJwk('ec'), use: 'sig', alg: 'ES256' }];
    expect(await offered(...keys)).toEqual({
      issuer: staffIssuer.issuer,
      keys,
      fetchedAt: now.toISOString(),
    });
  });

  it('lose the members that are not text', async () => {
    const odd = { ...publicJwk('rsa'), key_ops: ['verify'], x5c: ['MII'], ext: true, n2: null };
    expect((await offered(odd)).keys).toEqual([publicJwk('rsa')]);
  });
});

describe.each(['silent', 'stalled', 'trickling'] as const)('SEC-3 an issuer that is %s', (hanging) => {
  it('is given up, and the stored keys stay', async () => {
    const silent = await startHangingServer(hanging);
    const fetched = fetchKeySet({ ...staffIssuer, jwksUri: silent.endpoint }, now, 50);
    await expect(fetched).rejects.toMatchObject({ name: 'TimeoutError' });
    await silent.stop();
  });
});

describe('SEC-3 keys that are not for us', () => {
  it('are passed over, so that an issuer who adds one does not lock everybody out', async () => {
    const others = [
      { ...publicJwk('rsa', 'for-encryption'), use: 'enc' },
      { kty: 'OKP', crv: 'Ed25519', kid: 'ed', x: 'AQAB'.padEnd(43, 'A') },
      'not a key at all',
    ];
    expect((await offered(...others, publicJwk('rsa'))).keys).toEqual([publicJwk('rsa')]);
  });
});

describe('SEC-3 a set of keys is refused whole', () => {
  it.each(['p', 'q', 'dp', 'dq', 'qi', 'k'])('with the private member %s in any key', async (member) => {
    const leaking = { ...publicJwk('rsa', 'leaking'), [member]: 'AQAB' };
    await expect(offered(publicJwk('rsa'), leaking)).rejects.toThrow('a private key');
  });

  it.each<[string, unknown[]]>([
    ['with a whole private RSA key', [privateJwk('rsa')]],
    ['with a whole private EC key', [privateJwk('ec')]],
    ['with RSA of 1024 bits', [publicJwk('rsa'), publicJwk('weak')]],
    ['with RSA of 2040 bits', [publicJwk('almost')]],
    ['with a symmetric key', [{ kty: 'oct', kid: 'oct', k: 'c2VjcmV0' }]],
    ['with a symmetric key that calls itself RSA', [{ kty: 'RSA', kid: 'oct', k: 'c2VjcmV0' }]],
    ['with a key for encryption', [{ ...publicJwk('rsa'), use: 'enc' }]],
    ['with two keys of one kid', [publicJwk('rsa', 'same'), publicJwk('ec', 'same')]],
    ['with a key without kid', [{ ...publicJwk('rsa'), kid: undefined }]],
    ['with an empty kid', [publicJwk('rsa', '')]],
    [
      'with a key no token may be signed by',
      [{ kty: 'OKP', crv: 'Ed25519', kid: 'ed', x: 'AQAB'.padEnd(43, 'A') }],
    ],
    ['with half a key', [{ kty: 'RSA', kid: 'half', e: 'AQAB' }]],
    ['without keys', []],
    ['with more keys than an issuer has', Array.from({ length: 51 }, (_, at) => publicJwk('rsa', `k${at}`))],
    ['of what are no keys', ['rsa', null]],
  ])('%s', async (_, keys) => {
    await expect(offered(...keys)).rejects.toThrow();
  });

  it.each<[string, RequestListener]>([
    ['that is no JSON', (_, response) => response.end('<html>')],
    ['that is no set', (_, response) => response.end('[]')],
    [
      'sent with status 500',
      (_, response) => response.writeHead(500).end(JSON.stringify({ keys: [publicJwk('rsa')] })),
    ],
    ['that never comes', (request) => request.socket.destroy()],
  ])('%s', async (_, listener) => {
    await expect(fetchFrom(listener)).rejects.toThrow();
  });

  it('that lies somewhere else, however good it is there', async () => {
    const redirecting: RequestListener = ({ url }, response) =>
      url === '/jwks'
        ? response.writeHead(302, { location: '/elsewhere' }).end()
        : response.end(JSON.stringify({ keys: [publicJwk('rsa')] }));
    await expect(fetchFrom(redirecting)).rejects.toThrow();
  });
});
