import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { getOffer as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';

export const getOffer = readUseCase(contract, {
  load: loadEntry,
  subject: entrySubject,
  answer: ({ value: { offeredTo, state, latest, versions }, version }) => ({
    body: { offeredTo, state, latest, versions },
    version,
  }),
});

export const handler = httpHandler(getOffer);
