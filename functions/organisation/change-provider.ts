import { found } from '../../shared/domain/found.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { changeProvider as contract } from './contracts.ts';
import { shownProvider } from './shapes.ts';

export const changeProvider = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.provider(params.providerId)),
  subject: ({ value: { hsaId }, version }) => ({
    provider: hsaId,
    resource: { providerId: hsaId },
    version,
  }),
  decide(before, { body: { name } }) {
    const changed = { ...before.value, name };
    return {
      body: shownProvider(changed),
      version: before.version + 1,
      changes: [replace(entities.provider, before, changed)],
    };
  },
});

export const handler = httpHandler(changeProvider);
