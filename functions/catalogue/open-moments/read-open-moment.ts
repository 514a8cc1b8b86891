import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { recallOf, toldToResidents } from '../../../shared/domain/moment/recall.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { readOpenMoment as contract } from './contracts.ts';
import { assertOpen, loadReading, openMomentSubject, readingDemands } from './resident-access.ts';

export const readOpenMoment = readUseCase(contract, {
  async load(stores, request) {
    const { unitId, momentId, major } = request.params;
    const [reading, activation] = await Promise.all([
      loadReading(stores, request),
      stores.moments.activation(unitId, momentId, major),
    ]);
    return { ...reading, activation: assertOpen(activation?.value) };
  },
  subject: (loaded, request) => openMomentSubject(loaded, request, { momentId: request.params.momentId }),
  begins: (loaded, request) => readingDemands(loaded, activatedVersion(loaded.activation), request),
  answer({ activation, recalls }) {
    const momentVersion = activatedVersion(activation);
    const recall = toldToResidents(recallOf(recalls, momentVersion));
    return { body: { ...activation, momentVersion, recall } };
  },
});

export const handler = httpHandler(readOpenMoment);
