import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../../shared/auth/token-verifier.ts';
import { residentIssuer, staffIssuer } from '../../support/tokens.ts';
import { refusalLater } from '../refusal.ts';
import { type CountingSource, countingSource, knownKeys, now, seconds, signedBy } from './forged-tokens.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A verifier whose clock and stored keys the test moves. */
const setUp = (answer?: CountingSource['answer']) => {
  const source = countingSource(answer);
  let passed = 0;
  const issuers = [staffIssuer, residentIssuer];
  const verify = createTokenVerifier({ issuers, source, now: () => new Date(now.getTime() + passed) });
  const token = (kid: string) =>
    signedBy('rsa', {
      header: { alg: 'RS256', kid, typ: 'JWT' },
      claims: {
        ...{ iss: staffIssuer.issuer, aud: staffIssuer.audience, sub: 'transient' },
        ...{ iat: seconds + passed / 1000, exp: seconds + passed / 1000 + 600 },
      },
    });
  return {
    source,
    wait: (milliseconds: number) => {
      passed += milliseconds;
    },
    ask: (kid = 'rsa') => refusalLater(verify(token(kid))),
    /** The same token, as a session sends it. */
    async session(kid = 'rsa') {
      const kept = await token(kid);
      return () => refusalLater(verify(kept));
    },
    /** Lets what was begun beside a request finish. */
    settle: () => setImmediate(),
  };
};

const without =
  (kid: string): CountingSource['answer'] =>
  async (issuer) => {
    const { keys, ...rest } = await knownKeys(issuer);
    return { ...rest, keys: keys.filter((key) => key.kid !== kid) };
  };

const renamed =
  (from: string, to: string): CountingSource['answer'] =>
  async (issuer) => {
    const { keys, ...rest } = await knownKeys(issuer);
    return { ...rest, keys: keys.map((key) => (key.kid === from ? { ...key, kid: to } : key)) };
  };

describe('SEC-3 the issuers’ keys', () => {
  it('are read once, not once a request', async () => {
    const { source, ask } = setUp();
    for (let request = 0; request < 20; request += 1) expect(await ask()).toBeUndefined();
    expect(source.reads).toBe(1);
  });

  it('are read again after five minutes, beside the request and once only', async () => {
    const { source, ask, wait, settle } = setUp();
    await ask();
    wait(5 * minute);
    await ask();
    expect(source.reads).toBe(1);
    wait(1);
    await Promise.all([ask(), ask(), ask()]);
    await settle();
    expect(source.reads).toBe(2);
  });

  it('do not keep the request waiting while they are read again', async () => {
    const { source, ask, wait } = setUp();
    await ask();
    wait(6 * minute);
    source.answer = () => new Promise(() => undefined);
    expect(await ask()).toBeUndefined();
    expect(source.reads).toBe(2);
  });

  it('stop counting when withdrawn, at the first request after they were read again', async () => {
    const { source, ask, wait, settle } = setUp();
    expect(await ask()).toBeUndefined();
    source.answer = without('rsa');
    wait(5 * minute + 1);
    expect(await ask()).toBeUndefined();
    await settle();
    expect(await ask()).toBe('token-invalid');
  });

  it('keep counting when reading them again fails', async () => {
    const { source, ask, wait, settle } = setUp();
    await ask();
    source.answer = () => Promise.reject(new Error('no table'));
    wait(5 * minute + 1);
    expect(await ask()).toBeUndefined();
    await settle();
    expect(await ask()).toBeUndefined();
    source.answer = async () => undefined;
    wait(5 * minute + 1);
    await ask();
    await settle();
    expect(await ask()).toBeUndefined();
  });

  it('are trusted for 24 hours after they were fetched, and not a millisecond longer', async () => {
    const aged = (age: number) => setUp((issuer) => knownKeys(issuer, new Date(now.getTime() - age))).ask();
    expect(await aged(day)).toBeUndefined();
    expect(await aged(day + 1)).toBe('unavailable');
  });

  it('fail closed once a day has passed in which nobody could refresh them, and open again when somebody has', async () => {
    const { source, ask, wait } = setUp();
    expect(await ask()).toBeUndefined();
    wait(day + 1);
    expect(await ask()).toBe('unavailable');
    source.answer = (issuer) => knownKeys(issuer, new Date(now.getTime() + day));
    expect(await ask()).toBeUndefined();
  });

  it('are waited for, and without them nobody is let in', async () => {
    const { source, ask } = setUp(async () => undefined);
    expect(await ask()).toBe('unavailable');
    source.answer = () => Promise.reject(new Error('no table'));
    await expect(ask()).rejects.toThrow('no table');
    source.answer = knownKeys;
    expect(await ask()).toBeUndefined();
  });
});

describe('SEC-3 a kid nobody knows', () => {
  it('is looked for again, so that a new key counts within seconds', async () => {
    const { source, ask, wait } = setUp();
    await ask();
    source.answer = renamed('rsa', 'new');
    wait(10_001);
    expect(await ask('new')).toBeUndefined();
    expect(await ask('rsa')).toBe('token-invalid');
  });

  it('is looked for at most once in ten seconds, however many ask', async () => {
    const { source, ask, wait } = setUp();
    await ask();
    const readsAfter = async () => {
      for (const kid of ['a', 'b', 'c']) expect(await ask(kid)).toBe('token-invalid');
      return source.reads;
    };
    expect(await readsAfter()).toBe(1);
    wait(10_000);
    expect(await readsAfter()).toBe(1);
    wait(1);
    expect(await readsAfter()).toBe(2);
    wait(10_001);
    expect(await readsAfter()).toBe(3);
  });
});

describe('SEC-3 a token sent again', () => {
  it('is good until it expires, and not after', async () => {
    const { session, wait } = setUp();
    const send = await session();
    expect([await send(), await send()]).toEqual([undefined, undefined]);
    wait(10 * minute - 1);
    expect(await send()).toBeUndefined();
    wait(1);
    expect(await send()).toBe('token-invalid');
  });

  it('dies with its key, however often it was good', async () => {
    const { source, session, wait, settle } = setUp();
    const send = await session();
    expect([await send(), await send()]).toEqual([undefined, undefined]);
    source.answer = without('rsa');
    wait(5 * minute + 1);
    await send();
    await settle();
    expect(await send()).toBe('token-invalid');
  });

  it('is forgotten when many others have come, and good all the same', async () => {
    const { session } = setUp();
    const send = await session();
    await send();
    for (let other = 0; other < 501; other += 1) await (await session())();
    expect(await send()).toBeUndefined();
  });
});
