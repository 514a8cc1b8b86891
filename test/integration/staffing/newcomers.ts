import type { Commission } from '../../../shared/domain/directory-person.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { commissionOf, given, login, provider, type StaffName, units } from '../../support/people.ts';
import { staffToken } from '../../support/tokens.ts';
import type { Received, World } from '../../support/world.ts';

let count = 0;

interface Newcomer {
  readonly protected?: boolean;
  /** Instead of one on `unit` that is valid now. */
  readonly commissions?: readonly Commission[];
}

/** A commission on the unit that is valid now. */
export const aCommission = (staff: string, more: Partial<Commission> = {}): Commission => ({
  hsaId: commissionOf(staff),
  unit: units.care,
  provider,
  purpose: 'Vård och behandling',
  ...more,
});

/** Someone whom HSA knows and we do not; always another, for what HSA says of a person is kept for a minute. */
export const newcomer = (world: World, unit = units.care, more: Newcomer = {}): string => {
  count += 1;
  const hsaId = `TST5565594230-NEW${String(count).padStart(3, '0')}`;
  world.registers.staff.set(hsaId, {
    ...{ hsaId, name: `Ny ${count}`, protected: more.protected ?? false },
    commissions: [...(more.commissions ?? [aCommission(hsaId, { unit })])],
  });
  return hsaId;
};

/** Their token, with their commission chosen. */
export const loginAs = (hsaId: string): Promise<string> =>
  staffToken({ hsaId, provider, commission: commissionOf(hsaId) });

/** A newcomer with a role on a unit of the region. */
export const holderOf = async (world: World, role: Role, unit: string): Promise<string> => {
  const staff = newcomer(world, unit);
  await world.have(entities.roleAssignment, { staff, role, provider, unit, ...given });
  return staff;
};

/** A unit’s administrators, as if they had been given the role: assignments and the item that lists them. */
export const administratorsAre = async (world: World, unit: string, staff: string[], version = 1) => {
  const role = 'authorization-admin' as const;
  for (const one of staff)
    await world.have(entities.roleAssignment, { staff: one, role, provider, unit, ...given });
  await world.have(entities.administrators, { unit, staff }, version);
};

/** Sends `{staff, role}` to a unit or a provider, as one of the people or with a token. */
export const sender =
  (world: World, useCase: UseCase, place: Record<string, string>) =>
  async (as: StaffName | { readonly token: string }, staff: string, role: string): Promise<Received> =>
    world.call(useCase, {
      params: place,
      body: { staff, role },
      token: typeof as === 'string' ? await login(as) : as.token,
    });

export const outcome = ({ status, body }: Received): string => `${status} ${body.code ?? ''}`.trimEnd();

/** Roles a person holds, as the table has them. */
export const rolesOf = async (world: World, staff: string): Promise<unknown[]> =>
  (await world.all('organisation'))
    .filter((item) => item['type'] === 'RoleAssignment' && item['staff'] === staff)
    .map(({ role }) => role)
    .toSorted();
