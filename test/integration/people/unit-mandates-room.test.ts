import { beforeAll, describe, expect, it } from 'vitest';
import { registerMandate } from '../../../functions/people/mandates/register-mandate.ts';
import { mostOpenMandates } from '../../../shared/domain/open-mandates.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { anApproval, loginElsewhere, residents, seedPeople, units } from '../../support/people.ts';
import { runningInstance } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { inAYear, MandateDesk } from './mandate-desk.ts';

const resident = residents.approved;

let world: World;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  await runningInstance(world);
});

describe('ID-7 ORG-1 a mandate that one administrator has registered', () => {
  it('is one of so many that wait at the unit, and none of the resident’s own', async () => {
    const waiting: unknown[] = [];
    for (let at = 0; at < mostOpenMandates.registered; at += 1)
      waiting.push((await desk.register()).body['mandateId']);
    expect((await desk.register()).body.code).toBe('mandate-limit-reached');
    for (let at = 0; at < mostOpenMandates.giver - 1; at += 1)
      expect((await desk.give(['view'])).status).toBe(201);
    // Another unit is told nothing of either.
    await world.have(entities.approval, anApproval(world, resident, { unit: units.elsewhere }));
    const elsewhere = await world.call(registerMandate, {
      params: { unitId: units.elsewhere },
      body: { resident, proxy: residents.proxy, purposes: ['view'], validTo: inAYear(), reason: 'R' },
      token: await loginElsewhere('residentAdmin'),
    });
    expect(elsewhere.status).toBe(201);
    const [first, second] = waiting;
    expect((await desk.confirm(first)).status).toBe(201);
    expect((await desk.confirm(second)).body.code).toBe('mandate-limit-reached');
    expect((await desk.withdraw(second)).status).toBe(201);
    for (let at = 0; at < 2; at += 1) expect((await desk.register()).status).toBe(201);
    expect((await desk.register()).body.code).toBe('mandate-limit-reached');
  });
});
