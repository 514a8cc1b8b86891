import { staff, units } from '../../data/demo-data.ts';
import { chapter, type Step, see, take } from '../client.ts';

const unit = `/units/${units.care}` as const;
const asked = (verb: 'roles' | 'role-withdrawals', of: string, role: string) =>
  ({ request: `POST ${unit}/${verb}`, body: { staff: of, role } }) as const;

const giveBack = (step: Pick<Step, 'says' | 'as'>, of: string, role: string) =>
  take({ ...step, ...asked('roles', of, role), expect: 201, orDone: 'already-exists' });

const withdrawPractitioner = async (instanceId: string): Promise<void> => {
  const opening = { as: 'practitioner', request: `GET /instances/${instanceId}` } as const;
  await take({ ...opening, says: 'the practitioner opens a moment', expect: 200 });
  await take({
    ...asked('role-withdrawals', staff.practitioner, 'practitioner'),
    says: 'the authorization administrator withdraws the role',
    as: 'authorizationAdmin',
    expect: 201,
  });
  try {
    // Who may not act there may not know what is there either.
    await take({ ...opening, says: 'at the next request it is gone', expect: 'not-found' });
  } finally {
    const says = 'the role is given back';
    await giveBack({ says, as: 'authorizationAdmin' }, staff.practitioner, 'practitioner');
  }
  await take({ ...opening, says: 'and holds at once', expect: 200 });
};

const keepOneAdministrator = async (): Promise<void> => {
  const without = asked('role-withdrawals', staff.authorizationAdmin2, 'authorization-admin');
  const first = await take({
    ...without,
    says: 'one of the two authorization administrators goes',
    as: 'authorizationAdmin',
    expect: 201,
  });
  try {
    see(
      'with the advice to have two',
      JSON.stringify(first.body['advice']).includes('two-administrators'),
      first.body,
    );
    await take({
      ...asked('role-withdrawals', staff.authorizationAdmin, 'authorization-admin'),
      says: 'the last one stays',
      as: 'careProviderAdmin',
      expect: 'last-administrator',
    });
  } finally {
    const says = 'the second comes back';
    await giveBack({ says, as: 'careProviderAdmin' }, staff.authorizationAdmin2, 'authorization-admin');
  }
};

const lookAtRoles = async (): Promise<void> => {
  const looking = { as: 'authorizationAdmin', expect: 200 } as const;
  const { body } = await take({
    ...looking,
    says: 'the administrator reads who has which role',
    request: `GET ${unit}/roles`,
  });
  const rows = body['roles'] as { staff: string; name?: string }[];
  const nameOf = (hsaId: string) => rows.find((row) => row.staff === hsaId)?.name;
  see('with the names that the staff directory has', nameOf(staff.practitioner) === 'Petra Raskmark', rows);
  see('but not the protected one’s', nameOf(staff.protectedPractitioner) === undefined, rows);
  const changes = await take({
    ...looking,
    says: 'and who changed what, newest first',
    request: `GET ${unit}/role-changes`,
  });
  const [newest] = changes.body['changes'] as { act: string; by: string }[];
  see('which names who did it', newest?.act === 'given' && newest.by === staff.careProviderAdmin, newest);
};

/** Roles are read at every request, and nobody can help themselves to one (ORG-6). */
export const changeRoles = async (instanceId: string): Promise<void> => {
  chapter('Roles are withdrawn and given');
  await withdrawPractitioner(instanceId);
  await take({
    ...asked('roles', staff.authorizationAdmin, 'practitioner'),
    says: 'nobody gives themselves a role',
    as: 'authorizationAdmin',
    expect: 'self-role-change',
  });
  await keepOneAdministrator();
  await lookAtRoles();
};
