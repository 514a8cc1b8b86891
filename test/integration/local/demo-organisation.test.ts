import { expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { entryOf } from '../../../infra/functions/function-source.ts';
import { matchRoute } from '../../../infra/local/api/route-matcher.ts';
import {
  nationalManagement,
  privateProvider,
  region,
  staff,
  units,
} from '../../../infra/local/data/demo-data.ts';
import { isSetUp, setUpOrganisation } from '../../../infra/local/demo/acts/organisation.ts';
import type { Step, Take } from '../../../infra/local/demo/client.ts';
import { personas } from '../../../infra/local/identity/personas.ts';
import { readRegisterData } from '../../../infra/local/registers/register-data.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { staffToken } from '../../support/tokens.ts';
import { World } from '../../support/world.ts';

const tokenOf = ({ as, claims: overrides }: Step): Promise<string> => {
  if (!as) throw new Error('The set-up is nobody’s without a login');
  const claims: Readonly<Record<string, unknown>> = { ...personas[as].claims, ...overrides };
  return staffToken({
    hsaId: String(claims['employeeHsaId']),
    provider: String(claims['healthCareProviderHsaId']),
    commission: String(claims['commissionHsaId']),
  });
};

/** The registers as `npm start` has them, and no organisation. */
const emptyWorld = async (): Promise<World> => {
  const world = await World.create();
  const known = await readRegisterData();
  for (const one of known.persons) world.registers.persons.set(one.personnummer, one);
  for (const one of known.staff) world.registers.staff.set(one.hsaId, one);
  return world;
};

/** Takes a step through the pipeline instead of over HTTP. */
const takeIn =
  (world: World, taken: string[]): Take =>
  async (step) => {
    const [method = '', path = ''] = step.request.split(' ');
    const match = matchRoute(routes, method, path);
    if (match.kind !== 'found') throw new Error(`No route for ${step.request}`);
    const { folder, contract } = match.route;
    const file = new URL(`../../../${entryOf({ folder, name: contract.operationId })}`, import.meta.url);
    const module = (await import(file.href)) as Record<string, UseCase>;
    const { status, headers, body } = await world.call(module[contract.operationId] as UseCase, {
      params: match.params,
      token: await tokenOf(step),
      ...(step.body === undefined ? {} : { body: step.body }),
      ...(step.headers ? { headers: step.headers } : {}),
    });
    const done = step.orDone !== undefined && body.code === step.orDone;
    if (status !== step.expect && !done) throw new Error(`${step.says}: ${status} ${JSON.stringify(body)}`);
    taken.push(done ? 'done before' : `${status}`);
    return { etag: headers['etag'] ?? '', body, result: `${status}` };
  };

const organisationIn = async (world: World) =>
  (await world.all('organisation')).map(({ pk, sk, type, version }) => ({ pk, sk, type, version }));

test('from nothing, every step of the set-up is taken once', async () => {
  const world = await emptyWorld();
  const taken: string[] = [];
  expect(await isSetUp(takeIn(world, []))).toBe(false);
  await setUpOrganisation(takeIn(world, taken));
  expect(taken).not.toContain('done before');
  expect(await isSetUp(takeIn(world, []))).toBe(true);
  const outcomes = (await world.activities()).map(({ outcome }) => outcome);
  expect(new Set(outcomes)).toEqual(new Set(['performed']));
});

test('set up again, it changes nothing but the agreements, which are made anew', async () => {
  const world = await emptyWorld();
  await setUpOrganisation(takeIn(world, []));
  const before = await organisationIn(world);
  const taken: string[] = [];
  await setUpOrganisation(takeIn(world, taken));
  expect(new Set(taken)).toEqual(new Set(['done before', '200']));
  const after = await organisationIn(world);
  const changed = after.filter(
    (item) => !before.some((earlier) => JSON.stringify(earlier) === JSON.stringify(item)),
  );
  expect(changed.map(({ type }) => type)).toEqual(['ServiceAgreement', 'Agreement']);
  expect(after).toHaveLength(before.length);
});

test.each([5, 20, 40])(
  'broken off after %d steps, it is not taken for done, and is completed',
  async (steps) => {
    const world = await emptyWorld();
    const taken: string[] = [];
    const take = takeIn(world, taken);
    const untilBroken: Take = (step) =>
      taken.length < steps ? take(step) : Promise.reject(new Error('Broken off'));
    await expect(setUpOrganisation(untilBroken)).rejects.toThrow('Broken off');
    expect(await isSetUp(takeIn(world, []))).toBe(false);
    await setUpOrganisation(takeIn(world, []));
    expect(await isSetUp(takeIn(world, []))).toBe(true);
  },
);

test('every unit is open, with two authorization administrators where it lies in the region', async () => {
  const world = await emptyWorld();
  await setUpOrganisation(takeIn(world, []));
  const items = await world.all('organisation');
  const found = items.filter(({ type }) => type === 'Unit');
  expect(new Set(found.map(({ hsaId }) => hsaId))).toEqual(new Set(Object.values(units)));
  expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['active']));
  for (const { hsaId, provider } of found)
    if (provider === region)
      expect(items).toContainEqual(
        expect.objectContaining({
          type: 'Administrators',
          unit: hsaId,
          staff: [staff.authorizationAdmin, staff.authorizationAdmin2],
        }),
      );
});

test('every provider with an auditor is left with one, whoever administers it (ORG-6)', async () => {
  const world = await emptyWorld();
  await setUpOrganisation(takeIn(world, []));
  const listed = (await world.all('organisation')).filter(({ type }) => type === 'Auditors');
  expect(new Map(listed.map((item) => [item['provider'], item['staff']]))).toEqual(
    new Map([
      [region, [staff.auditor]],
      [privateProvider, [staff.privateAuditor]],
      [nationalManagement, [staff.nationalAuditor]],
    ]),
  );
  const withdrawal = (as: 'careProviderAdmin' | 'privateCareProviderAdmin', of: string, auditor: string) => ({
    ...{ says: 'An administrator takes the last auditor away', as, expect: 409 },
    ...{
      request: `POST /providers/${of}/role-withdrawals` as const,
      body: { staff: auditor, role: 'auditor' },
    },
  });
  for (const step of [
    withdrawal('careProviderAdmin', region, staff.auditor),
    withdrawal('privateCareProviderAdmin', privateProvider, staff.privateAuditor),
  ])
    expect((await takeIn(world, [])(step)).body).toMatchObject({ code: 'last-auditor' });
});
