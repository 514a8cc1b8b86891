import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../../infra/emulated/free-ports.ts';
import { startGatewayStandIn } from '../../../infra/emulated/gateway-stand-in.ts';

const heard: { url: string | undefined; body: string }[] = [];

/** Answers as the emulator does: for itself in few words, for a function in its own. */
const emulator = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += String(piece);
  heard.push({ url: request.url, body });
  const refused = !request.headers.authorization;
  const problem = JSON.stringify({ code: 'wrong-kind-of-caller', status: 401, title: 'A function says so' });
  const words = refused ? '{"message": "Unauthorized"}' : problem;
  response.writeHead(401, { 'content-length': words.length }).end(words);
});

describe('SEC-7 the deployed API answers under an address as the local system has it', () => {
  let at = '';
  let stop: () => Promise<void>;

  beforeAll(async () => {
    emulator.listen(0, '127.0.0.1');
    await once(emulator, 'listening');
    const [port = 0] = await freePorts(1);
    const api = new URL(`http://127.0.0.1:${(emulator.address() as AddressInfo).port}/restapis/a/emulated`);
    stop = (await startGatewayStandIn({ port, api })).stop;
    at = `http://127.0.0.1:${port}`;
  });

  afterAll(async () => {
    await stop();
    emulator.close();
  });

  test('what the gateway refuses is said in the deployed document’s words', async () => {
    const answer = await fetch(`${at}/me/instances`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'token-invalid', status: 401 });
  });

  test('what a function says passes unchanged, and so does what is asked', async () => {
    const answer = await fetch(`${at}/units?county=05`, {
      method: 'POST',
      headers: { authorization: 'Bearer x' },
      body: 'åäö',
    });
    expect(await answer.json()).toMatchObject({ code: 'wrong-kind-of-caller' });
    expect(heard.at(-1)).toEqual({ url: '/restapis/a/emulated/units?county=05', body: 'åäö' });
  });
});
