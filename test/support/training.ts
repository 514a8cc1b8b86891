import { startInstance } from '../../functions/care/instances/start-instance.ts';
import { activateMoment } from '../../functions/catalogue/activations/activate-moment.ts';
import { approveResident } from '../../functions/people/approve-resident.ts';
import { commissionOf, haveRole, login, provider, residents, units } from './people.ts';
import { type Running, succeed } from './story.ts';
import { staffToken } from './tokens.ts';
import type { World } from './world.ts';

/** Who teaches at the training unit: practitioner and resident administrator there, with a commission on it. */
export const teacher = 'TST5565594230-TEA1';

export const loginTeacher = (): Promise<string> =>
  staffToken({ hsaId: teacher, provider, commission: commissionOf(teacher) });

export const seedTeacher = async (world: World): Promise<void> => {
  const commission = {
    ...{ hsaId: commissionOf(teacher), unit: units.training, provider },
    ...{ purpose: 'Utbildning', validFrom: '2020-01-01T00:00:00Z' },
  };
  world.registers.staff.set(teacher, {
    ...{ hsaId: teacher, name: 'Tea Lärare', protected: false, commissions: [commission] },
  });
  for (const role of ['practitioner', 'resident-admin', 'data-admin'] as const)
    await haveRole(world, { staff: teacher, role, provider, unit: units.training });
};

/** A published moment, active at the training unit and running there for the test resident. */
export const practice = async (world: World, momentId: string): Promise<Running> => {
  const params = { unitId: units.training };
  await succeed(world, activateMoment, {
    ...{ params, body: { momentId, momentVersion: '1.0' }, token: await login('careProviderAdmin') },
  });
  const token = await loginTeacher();
  const personnummer = residents.test;
  await succeed(world, approveResident, {
    ...{ params, body: { personnummer, scope: 'support-and-treatment' }, token },
  });
  const { body } = await succeed(world, startInstance, {
    ...{ params, body: { personnummer, momentId, major: 1, practitioner: teacher }, token },
  });
  return { momentId, instanceId: body['instanceId'] as string };
};
