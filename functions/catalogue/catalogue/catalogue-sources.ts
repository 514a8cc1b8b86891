import type { Activation } from '../../../shared/domain/moment/activation.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { searchedWords } from '../../../shared/domain/moment/catalogue-words.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { PageRequest } from '../../../shared/persistence/engine/page.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** A moment that may belong in the list; what decides is its entry, read afterwards. */
export interface Candidate {
  readonly momentId: string;
  /** A moment may be found in several places, and is listed in one: so it comes once, whatever page that is on. */
  isListedHere(entry: CatalogueEntry): boolean;
  /** Where the next page begins when one is full with it; only where more are looked for than a page has. */
  readonly after?: () => string;
  /** On the provider's own units, where they are what the moment was found by. */
  readonly activations?: readonly Stored<Activation>[];
}

export interface CandidatePage {
  readonly candidates: readonly Candidate[];
  readonly next: string | undefined;
}

interface Wanted {
  readonly view: string;
  readonly text?: string | undefined;
}

/** Of what is not offered any more also what has been inactivated: it may run on. */
const isOf = (view: string, { state }: Activation): boolean => view === 'withdrawn' || state === 'active';

const activated = async (
  moments: Stores['moments'],
  { provider, view }: { provider: string; view: string },
  page: PageRequest,
): Promise<CandidatePage> => {
  const { items, next } = await moments.activatedMoments(provider, page);
  const candidates = items.flatMap((all) => {
    const activations = all.filter(({ value }) => isOf(view, value));
    const [first] = activations;
    return first ? [{ momentId: first.value.momentId, isListedHere: () => true, activations }] : [];
  });
  return { candidates, next };
};

/** Moments that are looked at for a page of a search, however short it is. */
const soughtAtOnce = 100;

/** By one word; the others are compared afterwards. A title may have several words that begin so: the first of them counts. */
const titled = async (
  moments: Stores['moments'],
  { provider, beginning }: { provider: string; beginning: string },
  page: PageRequest,
): Promise<CandidatePage> => {
  const { items, next } = await moments.searched(provider, beginning, { ...page, limit: soughtAtOnce });
  const candidates = items.map(({ momentId, word, after }) => ({
    ...{ momentId, after },
    isListedHere: ({ words, offeredTo }: CatalogueEntry) =>
      word === undefined
        ? offeredTo !== 'everyone'
        : offeredTo === 'everyone' && words.find((one) => one.startsWith(beginning)) === word,
  }));
  return { candidates, next };
};

const offered = async (
  moments: Stores['moments'],
  provider: string,
  page: PageRequest,
): Promise<CandidatePage> => {
  const { items, next } = await moments.offersTo(provider, page);
  const candidates = items.map(({ value: { momentId, provider: party } }) => ({
    momentId,
    isListedHere: ({ offeredTo }: CatalogueEntry) => (offeredTo === 'everyone') === (party === 'everyone'),
  }));
  return { candidates, next };
};

/** Where a page of the catalogue is looked for: one query, whatever there is in the catalogue. */
export const candidatesFor = (
  { moments }: Stores,
  provider: string,
  { view, text }: Wanted,
  page: PageRequest,
): Promise<CandidatePage> => {
  if (view === 'active' || view === 'withdrawn') return activated(moments, { provider, view }, page);
  const [longest] = searchedWords(text ?? '');
  return longest === undefined
    ? offered(moments, provider, page)
    : titled(moments, { provider, beginning: longest }, page);
};
