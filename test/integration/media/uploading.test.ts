import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMediaUpload } from '../../../functions/media/create-media-upload.ts';
import { getMediaLimits } from '../../../functions/media/get-media-limits.ts';
import { listMedia } from '../../../functions/media/list-media.ts';
import { eicar } from '../../../infra/local/object-store/scanner.ts';
import { found } from '../../../shared/domain/found.ts';
import { rejectionAdvice } from '../../../shared/domain/media/rejection-advice.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { png } from '../../support/media-files/pictures.ts';
import { mp4 } from '../../support/media-files/recordings.ts';
import { login, seedPeople } from '../../support/people.ts';
import { newMoment } from '../../support/story.ts';
import {
  type Announced,
  announce,
  announcement,
  lying,
  picture,
  seen,
  send,
  settle,
  uploaded,
} from '../../support/upload.ts';
import { rows, World } from '../../support/world.ts';
import { aMedia } from '../../unit/domain/media/media-examples.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
});

const sample = async (name: string, contentType: string) => ({
  ...{ fileName: name, contentType },
  bytes: await readFile(new URL(`../../../infra/local/demo/files/${name}`, import.meta.url)),
});

const refused = async (file: object) => {
  const { status, body } = await world.call(createMediaUpload, {
    params: { momentId },
    body: { ...announcement(picture), ...file },
    token: await login('designer'),
  });
  return {
    status,
    code: body.code,
    faults: body.errors?.map((one) => ('code' in one ? one.code : undefined)),
  };
};

describe('MED-1 MED-4 a file', () => {
  it.each([
    ['stig.png', 'image/png', 'inline'],
    ['lugn.mp3', 'audio/mpeg', 'inline'],
    ['lugn.m4a', 'audio/mp4', 'inline'],
    ['andning.mp4', 'video/mp4', 'inline'],
    ['ovningsblad.pdf', 'application/pdf', 'attachment'],
  ])('%s is uploaded, scanned, accepted, and fetched by a link under its name', async (name, type, how) => {
    const file = await sample(name, type);
    const announced = await announce(world, momentId, file);
    expect((await seen(world, announced.params)).body).toMatchObject({
      state: 'awaiting-upload',
      fileName: name,
    });
    expect(await send(announced, file.bytes)).toBe('204');
    await settle(world, announced.params);
    const { body } = await seen(world, announced.params);
    expect(body).toMatchObject({ state: 'available', bytes: file.bytes.length, contentType: type });
    const response = await fetch(body['url'] as string);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(file.bytes);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(`${how}; filename=${name}`);
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 1 });
  });

  it.each(['response-content-type', 'response-content-disposition'])(
    'is served as what it was judged to be: its link with another %s is refused',
    async (header) => {
      const { params } = await uploaded(world, momentId);
      const link = new URL((await seen(world, params)).body['url'] as string);
      expect((await fetch(link)).status).toBe(200);
      link.searchParams.set(header, 'text/html');
      expect((await fetch(link)).status).toBe(403);
      link.searchParams.delete(header);
      expect((await fetch(link)).status).toBe(403);
    },
  );

  it('has the bare type, though the browser says more', async () => {
    const said = {
      ...picture,
      fileName: 'ljud.m4a',
      contentType: 'audio/mp4;codecs=mp4a.40.2',
      bytes: mp4(),
    };
    const { params, upload } = await uploaded(world, momentId, said);
    expect(upload.fields['Content-Type']).toBe('audio/mp4');
    expect((await seen(world, params)).body).toMatchObject({ state: 'available', contentType: 'audio/mp4' });
  });

  it('has no link until it is accepted, and none of another moment leads to it', async () => {
    const announced = await announce(world, momentId);
    expect((await seen(world, announced.params)).body).not.toHaveProperty('url');
    await send(announced);
    expect((await seen(world, announced.params)).body).not.toHaveProperty('url');
    await settle(world, announced.params);
    expect((await seen(world, announced.params)).body).toHaveProperty('url');
    const elsewhere = (await newMoment(world)).params.momentId;
    expect((await seen(world, { ...announced.params, momentId: elsewhere })).status).toBe(404);
  });

  it('is taken by its ticket with exactly the announced bytes, for a quarter of an hour', async () => {
    const announced = await announce(world, momentId);
    expect(await send(announced, Buffer.concat([picture.bytes, Buffer.from('x')]))).toBe('EntityTooLarge');
    expect(await send(announced, Buffer.alloc(picture.bytes.length, 'x'))).toBe('BadDigest');
    expect(await lying(world, announced.params)).toEqual({ quarantine: 0, published: 0 });
    const left = Date.parse(announced.body['expiresAt'] as string) - Date.now();
    expect(left).toBeGreaterThan(14 * 60_000);
    expect(left).toBeLessThanOrEqual(15 * 60_000);
  });
});

describe('MED-1 the limits', () => {
  it('are told to anyone, with types, endings and where warnings begin', async () => {
    const { status, body } = await world.call(getMediaLimits, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({
      maximumPerMoment: 500,
      kinds: [
        {
          kind: 'image',
          maximumBytes: 10_000_000,
          warnedFromBytes: 1_000_000,
          types: [
            { contentType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
            { contentType: 'image/png', endings: ['png'] },
            { contentType: 'image/gif', endings: ['gif'] },
            { contentType: 'image/webp', endings: ['webp'] },
          ],
        },
        { kind: 'sound', maximumBytes: 50_000_000 },
        { kind: 'film', maximumBytes: 500_000_000 },
        { kind: 'document', maximumBytes: 20_000_000 },
      ],
    });
  });

  it('are held to before a ticket is given, and everything wrong is told at once', async () => {
    expect(await refused({ bytes: 10_000_001, fileName: 'bild.html' })).toEqual({
      ...{ status: 422, code: 'media-refused' },
      faults: ['media-too-large', 'media-ending-mismatch'],
    });
    expect((await refused({ bytes: 0 })).faults).toEqual(['media-empty']);
    const svg = { contentType: 'image/svg+xml', fileName: 'bild.svg' };
    expect((await refused(svg)).faults).toEqual(['media-type-not-allowed']);
    expect(await refused({ fileName: 'a'.repeat(1001) })).toMatchObject({ code: 'validation-failed' });
    expect(await refused({ sha256: 'AAAA' })).toMatchObject({ code: 'validation-failed' });
    expect((await refused({ fileName: `${'😀'.repeat(996)}.png` })).status).toBe(201);
  });

  it('let a moment have five hundred files', async () => {
    const full = (await newMoment(world)).params.momentId;
    const have = () => world.have(entities.media, aMedia({ momentId: full, mediaId: crypto.randomUUID() }));
    await world.together(async () => {
      await Promise.all(Array.from({ length: 499 }, have));
    });
    await announce(world, full);
    const { status, body } = await world.call(createMediaUpload, {
      params: { momentId: full },
      body: announcement(picture),
      token: await login('designer'),
    });
    expect([status, body.code]).toEqual([409, 'media-limit-reached']);
  });

  it('are those of a draft: nothing is added to what lies with the publisher', async () => {
    const { params } = await newMoment(world);
    const head = found(await world.runtime.stores.moments.moment(params.momentId));
    await world.have(entities.moment, { ...head.value, state: 'exported' }, 2);
    const sent = { params, body: announcement(picture), token: await login('designer') };
    expect((await world.call(createMediaUpload, sent)).body.code).toBe('moment-exported');
    await world.have(entities.moment, head.value, 3);
    const meanwhile = await world.call(createMediaUpload, sent, {
      before: async ({ command }) => {
        if (command.startsWith('TransactWrite'))
          await world.have(entities.moment, { ...head.value, state: 'exported' }, 4);
      },
    });
    expect(meanwhile.body.code).toBe('illegal-state');
  });
});

describe('MED-2 the name of a file', () => {
  it.each([
    [
      'Årsmöte – bäst före 🎉.png'.normalize('NFD'),
      'Årsmöte – bäst före 🎉.png',
      'Arsmote - bast fore _.png',
    ],
    ['../../x.png', 'x.png', undefined],
    ['rapport\u202Egnp.png', 'rapportgnp.png', undefined],
    ['con.png', '_con.png', undefined],
  ])('%j becomes %s, and is downloaded so', async (given, clean, ascii) => {
    const { params, body } = await uploaded(world, momentId, { ...picture, fileName: given });
    expect(body['fileName']).toBe(clean);
    const shown = (await seen(world, params)).body;
    expect(shown['fileName']).toBe(clean);
    const header = (await fetch(shown['url'] as string)).headers.get('content-disposition');
    expect(header).toBe(
      ascii
        ? `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(clean)}`
        : `inline; filename=${clean}`,
    );
  });

  it('is no part of the key', async () => {
    const { params, upload } = await announce(world, momentId, { ...picture, fileName: '../../hemlig.png' });
    expect(upload.fields['key']).toBe(`moments/${params.momentId}/${params.mediaId}`);
    expect(JSON.stringify(upload)).not.toContain('hemlig');
  });
});

describe('MED-3 MED-4 a file that is not what it says', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');

  const rejected = async ({ params }: Announced, reason: string) => {
    const { body } = await seen(world, params, { 'accept-language': 'en' });
    expect(body).toMatchObject({ state: 'rejected', rejection: { code: reason } });
    expect(body).not.toHaveProperty('url');
    expect(await lying(world, params)).toEqual({ quarantine: 0, published: 0 });
    return (body['rejection'] as { advice: string }).advice;
  };

  it.each([
    ['HTML called .png', { ...picture, bytes: html }, 'unknown-bytes', /export it/],
    [
      'a picture called film.mp4',
      { ...picture, fileName: 'film.mp4', contentType: 'video/mp4' },
      'wrong-bytes',
      /Changing the ending does not convert/,
    ],
    ['an infected file', { ...picture, bytes: Buffer.from(eicar) }, 'infected', /IT support/],
  ])('%s is rejected, removed, and the designer told why', async (_, file, reason, advice) => {
    expect(await rejected(await uploaded(world, momentId, file), reason)).toMatch(advice);
  });

  it('is told why in the reader’s language, Swedish where none is asked for, with a code', async () => {
    const { params } = await uploaded(world, momentId, { ...picture, bytes: picture.bytes.subarray(0, 40) });
    const rejectionIn = async (headers?: Record<string, string>) =>
      (await seen(world, params, headers)).body['rejection'];
    const { sv, en } = rejectionAdvice.incomplete;
    expect(await rejectionIn()).toEqual({ code: 'incomplete', advice: sv });
    expect(await rejectionIn({ 'accept-language': 'en' })).toEqual({ code: 'incomplete', advice: en });
  });

  it('is rejected, too, where the harm stands across two reads of it', async () => {
    const bytes = Buffer.concat([Buffer.alloc(65_536 - 20, 'x'), Buffer.from(eicar), Buffer.alloc(100, 'x')]);
    await rejected(await uploaded(world, momentId, { ...picture, bytes }), 'infected');
  });
});

describe('MED-5 a file that is large for a slow connection', () => {
  it('is taken with a warning, byte for byte', async () => {
    const bytes = png(2e6);
    const { body, params } = await uploaded(world, momentId, { ...picture, bytes });
    expect(body['warnings']).toMatchObject([{ code: 'media-large', seconds: 9, megabitsPerSecond: 2 }]);
    const shown = (await seen(world, params)).body;
    expect(shown['warnings']).toEqual(body['warnings']);
    const fetched = Buffer.from(await (await fetch(shown['url'] as string)).arrayBuffer());
    expect(createHash('sha256').update(fetched).digest()).toEqual(
      createHash('sha256').update(bytes).digest(),
    );
    expect((await announce(world, momentId)).body['warnings']).toEqual([]);
  });
});

describe('MED-1 the files of a moment', () => {
  it('are listed newest first, in pages', async () => {
    const own = (await newMoment(world)).params.momentId;
    const first = await announce(world, own);
    const second = await announce(world, own, { ...picture, fileName: 'två.png' });
    const token = await login('designer');
    const list = (query: Record<string, string>) =>
      world.call(listMedia, { params: { momentId: own }, query, token });
    const all = await list({});
    expect(rows(all, 'media').map(({ mediaId }) => mediaId)).toEqual([
      second.params.mediaId,
      first.params.mediaId,
    ]);
    const page = await list({ limit: '1' });
    const next = await list({ limit: '1', cursor: page.body['next'] as string });
    expect([...rows(page, 'media'), ...rows(next, 'media')]).toEqual(rows(all, 'media'));
  });
});
