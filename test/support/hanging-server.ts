import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Patience } from '../../shared/config/aws-patience.ts';

/** How a server hangs that takes every request. */
export type Hanging =
  /** Says nothing. */
  | 'silent'
  /** Begins an answer and says no more. */
  | 'stalled'
  /** Never comes to the end of its answer, and is never quite silent. */
  | 'trickling';

const minute = 60_000;
const calm: Patience = {
  ...{ attempts: 2, connectedWithinMs: 1000, answeredWithinMs: minute, silentForMs: minute },
};

/** Impatient with that way of hanging and no other, so that a test fails where that one time is not kept. */
export const impatientWith: Record<Hanging, Patience> = {
  silent: { ...calm, answeredWithinMs: 50 },
  stalled: { ...calm, silentForMs: 50 },
  trickling: calm,
};

const headers = { 'content-type': 'application/x-amz-json-1.0', 'content-length': 1_000_000 };

const hang: Record<Hanging, (response: ServerResponse) => void> = {
  silent: () => undefined,
  stalled: (response) => void response.writeHead(200, headers).write('{"Item":'),
  trickling(response) {
    response.writeHead(200, headers);
    const dripping = setInterval(() => response.write(' '), 10);
    response.once('close', () => clearInterval(dripping));
  },
};

export interface HangingServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** `take` sees each request first; what it does with it is told to nobody. */
export const startHangingServer = async (
  hanging: Hanging,
  take: (request: IncomingMessage) => void = (request) => void request.resume(),
): Promise<HangingServer> => {
  const server = createServer((request, response) => {
    take(request);
    hang[hanging](response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
