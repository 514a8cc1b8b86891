import { beforeEach, describe, expect, it } from 'vitest';
import { categoriseInstance } from '../../../../functions/care/categories/categorise-instance.ts';
import { listUnitCategories } from '../../../../functions/care/categories/list-unit-categories.ts';
import { setUnitCategories } from '../../../../functions/care/categories/set-unit-categories.ts';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { listUnitInstances } from '../../../../functions/care/lists/list-unit-instances.ts';
import type { ShownCategory } from '../../../../shared/domain/care/unit-categories.ts';
import { login, seedPeople, units } from '../../../support/people.ts';
import { runningInstance, succeed } from '../../../support/story.ts';
import { rows, World } from '../../../support/world.ts';
import { haveLike } from './listed.ts';

let world: World;
let instanceId: string;
let administrator: string;
let practitioner: string;
const params = { unitId: units.care };

beforeEach(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ instanceId } = await runningInstance(world));
  administrator = await login('residentAdmin');
  practitioner = await login('practitioner');
});

const set = (categories: readonly object[], etag = '"0"') =>
  world.call(setUnitCategories, {
    ...{ params, body: { categories }, token: administrator, headers: { 'If-Match': etag } },
  });
const made = async (...names: string[]): Promise<ShownCategory[]> =>
  (await set(names.map((name) => ({ name })))).body['categories'] as ShownCategory[];
const put = (categories: readonly string[], token = practitioner, of = instanceId) =>
  world.call(categoriseInstance, { params: { instanceId: of }, body: { categories }, token });
const listed = async (query: Record<string, string> = {}) =>
  rows(await succeed(world, listUnitInstances, { params, query, token: practitioner }), 'instances');
const idsOf = (categories: readonly ShownCategory[]) => categories.map(({ categoryId }) => categoryId);

describe('CARE-14 the unit’s own categories', () => {
  it('are made, renamed and removed together, and listed by name', async () => {
    const [later, waits] = await made('Väntar', 'Efteråt');
    expect([later?.name, waits?.name]).toEqual(['Efteråt', 'Väntar']);
    const kept = { categoryId: waits?.categoryId, name: 'Avvaktar' };
    expect((await set([kept, { name: 'Ny' }], '"1"')).status).toBe(200);
    const list = await succeed(world, listUnitCategories, { params, token: practitioner });
    expect(list.body['categories']).toEqual([kept, { categoryId: expect.any(String), name: 'Ny' }]);
    expect(list.headers).toMatchObject({ etag: '"2"' });
    expect(await set([], '"1"')).toMatchObject({ status: 412 });
  });

  it.each([
    ['two of one name', [{ name: 'Väntar' }, { name: 'VÄNTAR' }], 'category-twice'],
    ['one that is not there', [{ categoryId: crypto.randomUUID(), name: 'Väntar' }], 'category-unknown'],
    ['a name of more than sixty characters', [{ name: 'x'.repeat(61) }], 'text-length'],
  ])('are not %s', async (_, categories, code) => {
    expect(await set(categories)).toMatchObject({ status: 400, body: { errors: [{ code }] } });
  });

  it('are thirty at most', async () => {
    const many = Array.from({ length: 31 }, (_, at) => ({ name: `K${at}` }));
    expect((await set(many)).status).toBe(400);
    expect((await set(many.slice(1))).status).toBe(200);
  });
});

describe('CARE-14 a moment in categories', () => {
  it('is put there by who takes part in it or an administrator, and found by them', async () => {
    const [first, second] = await made('A', 'B');
    await haveLike(world, instanceId, [{}]);
    const both = idsOf([first, second] as ShownCategory[]);
    expect(await put(both)).toMatchObject({ status: 200 });
    expect((await world.activities()).at(-1)).toMatchObject({ activity: 'instance-categorised' });
    const [found, ...others] = await listed({ categoryId: String(second?.categoryId) });
    expect(found).toMatchObject({ instanceId, categories: [first, second] });
    expect(others).toEqual([]);
    expect((await put([], administrator)).status).toBe(200);
    expect(await listed({ categoryId: String(second?.categoryId) })).toEqual([]);
    expect(await put(both, await login('colleague'))).toMatchObject({ status: 403 });
  });

  it('is in none that was removed, without being written', async () => {
    const [first, second] = await made('A', 'B');
    await put(idsOf([first, second] as ShownCategory[]));
    const before = await world.runtime.stores.instances.instance(instanceId);
    await set([{ categoryId: first?.categoryId, name: 'Annat' }], '"1"');
    expect(await listed()).toMatchObject([{ categories: [{ ...first, name: 'Annat' }] }]);
    expect(await world.runtime.stores.instances.instance(instanceId)).toEqual(before);
  });

  it('is put in no more than three, in none of another’s, and in none once it has ended', async () => {
    const four = idsOf(await made('A', 'B', 'C', 'D'));
    expect((await put(four)).status).toBe(400);
    expect((await put(four.slice(1))).status).toBe(200);
    expect(await put([crypto.randomUUID()])).toMatchObject({
      ...{ status: 400, body: { errors: [{ pointer: '/body/categories', code: 'category-unknown' }] } },
    });
    const body = { reason: 'completed' };
    await succeed(world, endInstance, { params: { instanceId }, body, token: practitioner });
    expect(await put([])).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
  });
});
