import { beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { activatedOn, approvedResident, publishedMoment, succeed } from '../../support/story.ts';
import { unitsWrittenBy } from '../../support/units-written.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let momentId: string;

const practitionerElsewhere = 'TST5560000167-PRA9';

const activatedElsewhere = async (): Promise<void> => {
  const params = { unitId: units.elsewhere };
  await succeed(world, activateMoment, {
    ...{ params, body: { momentId, momentVersion: '1.0' } },
    token: await loginElsewhere('careProviderAdmin'),
  });
  await succeed(world, approveResident, {
    ...{ params, body: { personnummer: residents.approved, scope: 'all-services' } },
    token: await loginElsewhere('residentAdmin'),
  });
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await publishedMoment(world, [provider, otherProvider]);
  await activatedOn(world, momentId);
  await approvedResident(world);
  await activatedElsewhere();
});

const starting = (unitId: string, practitioner: string, token: string): Sent => ({
  params: { unitId },
  body: { personnummer: residents.approved, momentId, major: 1, practitioner },
  token,
});

describe('CARE-1 a start writes so much and no more, by DynamoDB’s own account', () => {
  // Four of them for the two indexes in which the lists of staff find it (CARE-14).
  it('twenty-four units on a unit of the region', async () => {
    const sent = starting(units.care, hsaIdOf('practitioner'), await login('practitioner'));
    expect(await unitsWrittenBy(world, startInstance, sent)).toBeLessThanOrEqual(24);
  });

  it('and two for the agreement of a private provider', async () => {
    const sent = starting(units.elsewhere, practitionerElsewhere, await loginElsewhere('practitioner'));
    expect(await unitsWrittenBy(world, startInstance, sent)).toBeLessThanOrEqual(26);
  });
});
