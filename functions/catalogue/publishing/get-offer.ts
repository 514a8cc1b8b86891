import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { getOffer as contract } from './contracts.ts';
import { entrySubject, loadEntry } from './entry-subject.ts';

export const getOffer = readUseCase(contract, {
  async load(stores, request) {
    const [entry, recalls] = await Promise.all([
      loadEntry(stores, request),
      stores.moments.recalls(request.params.momentId),
    ]);
    return { entry, recalls: recalls.map(({ value }) => value) };
  },
  subject: ({ entry }) => entrySubject(entry),
  answer({ entry: { value, version }, recalls }) {
    const { offeredTo, state, latest, versions } = value;
    return { body: { offeredTo, state, latest, versions, recalls }, version };
  },
});

export const handler = httpHandler(getOffer);
