import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { getHealth } from '../../../functions/system/get-health.ts';
import { triggers } from '../../../functions/triggers.ts';
import type { Grant } from '../../../shared/contract/grant.ts';
import { createCursors } from '../../../shared/persistence/engine/cursor.ts';
import { keySetRepository } from '../../../shared/persistence/organisation/key-set-repository.ts';
import { createStores } from '../../../shared/persistence/stores.ts';
import { createPersonRegister } from '../../../shared/registers/person-register.ts';
import { createStaffDirectory } from '../../../shared/registers/staff-directory.ts';
import { noMediaStore } from '../../../shared/storage/media-store.ts';
import { only, stage } from '../synthesised.ts';

const secret = 'a secret of the tests, long enough to be one';
const names = ['organisation', 'moments', 'instances', 'activities', 'auditLog'] as const;
const tables = Object.fromEntries(names.map((name) => [name, name])) as Record<
  (typeof names)[number],
  string
>;

/** Stands for DynamoDB, has nothing, and keeps the partition keys it was asked for. */
const listening = () => {
  const asked: string[] = [];
  const send = async ({ input }: { input: { Key?: { pk: string }; Item?: { pk: string } } }) => {
    asked.push((input.Key ?? input.Item)?.pk ?? '');
    return {};
  };
  return { asked, database: { client: { send } as unknown as DynamoDBDocumentClient, tables } };
};

const within = (grants: readonly Grant[], asked: readonly string[]): void => {
  const { leadingKeys = [] } = only(grants);
  expect(leadingKeys.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(0);
  for (const pk of asked) expect(leadingKeys.filter((beginning) => pk.startsWith(beginning))).toHaveLength(1);
};

const grantsTo = (name: string) => only(triggers.filter((one) => one.name === name)).grants;

test('SEC-5 the refresher writes the keys it may write', async () => {
  const { asked, database } = listening();
  for (const { issuer } of stage.issuers)
    await keySetRepository(database).store({ issuer, keys: [], fetchedAt: '2026-11-01T00:00:00.000Z' });
  within(grantsTo('refreshKeySets'), asked);
});

test('SEC-5 the authorizer reads the keys it may read', async () => {
  const { asked, database } = listening();
  for (const { issuer } of stage.issuers) await keySetRepository(database).keySet(issuer);
  within(grantsTo('authorizeRequest'), asked);
});

test('SEC-5 the health check reads the key it may read', async () => {
  const { asked, database } = listening();
  if (getHealth.kind !== 'public') throw new Error('Not public any more');
  const request = {
    now: '',
    roles: [],
    representation: { as: 'self' } as const,
    language: 'sv' as const,
    nationalManagement: stage.nationalManagement,
    mediaLimits: stage.media.limits,
    params: undefined,
    query: undefined,
    body: undefined,
    caller: undefined,
  };
  const nowhere = { url: 'https://register.invalid', key: secret };
  const stores = createStores(database, createCursors(secret), {
    personRegister: createPersonRegister(nowhere),
    staffDirectory: createStaffDirectory(nowhere, () => 0),
    media: noMediaStore,
  });
  await getHealth.steps.answer(stores, {
    ...request,
    newId: () => '',
    identify: () => ({ key: '', personnummer: '' }),
    shownIdFor: () => () => '',
  });
  within(getHealth.contract.grants, asked);
});
