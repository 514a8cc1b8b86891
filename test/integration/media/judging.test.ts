import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanUpload } from '../../../infra/local/object-store/scanner.ts';
import { found } from '../../../shared/domain/found.ts';
import type { Media } from '../../../shared/domain/media/media.ts';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { provider, seedPeople, units } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { newMoment } from '../../support/story.ts';
import {
  type Announced,
  announce,
  eventsOf,
  lying,
  picture,
  seen,
  send,
  settle,
  tell,
} from '../../support/upload.ts';
import { World } from '../../support/world.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
});

const rowOf = async ({ params }: Announced) =>
  found(await world.runtime.stores.moments.media(params.momentId, params.mediaId));
const stateOf = async (announced: Announced) => (await rowOf(announced)).value.state;

const sent = async () => {
  const announced = await announce(world, momentId);
  await send(announced);
  const [created] = eventsOf(world, announced.params);
  return { announced, created: found(created) };
};

/** Sent and scanned, with nobody told yet: what happened, in order. */
const scanned = async () => {
  const { announced, created } = await sent();
  await scanUpload(world.objects.server, created);
  const tagged = found(eventsOf(world, announced.params).at(-1));
  return { announced, created, tagged };
};

const change = async (announced: Announced, to: Partial<Media>) => {
  const { value, version } = await rowOf(announced);
  await world.have(entities.media, { ...value, ...to }, version + 1);
};

/** All that was ever put where links lead: the bucket keeps what it replaces. */
const copies = async ({ params }: Announced) => {
  const { files, buckets } = world.objects.server;
  return (await files.versions({ bucket: buckets.published, key: objectKey(params) })).length;
};

const judgements = async ({ params }: Announced) =>
  (await world.activities()).filter(
    ({ activity, resource }) => activity === 'media-verified' && resource?.['mediaId'] === params.mediaId,
  );

describe('MED-4 an upload', () => {
  it('waits while it is not scanned, and is judged when it is', async () => {
    const { announced, created } = await sent();
    await tell(world, created);
    expect(await stateOf(announced)).toBe('scanning');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 1, published: 0 });
    await scanUpload(world.objects.server, created);
    await tell(world, found(eventsOf(world, announced.params).at(-1)));
    expect(await stateOf(announced)).toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
  });

  it('is judged by a system function, in an activity that is kept and not logged', async () => {
    const { announced, tagged } = await scanned();
    await tell(world, tagged);
    expect(await judgements(announced)).toEqual([
      expect.objectContaining({
        ...{ outcome: 'performed', logged: false, provider, unit: units.publisher },
        actor: { kind: 'system', function: 'verifyUpload' },
        resource: announced.params,
      }),
    ]);
    const item = (await world.all('moments')).find(({ mediaId }) => mediaId === announced.params.mediaId);
    expect(item?.['activityId']).toBe((await judgements(announced))[0]?.eventId);
  });

  it.each(['UNSUPPORTED', 'FAILED', 'ACCESS_DENIED'])(
    'that the scanner calls %s is rejected',
    async (verdict) => {
      const { announced, created } = await sent();
      const tags = { GuardDutyMalwareScanStatus: verdict };
      await world.objects.server.tag('quarantine', { key: objectKey(announced.params) }, tags);
      await tell(world, created);
      expect((await seen(world, announced.params)).body).toMatchObject({
        state: 'rejected',
        rejection: { code: 'unscannable' },
      });
      expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
    },
  );
});

describe('MED-3 MED-4 what storage tells, twice, late or in any order', () => {
  it('comes to the same when every event comes three times, the last ones first', async () => {
    const { announced, created, tagged } = await scanned();
    for (const event of [tagged, created, tagged, created, created, tagged]) await tell(world, event);
    expect(await stateOf(announced)).toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
    expect((await judgements(announced)).length).toBe(1);
  });

  it('comes to the same when all are told at once', async () => {
    const { announced, created, tagged } = await scanned();
    await Promise.allSettled([tagged, created, tagged, created].map((event) => tell(world, event)));
    // What failed meanwhile is told again.
    await tell(world, tagged);
    expect(await stateOf(announced)).toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
    expect((await judgements(announced)).length).toBe(1);
  });

  it('lies once where links lead, though both events find it clean and undecided', async () => {
    const { announced, created, tagged } = await scanned();
    let told = false;
    await tell(world, tagged, {
      async before({ command }) {
        if (!command.startsWith('TransactWrite') || told) return;
        told = true;
        await tell(world, created);
      },
    });
    expect(told).toBe(true);
    expect(await stateOf(announced)).toBe('available');
    expect(await copies(announced)).toBe(1);
  });

  it('lies once where links lead, however many are told at the same instant', async () => {
    const { announced, created, tagged } = await scanned();
    await Promise.allSettled([tagged, created, tagged, created].map((event) => tell(world, event)));
    await tell(world, tagged);
    expect(await copies(announced)).toBe(1);
  });

  it('lies once where links lead and is judged once, in whatever order and however often both are told', async () => {
    const round = fc.array(fc.constantFrom('created' as const, 'tagged' as const), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 4 }), async (rounds) => {
        const { announced, ...events } = await scanned();
        for (const told of rounds) await Promise.allSettled(told.map((name) => tell(world, events[name])));
        // What failed meanwhile is told again.
        await tell(world, events.tagged);
        expect(await stateOf(announced)).toBe('available');
        expect(await copies(announced)).toBe(1);
        expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
        expect((await judgements(announced)).length).toBe(1);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(['available', 'rejected'] as const)(
    'a second upload to a file already %s is thrown away and changes nothing',
    async (state) => {
      const first = await scanned();
      await tell(world, first.tagged);
      await change(first.announced, { state });
      const before = await rowOf(first.announced);
      await send(first.announced);
      const second = found(eventsOf(world, first.announced.params).at(-1));
      expect(second.versionId).not.toBe(first.created.versionId);
      await scanUpload(world.objects.server, second);
      for (const event of [second, found(eventsOf(world, first.announced.params).at(-1))])
        await tell(world, event);
      expect(await rowOf(first.announced)).toEqual(before);
      expect(await lying(world, first.announced.params)).toEqual({ quarantine: 0, published: 1 });
    },
  );

  it('an upload to a file that was removed meanwhile is thrown away', async () => {
    const { announced, created, tagged } = await scanned();
    await world.lose(entities.media, (await rowOf(announced)).value);
    for (const event of [created, tagged]) await tell(world, event);
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
  });

  it('a file removed in the very moment it is accepted is not left where links lead', async () => {
    const { announced, tagged } = await scanned();
    let removed = false;
    await tell(world, tagged, {
      async before({ command }) {
        if (!command.startsWith('TransactWrite') || removed) return;
        removed = true;
        await world.lose(entities.media, (await rowOf(announced)).value);
      },
    });
    expect(removed).toBe(true);
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
  });

  it('a file whose draft is deleted in the very moment it is accepted is not left where links lead', async () => {
    const own = (await newMoment(world)).params.momentId;
    const announced = await announce(world, own);
    await send(announced);
    const [created] = eventsOf(world, announced.params);
    await scanUpload(world.objects.server, found(created));
    let deleted = false;
    await tell(world, found(created), {
      async before({ command }) {
        if (!command.startsWith('TransactWrite') || deleted) return;
        deleted = true;
        const head = found(await world.runtime.stores.moments.moment(own));
        await world.have(entities.moment, { ...head.value, state: 'deleted' }, head.version + 1);
      },
    });
    expect(deleted).toBe(true);
    expect(await stateOf(announced)).not.toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
  });

  it('an upload of a file nobody announced is thrown away', async () => {
    const { announced, created } = await sent();
    await world.lose(entities.media, (await rowOf(announced)).value);
    await tell(world, created);
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
  });

  it('an object that is none of ours is left alone and noticed', async () => {
    const { created } = await sent();
    await tell(world, { ...created, key: 'something/else' });
    expect(world.logLines.at(-1)?.event).toBe('upload-unknown');
  });
});

describe('MED-4 a failure on the way', () => {
  it.each(['Get', 'TransactWrite'])('of %s is reported, and the next attempt finishes', async (failing) => {
    const { announced, tagged } = await scanned();
    const failed = tell(world, tagged, {
      before({ command }) {
        if (command.startsWith(failing)) throw new Error('Out of order');
      },
    });
    await expect(failed).rejects.toThrow('1 of 1 uploads not verified');
    expect(await stateOf(announced)).not.toBe('available');
    await tell(world, tagged);
    expect(await stateOf(announced)).toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
  });

  it('after the row was written leaves bytes in quarantine only until the next attempt', async () => {
    const { announced, tagged } = await scanned();
    const failed = tell(world, tagged, {
      after({ command }) {
        if (command.startsWith('TransactWrite')) throw new Error('Cut off');
      },
    });
    await expect(failed).rejects.toThrow();
    expect(await stateOf(announced)).toBe('available');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 1, published: 1 });
    await tell(world, tagged);
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
  });

  it('is told of by the log without names or keys of people', async () => {
    const announced = await announce(world, momentId, { ...picture, fileName: 'hemlig.png' });
    await send(announced);
    await settle(world, announced.params);
    expect(JSON.stringify(world.logLines)).not.toContain('hemlig');
  });
});
