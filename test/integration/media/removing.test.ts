import { randomUUID } from 'node:crypto';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteDraft } from '../../../functions/authoring/moments/delete-draft.ts';
import { createMediaUpload } from '../../../functions/media/create-media-upload.ts';
import { removeMedia } from '../../../functions/media/remove-media.ts';
import { createRemoveMediaObjects } from '../../../functions/media/remove-media-objects.ts';
import { type StreamTrigger, triggers } from '../../../functions/triggers.ts';
import { DynamoStreamReader } from '../../../infra/local/event-source/dynamo-stream-reader.ts';
import { EventSource } from '../../../infra/local/event-source/event-source.ts';
import { type Faults, withFaults } from '../../../infra/local/event-source/faults.ts';
import { parseFilterPattern } from '../../../infra/local/event-source/filter-pattern.ts';
import { found } from '../../../shared/domain/found.ts';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, seedPeople } from '../../support/people.ts';
import { newMoment, succeed } from '../../support/story.ts';
import { type Announced, announce, lying, seen, send, settle, uploaded } from '../../support/upload.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
});

const trigger = found(
  triggers.find((one): one is StreamTrigger => 'stream' in one && one.name === 'removeMediaObjects'),
);

/** Carries every activity so far to the function, through the trigger’s own filter. */
const drain = async (faults: Faults = { seed: 1 }): Promise<number> => {
  const streams = new DynamoDBStreamsClient(world.connection);
  const { Table } = await world.database.client.send(
    new DescribeTableCommand({ TableName: world.database.tables.activities }),
  );
  const { database } = world;
  const store = world.objects.uploadStoreOf(trigger);
  const handler = createRemoveMediaObjects(() => ({ database, store, log: world.runtime.log }));
  let given = 0;
  const source = new EventSource({
    settings: {
      ...trigger,
      filters: trigger.filters.map((pattern) => parseFilterPattern(JSON.stringify(pattern))),
      ...{ bisectBatchOnFunctionError: true, reportBatchItemFailures: true },
    },
    reader: new DynamoStreamReader(streams, Table?.LatestStreamArn ?? ''),
    handler: withFaults((event, context) => {
      given += event.Records.length;
      return Promise.resolve(handler(event, context, () => undefined));
    }, faults),
    functionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:remove-media-objects',
    ...{ clock: { now: () => new Date() }, newRequestId: randomUUID, wait: async () => undefined },
    ...{ onFailure: async () => undefined, onError: () => undefined },
  });
  await source.drain();
  return given;
};

const remove = async ({ params }: Pick<Announced, 'params'>, more: Sent = {}) =>
  world.call(removeMedia, {
    params,
    token: await login('designer'),
    headers: { 'If-Match': (await seen(world, params)).headers['etag'] ?? '"0"' },
    ...more,
  });

/** The buckets in which something of the file can be got at. */
const reachable = async (params: Announced['params']) => {
  const { files, buckets } = world.objects.server;
  const found = await Promise.all(
    Object.values(buckets).map((bucket) => files.find({ bucket, key: objectKey(params) })),
  );
  return found.filter((one) => one !== undefined);
};

const headOf = async (id: string) => found(await world.runtime.stores.moments.moment(id));

/** A module of the draft whose one step shows the file, and the head’s next version, as a save would leave them. */
const showInDraft = async ({ params }: Announced, moduleId: string): Promise<void> => {
  const step = {
    ...{ stepId: 'step-1', title: 'Andas', digest: 'd', bytes: 10 },
    ...{ formIds: [], mediaIds: [params.mediaId], findings: [] },
  };
  const sections = [{ sectionId: 'section-1', title: 'Avsnitt', steps: [step] }];
  const module = { moduleId, title: 'Lugn', sections };
  await world.have(entities.draftModule, { momentId: params.momentId, module });
  const { value, version } = await headOf(params.momentId);
  await world.have(entities.moment, value, version + 1);
};

describe('MED-6 a file that nothing uses', () => {
  it.each(['available', 'awaiting-upload'] as const)(
    'and is %s can be removed, and its bytes go',
    async (state) => {
      const file = state === 'available' ? await uploaded(world, momentId) : await announce(world, momentId);
      const link = (await seen(world, file.params)).body['url'] as string | undefined;
      const { status, body } = await remove(file);
      expect([status, body]).toEqual([200, { state: 'removed' }]);
      expect((await seen(world, file.params)).status).toBe(404);
      await drain();
      expect(await lying(world, file.params)).toMatchObject({ quarantine: 0 });
      if (link) expect((await fetch(link)).status).toBe(403);
      expect(await remove(file, { headers: { 'If-Match': '"1"' } })).not.toMatchObject({ status: 200 });
    },
  );

  it('leaves no row behind', async () => {
    const file = await uploaded(world, momentId);
    await remove(file);
    const rows = (await world.all('moments')).filter(({ mediaId }) => mediaId === file.params.mediaId);
    expect(rows).toEqual([]);
    expect((await remove(file, { headers: { 'If-Match': '"1"' } })).body.code).toBe('not-found');
  });

  it('is gone from quarantine, too, when it had been sent and not judged', async () => {
    const file = await announce(world, momentId);
    await send(file);
    await remove(file);
    await drain();
    const { server } = world.objects;
    const key = `moments/${momentId}/${file.params.mediaId}`;
    expect(await server.files.find({ bucket: server.buckets.quarantine, key })).toBeUndefined();
  });

  it('is removed once though the stream fails, repeats and is late', async () => {
    const files = [];
    for (let n = 0; n < 6; n += 1) files.push(await uploaded(world, momentId));
    for (const file of files) await remove(file);
    await drain({ seed: 7, crashBefore: 0.3, crashAfter: 0.3, duplicate: 0.5, denied: 0.2 });
    const { server } = world.objects;
    for (const { params } of files) {
      const key = `moments/${params.momentId}/${params.mediaId}`;
      expect(await server.files.find({ bucket: server.buckets.published, key })).toBeUndefined();
    }
  });

  it('is removed only by its own activity: nothing else wakes the function', async () => {
    const { params } = await newMoment(world);
    const before = await drain();
    await uploaded(world, params.momentId);
    await remove({ params: { ...params, mediaId: randomUUID() } });
    expect(await drain()).toBe(before);
  });

  it('is removed only in the version that was seen', async () => {
    const file = await announce(world, momentId);
    const stale = await remove(file, { headers: { 'If-Match': '"7"' } });
    expect(stale.body.code).toBe('version-mismatch');
    const without = await remove(file, { headers: {} });
    expect(without.body.code).toBe('precondition-required');
  });
});

describe('MED-4 the files of a draft that was deleted', () => {
  const deleted = async () => {
    const own = (await newMoment(world)).params;
    const files = [];
    for (let n = 0; n < 3; n += 1) files.push(await uploaded(world, own.momentId));
    const sent = await announce(world, own.momentId);
    await send(sent);
    const links = await Promise.all(
      files.map(async ({ params }) => (await seen(world, params)).body['url'] as string),
    );
    await succeed(world, deleteDraft, {
      params: own,
      token: await login('designer'),
      headers: { 'If-Match': etagOf((await headOf(own.momentId)).version) },
    });
    return { files: [...files, sent], links };
  };

  it('have no link any longer, and those given before lead nowhere once the function has run', async () => {
    const { files, links } = await deleted();
    for (const { params } of files) expect((await seen(world, params)).status).toBe(404);
    await drain({ seed: 3, crashBefore: 0.3, crashAfter: 0.3, duplicate: 0.5 });
    for (const link of links) expect((await fetch(link)).status).toBe(403);
    for (const { params } of files) expect(await reachable(params)).toEqual([]);
  });

  it('are thrown away if they are judged after it', async () => {
    const { files } = await deleted();
    const { params } = found(files.at(-1));
    await settle(world, params);
    expect(await lying(world, params)).toEqual({ quarantine: 0, published: 0 });
  });
});

describe('MED-6 a file in use', () => {
  it('is kept while the draft shows it, and every place is told', async () => {
    const own = (await newMoment(world)).params.momentId;
    const file = await uploaded(world, own);
    await showInDraft(file, 'module-1');
    await showInDraft(file, 'module-2');
    const { status, body } = await remove(file);
    expect([status, body.code]).toEqual([409, 'media-in-use']);
    expect(body.errors).toEqual(
      ['module-1', 'module-2'].map((moduleId) => ({
        pointer: `/modules/${moduleId}/steps/step-1`,
        code: 'media-in-draft',
        detail: 'Utkastet visar filen i ”Lugn”, steget ”Andas”: ta bort den där först',
      })),
    );
    expect((await seen(world, file.params)).body['state']).toBe('available');
  });

  it('is kept for ever once a version was published with it, also when the draft has let it go', async () => {
    const own = (await newMoment(world)).params.momentId;
    const file = await uploaded(world, own);
    const other = await uploaded(world, own);
    await world.have(entities.publishedMedia, { momentId: own, mediaIds: [file.params.mediaId] });
    const { status, body } = await remove(file);
    expect([status, body.code, body.errors]).toMatchObject([
      409,
      'media-in-use',
      [{ pointer: '/params/mediaId', code: 'media-published' }],
    ]);
    expect((await remove(other)).status).toBe(200);
  });

  it.each([
    ['put into the draft', {}],
    ['published', { state: 'exported' as const }],
  ])('is kept when it is %s while it is being removed', async (_, change) => {
    const own = (await newMoment(world)).params.momentId;
    const file = await uploaded(world, own);
    const headers = { 'If-Match': (await seen(world, file.params)).headers['etag'] ?? '' };
    const { value, version } = await headOf(own);
    const { body } = await world.call(
      removeMedia,
      { params: file.params, token: await login('designer'), headers },
      {
        async before({ command }) {
          if (command.startsWith('TransactWrite'))
            await world.have(entities.moment, { ...value, ...change }, version + 1);
        },
      },
    );
    expect(body.code).toBe('illegal-state');
    expect((await seen(world, file.params)).body['state']).toBe('available');
  });

  it('is not touched while the moment lies with the publisher', async () => {
    const own = (await newMoment(world)).params.momentId;
    const file = await uploaded(world, own);
    const { value, version } = await headOf(own);
    await world.have(entities.moment, { ...value, state: 'exported' }, version + 1);
    expect((await remove(file)).body.code).toBe('moment-exported');
  });
});

describe('SEC-5 a ticket', () => {
  it('can do no more than the function that gave it, in the other bucket nothing', async () => {
    const file = await announce(world, momentId);
    const { quarantine, published } = world.objects.server.buckets;
    const url = file.upload.url.replace(quarantine, published);
    expect(await send({ upload: { ...file.upload, url } })).toBe('AccessDenied');
    const { operationId: name } = createMediaUpload.contract;
    world.objects.mediaStoreOf({ name, storage: [{ bucket: 'quarantine', actions: [] }] });
    expect(await send(file)).toBe('AccessDenied');
  });
});
