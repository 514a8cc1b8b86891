import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRefreshKeySets } from '../../../functions/system/refresh-key-sets.ts';
import { keySetRepository } from '../../../shared/persistence/organisation/key-set-repository.ts';
import { database, dynamo } from '../../support/mocked-database.ts';
import { residentIssuer, staffIssuer } from '../../support/tokens.ts';
import { publicJwk } from '../auth/forged-tokens.ts';
import { aLog } from './stream-records.ts';

const provider = createServer((_, response) => response.end(JSON.stringify({ keys: [publicJwk('rsa')] })));
let jwksUri: string;

beforeAll(async () => {
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  jwksUri = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
});
afterAll(() => void provider.close());
beforeEach(() => void dynamo.reset());

const refreshing = (log = aLog()) => ({
  log,
  run: createRefreshKeySets(() => ({
    issuers: [
      { ...staffIssuer, jwksUri },
      { ...residentIssuer, jwksUri },
    ],
    ...{ keySets: keySetRepository(database), log, now: () => new Date('2026-11-23T10:00:00.000Z') },
  })),
});

describe('SEC-3 keys that the table does not take', () => {
  it('make the run fail, once those of every other issuer are stored', async () => {
    const busy = new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} });
    dynamo.on(PutCommand).callsFake(({ Item }) => {
      if (Item.issuer === staffIssuer.issuer) throw busy;
      return {};
    });
    const { run, log } = refreshing();
    await expect(run()).rejects.toThrow('1 of 2 issuers gave no keys');
    expect(dynamo).toHaveReceivedCommandTimes(PutCommand, 2);
    expect(log.error.mock.calls).toEqual([
      ['keys-refresh-failed', { error: 'ProvisionedThroughputExceededException' }],
    ]);
    expect(log.info).not.toHaveBeenCalled();
  });

  it('are all there when nothing is in the way', async () => {
    dynamo.on(PutCommand).resolves({});
    const { run, log } = refreshing();
    await run();
    expect(dynamo).toHaveReceivedCommandTimes(PutCommand, 2);
    expect(log.info.mock.calls).toEqual([['keys-refreshed', { issuers: 2 }]]);
  });
});
