import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createReadiness } from '../../../infra/local/api/readiness.ts';
import { untilReady } from '../../../infra/local/demo/acts/until-ready.ts';
import { StoryBroken } from '../../../infra/local/demo/client.ts';
import { requestSayings } from '../../../shared/domain/sayings/request-sayings.ts';

const missing = requestSayings['still-being-set-up'];

describe('a system whose demo organisation is still being set up', () => {
  it('says so where it is asked how it is, and nowhere else', () => {
    const { page } = createReadiness(missing);
    const answer = page('/health');
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({
      code: 'unavailable',
      errors: [{ code: missing.code, detail: 'The demo organisation is still being set up' }],
    });
    expect(page('/units')).toBeUndefined();
  });

  it('leaves the answer to the API once all is there', () => {
    const { page, ready } = createReadiness(missing);
    ready();
    expect(page('/health')).toBeUndefined();
  });
});

let server: Server | undefined;
afterEach(async () => {
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
});

/** A system that is asked how it is, and is ready after so many looks. */
const readyAfter = async (looks: number, lacking: (look: number) => string): Promise<string> => {
  const { page } = createReadiness(missing);
  let look = 0;
  server = createServer((_, response) => {
    look += 1;
    const body = JSON.parse(page('/health')?.body ?? '') as object;
    if (look > looks) response.end('{"status":"ok"}');
    else response.writeHead(503).end(JSON.stringify({ ...body, errors: [{ detail: lacking(look) }] }));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const waiting = () => {
  const said: string[] = [];
  const waits: number[] = [];
  return {
    ...{ said, waits },
    ...{ say: (what: string) => void said.push(what), wait: async (ms: number) => void waits.push(ms) },
  };
};

describe('the demo, begun before the system is ready', () => {
  it('waits for it, and says once for what', async () => {
    const watch = waiting();
    await untilReady(await readyAfter(4, (look) => (look < 3 ? 'the tables' : 'the organisation')), watch);
    expect(watch.said).toEqual(['the tables', 'the organisation']);
    expect(watch.waits).toHaveLength(4);
  });

  it('does not wait where all is there', async () => {
    const watch = waiting();
    await untilReady(await readyAfter(0, () => ''), watch);
    expect([watch.said, watch.waits]).toEqual([[], []]);
  });

  it('does not wait for ever, and says what did not come', async () => {
    const never = untilReady(await readyAfter(100_000, () => 'the organisation'), waiting());
    await expect(never).rejects.toThrow(/does not become ready: the organisation/);
  });

  it('says how to start what does not answer at all', async () => {
    await expect(untilReady('http://127.0.0.1:9', waiting())).rejects.toThrow(StoryBroken);
  });
});
