import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { create } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { demandNoUnit } from '../../shared/persistence/organisation/free-hsa-id.ts';
import { registerProvider as contract } from './contracts.ts';

export const registerProvider = writeUseCase(contract, {
  load: () => Promise.resolve(),
  // Filed with the new provider, so that its own auditors can see who registered it.
  subject: (_, { body: { providerId } }) => ({ provider: providerId, resource: { providerId } }),
  decide(_, { body: { providerId, ...described }, nationalManagement }) {
    // Its auditors hold their roles under that id, though no provider is registered there.
    if (providerId === nationalManagement) throw new Problem('already-exists');
    return {
      body: { providerId },
      version: 1,
      changes: [create(entities.provider, { hsaId: providerId, ...described }), demandNoUnit(providerId)],
    };
  },
});

export const handler = httpHandler(registerProvider);
