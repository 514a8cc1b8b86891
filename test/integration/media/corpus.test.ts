import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus } from '../../support/media-files/corpus.ts';
import { seedPeople } from '../../support/people.ts';
import { newMoment } from '../../support/story.ts';
import { lying, seen, uploaded } from '../../support/upload.ts';
import { World } from '../../support/world.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
});
afterAll(() => world.objects.server.stop());

describe('MED-3 a file as devices and people make them', () => {
  it.each(corpus)('$says → $verdict', async ({ file, verdict }) => {
    const { params } = await uploaded(world, momentId, file);
    const { body } = await seen(world, params);
    const rejection = body['rejection'] as { code: string } | undefined;
    expect(rejection?.code ?? body['state']).toBe(verdict);
    const published = verdict === 'available' ? 1 : 0;
    expect(await lying(world, params)).toEqual({ quarantine: 0, published });
  });
});
