import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchToken } from '../../../infra/local/identity/fetch-token.ts';
import { startIdentityProviders } from '../../../infra/local/identity/identity-providers.ts';
import { type PersonaName, personas } from '../../../infra/local/identity/personas.ts';
import { type LocalSettings, readSettings } from '../../../infra/local/process/settings.ts';
import { fetchKeySet } from '../../../shared/auth/fetch-key-set.ts';
import { issuers as issuersSchema } from '../../../shared/auth/issuer-settings.ts';
import { createPersonKeys } from '../../../shared/auth/person-keys.ts';
import { hasAssurance, principalOf } from '../../../shared/auth/principal-of.ts';
import { createTokenVerifier } from '../../../shared/auth/token-verifier.ts';

const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(address !== null && typeof address === 'object' ? address.port : 0);
};

const now = () => new Date();
const personKeys = createPersonKeys('a secret of the tests, long enough to be one');

let settings: LocalSettings;
let providers: { stop(): Promise<void> };

beforeEach(async () => {
  vi.stubEnv('STAFF_IDP_PORT', await freePort());
  vi.stubEnv('RESIDENT_IDP_PORT', await freePort());
  vi.stubEnv('LOCAL_DIRECTORY', await mkdtemp(join(tmpdir(), 'identity-providers-')));
  settings = readSettings(process.env);
  providers = await startIdentityProviders(settings);
});

afterEach(async () => {
  await providers.stop();
  await rm(settings.directory, { recursive: true });
  vi.unstubAllEnvs();
});

/** As every function does it: with the keys the real refresher fetches. */
const verify = (token: string) => {
  const issuers = issuersSchema.parse(Object.values(settings.issuers));
  const keySet = async (issuer: string) => {
    const found = issuers.find((one) => one.issuer === issuer);
    return found && fetchKeySet(found, now());
  };
  return createTokenVerifier({ issuers, source: { keySet }, now })(token);
};

test.each(Object.keys(personas) as PersonaName[])('the token of %s passes every check', async (persona) => {
  const verified = await verify(await fetchToken(persona));
  expect(hasAssurance(verified)).toBe(true);
  expect(principalOf(verified, personKeys).kind).toBe(personas[persona].kind);
});

test('the practitioner’s token names person, commission and provider, and a card', async () => {
  const verified = await verify(await fetchToken('practitioner'));
  expect(principalOf(verified, personKeys)).toEqual({
    kind: 'staff',
    hsaId: 'TST5565594230-PRA1',
    commission: 'TST5565594230-PRA1C1',
    provider: 'TST5565594230-1000',
    methods: ['siths'],
  });
});

test('overridden claims replace the persona’s, and null takes one away', async () => {
  const overrides = { amr: ['sms'], acr: null, commissionHsaId: 'TST5565594230-PRA1C2' };
  const verified = await verify(await fetchToken('practitioner', overrides));
  expect(verified.claims).toMatchObject({ amr: ['sms'], commissionHsaId: 'TST5565594230-PRA1C2' });
  expect(hasAssurance(verified)).toBe(false);
});

test.each([
  { exp: 1 },
  { iat: null },
  { sub: null },
  { aud: 'someone-else' },
  { iss: 'https://elsewhere.test' },
])('a token with %j is refused by the system', async (claims) => {
  await expect(verify(await fetchToken('resident', claims))).rejects.toMatchObject({ code: 'token-invalid' });
});

test('every login has a subject of its own', async () => {
  const [one, other] = await Promise.all([fetchToken('resident'), fetchToken('resident')]);
  expect((await verify(one)).claims['sub']).not.toBe((await verify(other)).claims['sub']);
});

test('a token outlives a restart of the provider', async () => {
  const token = await fetchToken('designer');
  await providers.stop();
  providers = await startIdentityProviders(settings);
  expect((await verify(token)).claims['employeeHsaId']).toBe('TST5565594230-DES1');
});

const ask = (issuer: string, form: Record<string, string>) =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  });

test.each([
  ['nobody', {}],
  ['a persona there is not', { persona: 'toString' }],
  ['a resident', { persona: 'resident' }],
  ['claims that are not JSON', { persona: 'designer', claims: '{' }],
  ['claims that are not an object', { persona: 'designer', claims: '[1]' }],
])('the provider for staff gives no token for %s', async (_, form) => {
  const answer = await ask(settings.issuers.staff.issuer, form);
  expect([answer.status, await answer.text()]).toEqual([400, expect.not.stringContaining('access_token')]);
});

test('asking a provider that is not running says how to start it', async () => {
  vi.stubEnv('STAFF_IDP_PORT', await freePort());
  await expect(fetchToken('designer')).rejects.toThrow(/start it with npm start/);
});
