import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import {
  type OpenedStore,
  openStore,
  type Posting,
  png,
  post,
  postTicket,
  readableObject,
} from './object-store-client.ts';

let store: OpenedStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

const ticketFor = (bytes = png, more: Partial<{ contentType: 'image/png' | 'image/jpeg' }> = {}) =>
  store.ticket({ bytes, contentType: more.contentType ?? 'image/png' });

const kept = async (posting: Posting) =>
  (await store.server.files.versions({ bucket: 'q', key: posting.fields['key'] ?? '' })).length;

describe('MED-1 the local store, told of by a ticket', () => {
  it('keeps exactly what the ticket names, and tells of it', async () => {
    const ticket = await ticketFor();
    const { status } = await postTicket(ticket, png);
    expect(status).toBe(204);
    const [object] = await store.server.files.versions({ bucket: 'q', key: objectKey(ticket.ids) });
    expect(object).toMatchObject({
      bytes: png.length,
      contentType: 'image/png',
      sha256: createHash('sha256').update(png).digest('base64'),
      tags: {},
    });
    expect(store.events.at(-1)).toMatchObject({
      name: 'ObjectCreated:Post',
      bucket: 'quarantine',
      key: objectKey(ticket.ids),
      bytes: png.length,
    });
  });

  it.each([
    ['a byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]), 'EntityTooLarge'],
    ['ten megabytes more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(10e6)]), 'EntityTooLarge'],
    ['a byte less', (bytes: Buffer) => bytes.subarray(1), 'EntityTooSmall'],
    ['nothing', () => Buffer.alloc(0), 'EntityTooSmall'],
    ['as many other bytes', (bytes: Buffer) => Buffer.alloc(bytes.length, 'x'), 'BadDigest'],
  ])('refuses %s and keeps none of it', async (_, change, code) => {
    const ticket = await ticketFor();
    expect(await postTicket(ticket, change(png))).toMatchObject({ status: 400, code });
    expect(await kept(ticket)).toBe(0);
  });

  it.each([
    ['another key', { key: 'moments/elsewhere' }],
    ['another type', { 'Content-Type': 'text/html' }],
    ['another sum', { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') }],
    ['another bucket', { bucket: 'p' }],
    ['another date', { 'X-Amz-Date': '20200101T000000Z' }],
    ['a field of the sender’s own', { acl: 'public-read' }],
    ['a redirect', { success_action_redirect: 'https://elsewhere.test' }],
    ['tags, as if it were scanned', { tagging: '<Tagging/>' }],
  ])('refuses %s', async (_, fields) => {
    const ticket = await ticketFor();
    const changed = { ...ticket, fields: { ...ticket.fields, ...fields } };
    expect(await postTicket(changed, png)).toMatchObject({ status: 403 });
    expect(await kept(ticket)).toBe(0);
    expect(await kept(changed)).toBe(0);
  });

  it.each(['key', 'Content-Type', 'x-amz-checksum-sha256', 'X-Amz-Signature', 'Policy', 'X-Amz-Credential'])(
    'refuses a form without %s',
    async (missing) => {
      const ticket = await ticketFor();
      const fields = Object.fromEntries(Object.entries(ticket.fields).filter(([name]) => name !== missing));
      expect((await postTicket({ ...ticket, fields }, png)).status).toBe(403);
      expect(await kept(ticket)).toBe(0);
    },
  );

  it('refuses what is posted to another bucket, whatever the form says', async () => {
    const ticket = await ticketFor();
    const url = ticket.url.replace('/q', '/p');
    expect(await postTicket({ ...ticket, url }, png)).toMatchObject({ status: 403 });
    const fields = Object.fromEntries(Object.entries(ticket.fields).filter(([name]) => name !== 'bucket'));
    expect(await postTicket({ url, fields }, png)).toMatchObject({ status: 403 });
  });

  it('refuses a ticket that was changed, one of another key, and one that is over', async () => {
    const ticket = await ticketFor();
    const policy = JSON.parse(Buffer.from(ticket.fields['Policy'] ?? '', 'base64').toString()) as object;
    const wider = Buffer.from(JSON.stringify({ ...policy, conditions: [] })).toString('base64');
    const forged = { ...ticket, fields: { ...ticket.fields, Policy: wider } };
    expect(await postTicket(forged, png)).toMatchObject({ code: 'SignatureDoesNotMatch' });
    const stranger = await store.ticket({ bytes: png, contentType: 'image/png', accessKeyId: 'nobody' });
    expect(await postTicket(stranger, png)).toMatchObject({ code: 'AccessDenied' });
    const late = await store.at(16 * 60_000, () => postTicket(ticket, png));
    expect(late).toMatchObject({ code: 'AccessDenied', message: expect.stringContaining('expired') });
  });

  it('refuses a form with a field twice, with no file, with fields after the file, and what is no form', async () => {
    const ticket = await ticketFor();
    const twice = post(
      ticket.url,
      [...Object.entries(ticket.fields), ['key', ticket.fields['key'] ?? '']],
      png,
    );
    expect(await twice).toMatchObject({ code: 'InvalidArgument' });
    expect(await post(ticket.url, Object.entries(ticket.fields))).toMatchObject({ code: 'InvalidArgument' });
    const after = Object.entries(ticket.fields);
    expect(await post(ticket.url, after.slice(1), png, after.slice(0, 1))).toMatchObject({ status: 403 });
    const body = JSON.stringify(ticket.fields);
    expect((await fetch(ticket.url, { method: 'POST', body })).status).toBe(400);
    expect(await kept(ticket)).toBe(0);
  });

  it('keeps a second upload with the same ticket as a version of its own', async () => {
    const ticket = await ticketFor();
    await postTicket(ticket, png);
    await postTicket(ticket, png);
    expect(await kept(ticket)).toBe(2);
  });
});

describe('MED-4 the local store, asked by a link', () => {
  it('serves what is clean, under its name, whole or in part', async () => {
    const link = await readableObject(store, 'Årsmöte 🎉.png');
    const whole = await fetch(link.url);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(png);
    expect(whole.headers.get('content-type')).toBe('image/png');
    expect(whole.headers.get('content-disposition')).toBe(
      'inline; filename="Arsmote _.png"; filename*=UTF-8\'\'%C3%85rsm%C3%B6te%20%F0%9F%8E%89.png',
    );
    const part = await fetch(link.url, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'PNG',
      `bytes 1-3/${png.length}`,
    ]);
    const end = await fetch(link.url, { headers: { range: 'bytes=-2' } });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(png.subarray(-2));
    expect((await fetch(link.url, { headers: { range: `bytes=${png.length}-` } })).status).toBe(416);
  });

  it.each([
    ['not scanned', {}],
    ['infected', { GuardDutyMalwareScanStatus: 'THREATS_FOUND' }],
    ['tagged with something else', { scanned: 'NO_THREATS_FOUND' }],
  ])('serves nothing that is %s', async (_, tags) => {
    const link = await readableObject(store, 'a.png', tags);
    expect((await fetch(link.url)).status).toBe(403);
  });

  it('refuses a link that was changed, one that is over, and no link at all', async () => {
    const link = await readableObject(store, 'a.png');
    const other = new URL(link.url);
    other.searchParams.set('response-content-type', 'text/html');
    expect((await fetch(other)).status).toBe(403);
    other.href = link.url.replace('/p/', '/q/');
    expect((await fetch(other)).status).toBe(403);
    other.href = link.url;
    other.searchParams.set('X-Amz-Expires', '604800');
    expect((await fetch(other)).status).toBe(403);
    expect((await fetch(link.url.split('?')[0] ?? '')).status).toBe(403);
    expect((await store.at(14 * 60_000, () => fetch(link.url))).status).toBe(200);
    expect((await store.at(15 * 60_000 + 1000, () => fetch(link.url))).status).toBe(403);
    expect((await store.at(-16 * 60_000, () => fetch(link.url))).status).toBe(403);
  });

  it('lets the front ends read it, and no other page', async () => {
    const { url } = await readableObject(store, 'a.png');
    const from = async (origin: string) =>
      (await fetch(url, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await from('https://vard.test')).toBe('https://vard.test');
    expect(await from('https://elsewhere.test')).toBeNull();
    const preflight = (origin: string) => fetch(url, { method: 'OPTIONS', headers: { origin } });
    expect((await preflight('https://vard.test')).status).toBe(200);
    expect((await preflight('https://elsewhere.test')).status).toBe(403);
  });

  it('does nothing else for whoever holds a link, and nothing at all in other buckets', async () => {
    const { url } = await readableObject(store, 'a.png');
    for (const method of ['DELETE', 'PUT', 'POST']) expect((await fetch(url, { method })).ok).toBe(false);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('/p/', '/other/'))).status).toBe(404);
  });
});
