import { expect, it } from 'vitest';
import { giveProviderRole } from '../../../functions/staffing/give-provider-role.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { listProviderRoleChanges } from '../../../functions/staffing/list-provider-role-changes.ts';
import { listProviderRoles } from '../../../functions/staffing/list-provider-roles.ts';
import { listUnitRoleChanges } from '../../../functions/staffing/list-unit-role-changes.ts';
import { listUnitRoles } from '../../../functions/staffing/list-unit-roles.ts';
import { withdrawProviderRole } from '../../../functions/staffing/withdraw-provider-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { login, provider, seedPeople, units } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { newcomer } from './newcomers.ts';

const grantsIn = ({ contract: { operationId, grants } }: UseCase): string[] =>
  grants.flatMap(({ table, actions, indexes = [] }) => [
    ...actions.map((action) => [operationId, table, action].join(' ')),
    ...indexes.map((index) => [operationId, table, 'Query', index].join(' ')),
  ]);

it('SEC-5 every function of staffing uses all that it is granted', async () => {
  const world = await World.create();
  await seedPeople(world);
  const token = await login('careProviderAdmin');
  const staff = newcomer(world);
  const onUnit = { params: { unitId: units.care }, token };
  const atProvider = { params: { providerId: provider }, token };
  const admin = { staff, role: 'authorization-admin' };
  const auditor = { staff, role: 'auditor' };
  await succeed(world, giveUnitRole, { ...onUnit, body: admin });
  await succeed(world, withdrawUnitRole, { ...onUnit, body: admin });
  await succeed(world, giveProviderRole, { ...atProvider, body: auditor });
  await succeed(world, withdrawProviderRole, { ...atProvider, body: auditor });
  const writes = [giveUnitRole, withdrawUnitRole, giveProviderRole, withdrawProviderRole];
  const unitLists = [listUnitRoles, listUnitRoleChanges];
  const providerLists = [listProviderRoles, listProviderRoleChanges];
  for (const useCase of unitLists) await succeed(world, useCase, onUnit);
  for (const useCase of providerLists) await succeed(world, useCase, atProvider);
  const granted = [...writes, ...unitLists, ...providerLists].flatMap(grantsIn);
  expect(granted.filter((grant) => !world.used.has(grant))).toEqual([]);
});
