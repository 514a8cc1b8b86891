import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { readOpenMoment as contract } from './contracts.ts';
import { approach, assertKnown, assertOpen, openSubject } from './resident-access.ts';

export const readOpenMoment = readUseCase(contract, {
  async load(stores, request) {
    const { unitId, momentId, major } = request.params;
    const [approaching, activation] = await Promise.all([
      approach(stores, request),
      stores.moments.activation(unitId, momentId, major),
    ]);
    return { ...approaching, activation: assertOpen(activation?.value) };
  },
  subject: (loaded, request) => openSubject(loaded, request, { momentId: request.params.momentId }),
  fetch: (stores, loaded) => assertKnown(stores, loaded),
  answer: ({ activation }) => ({
    body: { ...activation, momentVersion: activatedVersion(activation) },
  }),
});

export const handler = httpHandler(readOpenMoment);
