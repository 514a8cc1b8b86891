import { createHash } from 'node:crypto';
import { createMediaUpload } from '../../functions/media/create-media-upload.ts';
import { getMedia } from '../../functions/media/get-media.ts';
import { createVerifyUpload } from '../../functions/media/verify-upload.ts';
import { type ObjectTrigger, triggers } from '../../functions/triggers.ts';
import type { ObjectEvent } from '../../infra/local/object-store/object-operations.ts';
import { scanUpload } from '../../infra/local/object-store/scanner.ts';
import { s3Event } from '../../infra/local/triggers/object-events.ts';
import { objectKey } from '../../shared/domain/media/object-key.ts';
import { login } from './people.ts';
import { type Interference, recordings, type Use } from './recorded-client.ts';
import { succeed } from './story.ts';
import type { Received, World } from './world.ts';

const trigger = triggers.find((one): one is ObjectTrigger => 'bucket' in one && one.name === 'verifyUpload');
if (!trigger) throw new Error('No verifyUpload among the triggers');

export interface SentFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A whole picture of one point. */
export const picture: SentFile = {
  fileName: 'bild.png',
  contentType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const announcement = ({ bytes, ...file }: SentFile) => ({
  ...file,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
});

type Ids = { readonly momentId: string; readonly mediaId: string };

export interface Announced {
  readonly params: Ids;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
  readonly body: Received['body'];
}

export const announce = async (world: World, momentId: string, file = picture): Promise<Announced> => {
  const { body } = await succeed(world, createMediaUpload, {
    params: { momentId },
    body: announcement(file),
    token: await login('designer'),
  });
  const mediaId = body['mediaId'] as string;
  return { params: { momentId, mediaId }, upload: body['upload'] as Announced['upload'], body };
};

/** As a browser sends it; answers with the store’s own code where it refuses. */
export const send = async ({ upload }: Pick<Announced, 'upload'>, bytes = picture.bytes): Promise<string> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'blob');
  const response = await fetch(upload.url, { method: 'POST', body: form });
  return /<Code>(.*)<\/Code>/.exec(await response.text())?.[1] ?? String(response.status);
};

/** Tells the function of an event, with its own grants and, where given, faults. */
export const tell = (world: World, event: ObjectEvent, interference: Interference = {}): Promise<void> => {
  const verify = createVerifyUpload(() => ({
    ...{ database: world.database, log: world.runtime.log, now: () => world.now() },
    store: world.objects.uploadStoreOf(trigger),
  }));
  const allow = ({ table, action, index }: Use) =>
    index === undefined && trigger.grants.some((row) => row.table === table && row.actions.includes(action));
  return recordings.run({ calls: [], allow, interference }, () => verify(s3Event(event, new Date())));
};

export const eventsOf = ({ objects }: World, ids: Ids): ObjectEvent[] =>
  objects.events.filter(({ bucket, key }) => bucket === 'quarantine' && key === objectKey(ids));

/** Has what was sent scanned, and the function told of all that happened, as in the cloud. */
export const settle = async (world: World, ids: Ids): Promise<void> => {
  for (const created of eventsOf(world, ids).filter(({ name }) => name === 'ObjectCreated:Post')) {
    await tell(world, created);
    const before = eventsOf(world, ids).length;
    await scanUpload(world.objects.server, created);
    for (const tagged of eventsOf(world, ids).slice(before)) await tell(world, tagged);
  }
};

/** The file as whoever may see the moment sees it. */
export const seen = async (
  world: World,
  params: Ids,
  headers: Record<string, string> = {},
): Promise<Received> => world.call(getMedia, { params, token: await login('designer'), headers });

/** Announced, sent, scanned and judged. */
export const uploaded = async (world: World, momentId: string, file = picture): Promise<Announced> => {
  const announced = await announce(world, momentId, file);
  const answered = await send(announced, file.bytes);
  if (answered !== '204') throw new Error(`The store answered ${answered}`);
  await settle(world, announced.params);
  return announced;
};

/** How many versions lie in quarantine, and whether links lead to it: the published bucket keeps what it replaces. */
export const lying = async ({ objects: { server } }: World, ids: Ids) => {
  const key = objectKey(ids);
  const { quarantine, published } = server.buckets;
  return {
    quarantine: (await server.files.versions({ bucket: quarantine, key })).length,
    published: (await server.files.find({ bucket: published, key })) ? 1 : 0,
  };
};
