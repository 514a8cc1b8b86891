import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** As many ports of loopback as asked for that nobody listens on now, so that a run disturbs no other system of this machine. */
export const freePorts = async (many: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from({ length: many }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(
    servers.map((server) => {
      server.close();
      return once(server, 'close');
    }),
  );
  return ports;
};
