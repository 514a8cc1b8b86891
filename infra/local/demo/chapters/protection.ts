import { people, units } from '../../data/demo-data.ts';
import { approveAndStart } from '../acts/starting.ts';
import { chapter, see, take } from '../client.ts';

const name = 'Hemliden';

/** Staff work with a protected resident without being shown who it is (ID-9). */
export const meetProtectedResident = async (momentId: string): Promise<void> => {
  chapter('A resident with protected identity');
  const instanceId = await approveAndStart('a protected resident', people.protectedResident, momentId);
  const looking = { as: 'practitioner', expect: 200 } as const;
  const opened = await take({
    ...looking,
    says: 'the practitioner opens it',
    request: `GET /instances/${instanceId}`,
  });
  const listed = await take({
    says: 'the resident administrator lists the approved',
    as: 'residentAdmin',
    request: `GET /units/${units.care}/approvals`,
    expect: 200,
  });
  for (const { body } of [opened, listed]) {
    const text = JSON.stringify(body);
    see(
      'neither name nor number is shown, only that they are protected',
      !text.includes(people.protectedResident) && !text.includes(name) && text.includes('"protected":true'),
      body,
    );
  }
};
