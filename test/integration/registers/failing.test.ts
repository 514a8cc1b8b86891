import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listMyUnits } from '../../../functions/people/list-my-units.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import type { RegisterMode } from '../../../infra/local/registers/register-mode.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { type Running, runningInstance, startedInstance, succeed } from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();

let world: World;
let running: Running;
let childs: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  await world.call(approveResident, {
    params: { unitId: units.care },
    body: { personnummer: residents.child, scope: 'all-services' },
    token: await login('residentAdmin'),
  });
  childs = await startedInstance(world, running.momentId, residents.child);
  // The first look leaves its mark, which is no register’s matter.
  await succeed(world, openMyInstance, {
    params: { instanceId: childs.instanceId },
    token: await loginResident('child'),
  });
});

afterEach(() => {
  world.registers.behave('well');
  world.startAnew();
});

const care = { unitId: units.care };
const opening = (): Sent => ({ params: { instanceId: running.instanceId } });

/** Everything that rests on a register’s answer, and what it is when none comes. */
const resting: [string, UseCase, () => Promise<Sent>, string][] = [
  [
    'ID-3 a commission',
    openInstance,
    async () => ({ ...opening(), token: await login('practitioner') }),
    '503 register-unavailable',
  ],
  [
    'ID-4 approving',
    approveResident,
    async () => ({
      params: care,
      body: { personnummer: residents.unapproved, scope: 'all-services' },
      token: await login('residentAdmin'),
    }),
    '503 register-unavailable',
  ],
  [
    'ID-4 starting',
    startInstance,
    async () => ({
      params: care,
      body: {
        personnummer: residents.approved,
        momentId: running.momentId,
        major: 1,
        practitioner: hsaIdOf('practitioner'),
      },
      token: await login('practitioner'),
    }),
    '503 register-unavailable',
  ],
  [
    'ID-6 custody',
    openMyInstance,
    async () => ({
      params: { instanceId: childs.instanceId },
      token: await loginResident('guardian'),
      headers: { 'Acting-For': residents.child },
    }),
    '503 register-unavailable',
  ],
  [
    'ID-7 giving a mandate',
    giveMandate,
    async () => ({
      body: { proxy: residents.proxy, purposes: ['view'], validTo: inAYear },
      token: await loginResident('approved'),
    }),
    '503 register-unavailable',
  ],
  [
    'ID-9 services in the county',
    listMyUnits,
    async () => ({ token: await loginResident('approved') }),
    '503 register-unavailable',
  ],
  [
    'ORG-7 giving a role',
    giveUnitRole,
    async () => ({
      params: care,
      body: { staff: hsaIdOf('roleless'), role: 'practitioner' },
      token: await login('authorizationAdmin'),
    }),
    '503 register-unavailable',
  ],
  [
    'ORG-6 and who has no role is still told so',
    openInstance,
    async () => ({ ...opening(), token: await loginElsewhere('practitioner') }),
    '404 not-found',
  ],
  [
    'ID-1 while what needs no register goes on',
    listMyInstances,
    async () => ({ token: await loginResident('approved') }),
    '200 ',
  ],
  [
    'and a child’s own login too',
    openMyInstance,
    async () => ({ params: { instanceId: childs.instanceId }, token: await loginResident('child') }),
    '200 ',
  ],
];

const kept = async () => JSON.stringify([await world.all('organisation'), await world.all('instances')]);

describe.each<[string, RegisterMode]>([
  ['that hangs', 'hang'],
  ['that never finishes its answer', 'slow-body'],
  ['that answers garbage', 'garbage'],
  ['that answers 500', 'error'],
])('a register %s', (_, mode) => {
  it.each(resting)('%s', async (__, useCase, sentBy, expected) => {
    const sent = await sentBy();
    const before = await kept();
    world.startAnew(250);
    world.registers.behave(mode);
    const { status, body, headers } = await world.call(useCase, sent);
    expect(`${status} ${body.code ?? ''}`).toBe(expected);
    if (status === 503) expect(headers['retry-after']).toBe('1');
    expect(JSON.stringify([body, world.logLines])).not.toContain(residents.approved);
    expect(await kept()).toBe(before);
  });
});
