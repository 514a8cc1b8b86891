import { describe, expect, it, vi } from 'vitest';
import { createAuthorizeRequest } from '../../../functions/system/authorize-request.ts';
import type { KeySetSource } from '../../../shared/auth/key-sets.ts';
import { createTokenVerifier } from '../../../shared/auth/token-verifier.ts';
import {
  keySource,
  residentIssuer,
  residentToken,
  sign,
  staffIssuer,
  staffToken,
} from '../../support/tokens.ts';

const methodArn = 'arn:aws:execute-api:eu-north-1:111111111111:api1/test/GET/instances/i-1/forms/f-1';
const hsaId = 'SE5565594230-1003';

const setUp = (source: KeySetSource = keySource, now = () => new Date()) => {
  const log = { info: vi.fn(), error: vi.fn() };
  const verifyToken = createTokenVerifier({ issuers: [staffIssuer, residentIssuer], source, now });
  const authorize = createAuthorizeRequest(() => ({ verifyToken, log }));
  const ask = (authorizationToken: string) => authorize({ type: 'TOKEN', methodArn, authorizationToken });
  return { ask, log };
};

const allowed = {
  principalId: 'bearer',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Action: 'execute-api:Invoke',
        Effect: 'Allow',
        Resource: 'arn:aws:execute-api:eu-north-1:111111111111:api1/test/*',
      },
    ],
  },
};

describe('a token that holds', () => {
  it.each([
    ['of staff', () => staffToken({ hsaId })],
    ['of a resident', () => residentToken('191212121212')],
  ])('%s opens the whole stage, and nothing is said of whose it is', async (_, token) => {
    expect(await setUp().ask(`Bearer ${await token()}`)).toEqual(allowed);
  });

  it('of a login that is too weak goes on to the function, which logs the attempt (LOG-21)', async () => {
    const token = await staffToken({ hsaId }, { acr: 'http://id.sambi.se/loa/loa2' });
    expect(await setUp().ask(`Bearer ${token}`)).toEqual(allowed);
  });
});

describe('anything else is refused as 401 (SEC-3)', () => {
  const seconds = Math.floor(Date.now() / 1000);

  it.each([
    ['no token', async () => ''],
    ['no scheme', () => staffToken({ hsaId })],
    ['another scheme', async () => `Basic ${await staffToken({ hsaId })}`],
    ['something after it', async () => `Bearer ${await staffToken({ hsaId })} and more`],
    ['nonsense', async () => 'Bearer nonsense'],
    [
      'an expired one',
      async () => `Bearer ${await staffToken({ hsaId }, { iat: seconds - 700, exp: seconds - 60 })}`,
    ],
    ['one that lives too long', async () => `Bearer ${await staffToken({ hsaId }, { exp: seconds + 7200 })}`],
    ['one for somebody else', async () => `Bearer ${await staffToken({ hsaId }, { aud: 'another' })}`],
    [
      'one of an unknown issuer',
      async () => `Bearer ${await sign(staffIssuer, { iss: 'https://other.test' })}`,
    ],
    [
      'one signed with another issuer’s key',
      async () => `Bearer ${await sign(residentIssuer, { iss: staffIssuer.issuer })}`,
    ],
    ['a changed one', async () => `Bearer ${(await staffToken({ hsaId })).replace(/\.[^.]+\./, '.e30.')}`],
  ])('%s', async (_, header) => {
    const { ask, log } = setUp();
    await expect(ask(await header())).rejects.toThrow(/^Unauthorized$/);
    expect(log.error).not.toHaveBeenCalled();
  });
});

describe('where it cannot tell, nobody is let through', () => {
  const header = async () => `Bearer ${await staffToken({ hsaId })}`;

  it('keys out of reach are our fault, not the caller’s', async () => {
    const { ask, log } = setUp({ keySet: () => Promise.reject(new Error('out of reach')) });
    await expect(ask(await header())).rejects.toThrow('out of reach');
    expect(log.error).toHaveBeenCalledWith('request-failed', {
      operationId: 'authorizeRequest',
      error: 'Error',
      stack: expect.any(String),
    });
  });

  it('so are keys that nobody has refreshed for a day', async () => {
    const old = new Date(Date.now() - 25 * 3_600_000).toISOString();
    const keySet = async (issuer: string) => ({ issuer, keys: [], fetchedAt: old });
    await expect(setUp({ keySet }).ask(await header())).rejects.toMatchObject({ code: 'unavailable' });
  });
});
