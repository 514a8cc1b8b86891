import { found } from '../../shared/domain/found.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { Provider } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { changeProvider as contract } from './contracts.ts';
import { shownProvider } from './shapes.ts';

const stateAfter = ({ kind, state }: Provider, connected: boolean | undefined): Provider['state'] => {
  if (connected === undefined) return state;
  if (kind !== 'region')
    throw new Problem('validation-failed', [
      { pointer: '/body/connected', detail: 'Only regions are connected' },
    ]);
  return connected ? 'connected' : 'registered';
};

export const changeProvider = writeUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.provider(params.providerId)),
  subject: ({ value: { hsaId }, version }) => ({
    provider: hsaId,
    resource: { providerId: hsaId },
    version,
  }),
  decide(before, { body: { name, connected } }) {
    const changed = { ...before.value, name, state: stateAfter(before.value, connected) };
    return {
      body: shownProvider(changed),
      version: before.version + 1,
      changes: [replace(entities.provider, before, changed)],
    };
  },
});

export const handler = httpHandler(changeProvider);
