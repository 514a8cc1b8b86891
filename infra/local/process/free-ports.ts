import { once } from 'node:events';
import { createServer } from 'node:net';
import { type LocalSettings, portNames, portVariables } from './settings.ts';

/** The message says which port and how to change it; show it alone. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Why it cannot be listened on: mostly EADDRINUSE, EACCES for low ports. */
const obstacleAt = async (port: number): Promise<string | undefined> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
  server.close();
  await once(server, 'close');
  return undefined;
};

/** Looks before anything is started, so that a taken port costs no wait. Throws `PortTaken` with all of them. */
export const assertPortsFree = async ({ ports }: Pick<LocalSettings, 'ports'>): Promise<void> => {
  const taken: string[] = [];
  for (const which of portNames) {
    const [port, variable] = [ports[which], portVariables[which]];
    const obstacle = await obstacleAt(port);
    if (obstacle)
      taken.push(`Port ${port} is not free (${obstacle}). Take another: export ${variable}=${port + 100}`);
  }
  if (taken.length > 0)
    throw new PortTaken([...taken, 'npm run token and npm run demo need the same variables.'].join('\n'));
};
