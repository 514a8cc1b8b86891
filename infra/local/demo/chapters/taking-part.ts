import { staff } from '../../data/demo-data.ts';
import { chapter, see, take } from '../client.ts';

/** Another practitioner of the unit needs a reason, or somebody who adds them (CARE-17). */
export const takePart = async (instanceId: string): Promise<void> => {
  chapter('A colleague opens the moment, and takes part in it');
  const path = `/instances/${instanceId}` as const;
  const colleague = staff.protectedPractitioner;
  const opening = { as: 'protectedPractitioner', request: `GET ${path}` } as const;
  const removing = {
    as: 'practitioner',
    request: `POST ${path}/participant-removals`,
    body: { staff: colleague },
    expect: 201,
  } as const;
  await take({ ...opening, says: 'a colleague has no part in it', expect: 'participation-missing' });
  await take({
    says: 'and states why they must read it now',
    as: 'protectedPractitioner',
    request: `POST ${path}/reasoned-openings`,
    body: { reason: { code: 'other', text: 'Invånaren ringde mottagningen' } },
    expect: 201,
  });
  await take({ ...opening, says: 'then it opens', expect: 200 });
  await take({
    says: 'but they add nobody to it',
    as: 'protectedPractitioner',
    request: `POST ${path}/participants`,
    body: { staff: colleague, as: 'colleague' },
    expect: 'participation-missing',
  });
  await take({
    says: 'the practitioner responsible adds them as a stand-in',
    as: 'practitioner',
    request: `POST ${path}/participants`,
    body: { staff: colleague, as: 'stand-in' },
    expect: 201,
  });
  const listed = await take({
    says: 'who takes part is listed',
    as: 'residentAdmin',
    request: `GET ${path}/participants`,
    expect: 200,
  });
  const [row] = listed.body['participants'] as { as: string; name?: string }[];
  see('the stand-in without a name, which is protected', row?.as === 'stand-in' && !row.name, listed.body);
  await take({ ...removing, says: 'and taken out again' });
  await take({ ...opening, says: 'after that it is closed to them', expect: 'participation-missing' });
};
