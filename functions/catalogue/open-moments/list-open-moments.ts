import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listOpenMoments as contract } from './contracts.ts';
import { approvalDemands, isOpen, loadUnitForResident, openMomentSubject } from './resident-access.ts';

export const listOpenMoments = readUseCase(contract, {
  load: loadUnitForResident,
  subject: (loaded, request) => openMomentSubject(loaded, request),
  begins: (loaded, request) => approvalDemands(loaded, request),
  fetch: (stores, { unit }, { query: { limit, cursor } }) =>
    stores.moments.activationsOn(unit.hsaId, { limit, cursor }),
  answer: (_, { items, next }) => ({
    body: {
      moments: items
        .map(({ value }) => value)
        .filter(isOpen)
        .map((value) => ({ ...value, momentVersion: activatedVersion(value) })),
      next,
    },
  }),
});

export const handler = httpHandler(listOpenMoments);
