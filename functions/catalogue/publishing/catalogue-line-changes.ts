import type { CatalogueEntry, OfferedTo } from '../../../shared/domain/moment/catalogue-entry.ts';
import { type Change, dropUnread, keep } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';

const partiesTo = (offered: OfferedTo | undefined): readonly string[] =>
  offered === 'everyone' ? ['everyone'] : (offered ?? []);

/** The lines that put a moment in the catalogues of those it is offered to, and take it out of the others' (PUB-3). */
export const offerChanges = (momentId: string, before: OfferedTo | undefined, after: OfferedTo): Change[] => {
  const [were, are] = [partiesTo(before), partiesTo(after)];
  return [
    ...are
      .filter((provider) => !were.includes(provider))
      .map((provider) => keep(entities.offer, { momentId, provider })),
    ...were
      .filter((provider) => !are.includes(provider))
      .map((provider) => dropUnread(entities.offer, { momentId, provider })),
  ];
};

type Worded = Pick<CatalogueEntry, 'offeredTo' | 'words'>;

/** Of what is offered to some alone none: a search finds that among what each of them is offered. */
const searchedBy = (entry: Worded | undefined): readonly string[] =>
  entry?.offeredTo === 'everyone' ? entry.words : [];

/** The words that a search finds a moment by. */
export const wordChanges = (momentId: string, was: Worded | undefined, is: Worded): Change[] => {
  const [before, after] = [searchedBy(was), searchedBy(is)];
  return [
    ...after
      .filter((word) => !before.includes(word))
      .map((word) => keep(entities.catalogueWord, { word, momentId })),
    ...before
      .filter((word) => !after.includes(word))
      .map((word) => dropUnread(entities.catalogueWord, { word, momentId })),
  ];
};
