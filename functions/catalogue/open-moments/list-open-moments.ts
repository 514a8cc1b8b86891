import { activatedVersion } from '../../../shared/domain/moment/activation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listOpenMoments as contract } from './contracts.ts';
import {
  assertApprovedUnderEarlierNumber,
  isOpen,
  loadUnitForResident,
  openMomentSubject,
} from './resident-access.ts';

export const listOpenMoments = readUseCase(contract, {
  load: loadUnitForResident,
  subject: (loaded, request) => openMomentSubject(loaded, request),
  async fetch(stores, loaded, { query: { limit, cursor }, shownIdFor }) {
    const [page] = await Promise.all([
      stores.moments.activationsOn(loaded.unit.hsaId, { limit, cursor }),
      assertApprovedUnderEarlierNumber(stores, loaded, { shownIdFor }),
    ]);
    return page;
  },
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
