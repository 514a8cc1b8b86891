import { nameInAws } from '../functions/function-source.ts';
import { wait } from '../local/event-source/wait.ts';
import { startIdentityProviders } from '../local/identity/identity-providers.ts';
import { startObjectStore } from '../local/object-store/object-store-server.ts';
import { scanUpload } from '../local/object-store/scanner.ts';
import { type LocalSettings, pathIn } from '../local/process/settings.ts';
import type { Stopping } from '../local/process/stopping.ts';
import { readRegisterData } from '../local/registers/register-data.ts';
import { startRegisters } from '../local/registers/registers-server.ts';
import { startObjectEvents } from '../local/triggers/object-events.ts';
import { routesAndTriggers, storing } from '../rights/routes-and-triggers.ts';
import { bucketNamesOf } from '../rights/storage-grants.ts';
import type { Stage } from '../stages/stage.ts';
import { invoke, secretOf } from './emulator/ask-emulator.ts';
import { roleKeys } from './emulator/role-keys.ts';
import type { Emulator } from './emulator/start-emulator.ts';

export interface Surroundings {
  readonly settings: LocalSettings;
  readonly stage: Stage;
  readonly emulator: Emulator;
  readonly stopping: Stopping;
}

/** Uploads wake the deployed functions, and are scanned. */
const startMedia = async ({ settings, stage, emulator, stopping }: Surroundings): Promise<void> => {
  const onError = (error: unknown) => console.error('Media:', error);
  const events = await startObjectEvents({
    load:
      async ({ name }) =>
      (event) =>
        invoke(emulator, nameInAws(name), event),
    ...{ wait, onError },
  });
  const secrets = roleKeys(
    storing(routesAndTriggers).map(({ name }) => name),
    stage.account,
  );
  const store = await startObjectStore({
    port: settings.ports.media,
    directory: pathIn(settings, 'media'),
    buckets: bucketNamesOf(stage),
    allowedOrigins: stage.allowedOrigins,
    secretOf: (key) => secrets.get(key),
    onEvent(event) {
      events.tell(event);
      if (event.name === 'ObjectCreated:Post') scanUpload(store, event).catch(onError);
    },
    onError,
  });
  stopping.add('object store', store.stop);
  stopping.add('object events', events.stop);
};

/** What others run around a deployment: identity providers, registers and storage. */
export const startSurroundings = async (around: Surroundings): Promise<void> => {
  const { settings, emulator, stopping } = around;
  const providers = await startIdentityProviders(settings);
  stopping.add('identity providers', providers.stop);
  const registers = await startRegisters({
    port: settings.ports.registers,
    // As an operator hands it over once the stage is deployed.
    key: await secretOf(emulator, 'RegisterKey'),
    ...(await readRegisterData()),
  });
  stopping.add('registers', registers.stop);
  await startMedia(around);
};
