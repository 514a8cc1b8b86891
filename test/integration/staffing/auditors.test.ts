import { beforeAll, describe, expect, it } from 'vitest';
import { giveProviderRole } from '../../../functions/staffing/give-provider-role.ts';
import { withdrawProviderRole } from '../../../functions/staffing/withdraw-provider-role.ts';
import { hsaIdOf, login, provider, seedPeople } from '../../support/people.ts';
import { World } from '../../support/world.ts';
import { newcomer, outcome, rolesOf, sender } from './newcomers.ts';

let world: World;
const first = hsaIdOf('auditor');

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const give = (staff: string) =>
  sender(world, giveProviderRole, { providerId: provider })('careProviderAdmin', staff, 'auditor');
const withdraw = (staff: string, as: 'careProviderAdmin' | 'nationalAdmin' = 'careProviderAdmin') =>
  sender(world, withdrawProviderRole, { providerId: provider })(as, staff, 'auditor');

describe('ORG-6 LOG-19 the last auditor of a provider', () => {
  it('is not withdrawn by the provider’s administrator, and another can be', async () => {
    expect(outcome(await withdraw(first))).toBe('409 last-auditor');
    expect(await rolesOf(world, first)).toEqual(['auditor']);
    const second = newcomer(world);
    expect(outcome(await give(second))).toBe('201');
    expect(outcome(await withdraw(second))).toBe('201');
    expect(outcome(await withdraw(first))).toBe('409 last-auditor');
  });

  it('remains where the last two are withdrawn at once', async () => {
    const second = newcomer(world);
    await give(second);
    const token = await login('careProviderAdmin');
    const body = { staff: second, role: 'auditor' };
    const received = await world.call(
      withdrawProviderRole,
      { params: { providerId: provider }, body, token },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand') await withdraw(first);
        },
      },
    );
    expect(outcome(received)).toBe('412 version-mismatch');
    expect(await rolesOf(world, second)).toEqual(['auditor']);
    expect(outcome(await withdraw(second))).toBe('409 last-auditor');
    expect(outcome(await give(first))).toBe('201');
    expect(outcome(await withdraw(second))).toBe('201');
  });

  it('is national management’s to withdraw', async () => {
    expect(outcome(await withdraw(first, 'nationalAdmin'))).toBe('201');
    expect(await rolesOf(world, first)).toEqual([]);
    expect(outcome(await give(first))).toBe('201');
  });
});
