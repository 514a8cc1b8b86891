import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../../shared/auth/token-verifier.ts';
import { residentIssuer, sign, staffIssuer } from '../../support/tokens.ts';
import { refusalLater } from '../refusal.ts';
import {
  countingSource,
  goodClaims,
  type KeyName,
  knownKeys,
  now,
  seconds,
  signedBy,
  signedBySecret,
  unsigned,
} from './forged-tokens.ts';

const verify = createTokenVerifier({
  issuers: [staffIssuer, residentIssuer],
  source: countingSource(),
  now: () => now,
});
const refused = (token: string) => refusalLater(verify(token));

type Members = Record<string, unknown>;
const staffParts = (claims: Members = {}, header: Members = {}) => ({
  header: { alg: 'RS256', kid: 'rsa', typ: 'JWT', ...header },
  claims: { ...goodClaims(staffIssuer), ...claims },
});
/** A staff token signed by hand, good but for what is given. */
const staffToken = (claims: Members = {}, header: Members = {}, key: KeyName = 'rsa') =>
  signedBy(key, staffParts(claims, { kid: key, ...header }));
const residentToken = (claims: Members = {}, header: Members = {}, key: KeyName = 'ec') =>
  signedBy(key, {
    header: { alg: 'ES256', kid: key, typ: 'JWT', ...header },
    claims: { ...goodClaims(residentIssuer), ...claims },
  });

describe('ID-1 a good token', () => {
  it.each([staffIssuer, residentIssuer])(
    'of the $kind issuer speaks for its kind, with its claims',
    async (issuer) => {
      const claims = { ...goodClaims(issuer), acr: 'x', amr: ['y'] };
      expect(await verify(await sign(issuer, claims))).toEqual({ issuer, claims });
    },
  );

  it('is good also when signed by hand, so that what follows is refused for nothing but its fault', async () => {
    expect(await refused(staffToken())).toBeUndefined();
    expect(await refused(residentToken())).toBeUndefined();
  });

  it.each<[string, Members, Members]>([
    ['issued 60 s ahead of our clock', { iat: seconds + 60 }, {}],
    ['that lives for an hour', { iat: seconds - 60, exp: seconds + 3540 }, {}],
    ['in its last second', { exp: seconds + 1 }, {}],
    ['with its type in lower case', {}, { typ: 'jwt' }],
    ['for several audiences', { aud: ['another', 'stod-och-behandling'] }, {}],
  ])('is one %s', async (_, claims, header) => {
    expect(await refused(staffToken(claims, header))).toBeUndefined();
  });
});

describe('SEC a token with wrong claims is refused', () => {
  it.each<[string, Members]>([
    ['without exp', { exp: undefined }],
    ['without iat', { iat: undefined }],
    ['without sub', { sub: undefined }],
    ['with an empty sub', { sub: '' }],
    ['with exp as text', { exp: String(seconds + 600) }],
    ['issued 61 s ahead of our clock', { iat: seconds + 61 }],
    ['that lives for over an hour', { iat: seconds - 60, exp: seconds + 3541 }],
    ['that expired this second', { exp: seconds }],
    ['that expired before it was issued', { iat: seconds + 50, exp: seconds + 40 }],
    ['not valid yet', { nbf: seconds + 600 }],
    ['for another audience', { aud: 'another' }],
    ['for no audience', { aud: undefined }],
    ['for an empty list of audiences', { aud: [] }],
    ['of an unknown issuer', { iss: 'https://evil.test' }],
    ['of no issuer', { iss: undefined }],
    ['of an issuer that is not a text', { iss: [staffIssuer.issuer] }],
    ['of the other issuer, signed with this one’s algorithm', { iss: residentIssuer.issuer }],
  ])('%s', async (_, claims) => {
    expect(await refused(staffToken(claims))).toBe('token-invalid');
  });
});

describe('SEC a token with a wrong header is refused', () => {
  it.each<[string, Members]>([
    ['with crit', { crit: ['b64'] }],
    ['with an empty crit', { crit: [] }],
    ['of another type', { typ: 'at+jwt' }],
    ['of no type', { typ: undefined }],
    ['whose type is not a text', { typ: ['JWT'] }],
    ['with an unknown kid', { kid: 'nobody' }],
    ['with no kid', { kid: undefined }],
    ['that names another algorithm than it was signed with', { alg: 'RS512' }],
  ])('%s', async (_, header) => {
    expect(await refused(staffToken({}, header))).toBe('token-invalid');
  });
});

describe('SEC a token with a wrong signature is refused', () => {
  it('signed with an algorithm the issuer does not use, though the key is known', async () => {
    expect(await refused(residentToken({}, { alg: 'RS256' }, 'rsa'))).toBe('token-invalid');
    expect(await refused(staffToken({}, { alg: 'ES256' }, 'ec'))).toBe('token-invalid');
  });

  it.each(['none', 'None', 'RS256'])('not signed at all, with alg %s', async (alg) => {
    expect(await refused(unsigned(staffParts({}, { alg })))).toBe('token-invalid');
  });

  it('signed with the public key as a secret', async () => {
    const [jwk] = (await knownKeys(staffIssuer)).keys.filter(({ kid }) => kid === 'rsa');
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const pem = key.export({ format: 'pem', type: 'spki' });
    const parts = staffParts({}, { alg: 'HS256' });
    for (const secret of [pem, key.export({ format: 'der', type: 'spki' }), jwk?.['n'] ?? ''])
      expect(await refused(signedBySecret(secret, parts))).toBe('token-invalid');
  });

  it('signed with RSA under 2048 bits', async () => {
    expect(await refused(staffToken({}, {}, 'weak'))).toBe('token-invalid');
    expect(await refused(staffToken({}, {}, 'almost'))).toBe('token-invalid');
  });

  it('signed with another key than its kid names, or with the other issuer’s', async () => {
    expect(await refused(signedBy('almost', staffParts()))).toBe('token-invalid');
    const crossed = await sign(residentIssuer, goodClaims(staffIssuer));
    expect(await refused(crossed)).toBe('token-invalid');
  });

  it('once any character of it has changed', async () => {
    const good = staffToken();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: good.length - 2 }),
        fc.constantFrom('A', 'z', '.', '='),
        async (at, other) => {
          fc.pre(good[at] !== other);
          expect(await refused(good.slice(0, at) + other + good.slice(at + 1))).toBe('token-invalid');
        },
      ),
    );
  });
});

describe('SEC what is no token is refused', () => {
  it('when it is over 16 KB, but not at 16 KB', async () => {
    const limit = 16 * 1024;
    const room = Math.floor(((limit - staffToken({ pad: '' }).length) * 3) / 4);
    const [fits, over] = [0, 4].map((more) => staffToken({ pad: 'x'.repeat(room + more) }));
    expect(fits?.length).toBeLessThanOrEqual(limit);
    expect(await refused(fits ?? '')).toBeUndefined();
    expect(over?.length).toBeGreaterThan(limit);
    expect(await refused(over ?? '')).toBe('token-invalid');
  });

  it('whatever it is instead, and never with any other error', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (token) => {
        expect(await refused(token)).toBe('token-invalid');
      }),
    );
  });

  it('also when it is signed but its members are strange', async () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constant(staffIssuer.issuer));
    const parts = fc.record({
      header: fc.dictionary(fc.constantFrom('alg', 'kid', 'typ', 'crit'), odd),
      claims: fc.dictionary(fc.constantFrom('iss', 'aud', 'sub', 'exp', 'iat'), odd),
    });
    await fc.assert(
      fc.asyncProperty(parts, async ({ header, claims }) => {
        const token = signedBy('rsa', { header, claims });
        expect(await refused(token)).toBe('token-invalid');
      }),
    );
  });

  it('with a problem that keeps its cause to the log', async () => {
    const error: unknown = await verify(staffToken({ exp: undefined })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      ...{ code: 'token-invalid', faults: [], message: 'token-invalid' },
      cause: { message: 'exp, iat and sub are required' },
    });
  });
});
