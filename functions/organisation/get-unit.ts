import { found } from '../../shared/domain/found.ts';
import { isVisible } from '../../shared/domain/provider.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { getUnit as contract } from './contracts.ts';
import { unitSubject } from './unit-subject.ts';

/** Of those posted last, shown now or not. */
const mostMessages = 100;

export const getUnit = readUseCase(contract, {
  load: async ({ organisation }, { params }) => found(await organisation.unit(params.unitId)),
  subject: unitSubject,
  fetch: ({ organisation }, { value: { provider } }) =>
    organisation.informationMessages(provider, { limit: mostMessages, cursor: undefined }),
  answer: ({ value: { hsaId, ...unit }, version }, { items }, { now }) => ({
    body: {
      ...unit,
      unitId: hsaId,
      messages: items.map(({ value }) => value).filter((message) => isVisible(message, now)),
    },
    version,
  }),
});

export const handler = httpHandler(getUnit);
