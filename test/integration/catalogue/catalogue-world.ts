import { v7 as uuidv7 } from 'uuid';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import type { Activation } from '../../../shared/domain/moment/activation.ts';
import type { CatalogueEntry, OfferedTo } from '../../../shared/domain/moment/catalogue-entry.ts';
import { wordsOf } from '../../../shared/domain/moment/catalogue-words.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { provider, units } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const [start, followUp] = moodProgramme.modules;
if (!start || !followUp) throw new Error('The programme has two modules');

/** Other words everywhere, the same structure: a minor version. */
export const reworded = {
  ...moodProgramme,
  title: 'Må bättre, omskriven',
  welcome: 'Välkommen åter!',
  modules: [{ ...start, title: 'Kom i gång' }, followUp],
  forms: [{ ...phq9, title: 'PHQ-9, omskriven' }],
};
/** The modules the other way round: a major version. */
export const restructured = { ...moodProgramme, modules: [followUp, start] };

export const entryOf = async (world: World, momentId: string): Promise<CatalogueEntry> => {
  const entry = await world.runtime.stores.moments.catalogueEntry(momentId);
  if (!entry) throw new Error(`${momentId} is not in the catalogue`);
  return entry.value;
};

/** The ETag of a moment’s entry in the catalogue. */
export const entryTag = async (world: World, momentId: string): Promise<{ 'If-Match': string }> => {
  const entry = await world.runtime.stores.moments.catalogueEntry(momentId);
  return { 'If-Match': `"${entry?.version}"` };
};

const published = {
  publisherUnit: units.publisher,
  publishedAt: '2026-11-25T10:00:00.000Z',
};

type Listed = Partial<Omit<CatalogueEntry, 'words'>>;

/** A moment as publishing leaves it: its head, and in the catalogue its entry, offers and words. */
export const inCatalogue = async (world: World, more: Listed = {}): Promise<CatalogueEntry> => {
  const entry: CatalogueEntry = {
    ...{ momentId: uuidv7(), title: 'Ett moment', kind: 'course', open: false },
    ...{ publisherProvider: provider, state: 'published', latest: '1.0', versions: ['1.0'] },
    ...{ offeredTo: [provider], recalled: {}, ...published },
    ...more,
    words: wordsOf(more.title ?? 'Ett moment'),
  };
  const { momentId, title, kind, latest } = entry;
  await world.have(entities.moment, {
    ...{ momentId, title, kind, latest, unitKind: 'publisher', state: 'draft', revision: 1, verdicts: {} },
    ...{ unit: entry.publisherUnit, provider: entry.publisherProvider },
  });
  await world.have(entities.catalogueEntry, entry);
  for (const party of partiesTo(entry.offeredTo))
    await world.have(entities.offer, { momentId, provider: party });
  if (entry.offeredTo === 'everyone')
    for (const word of entry.words) await world.have(entities.catalogueWord, { word, momentId });
  return entry;
};

const partiesTo = (offeredTo: OfferedTo): readonly string[] =>
  offeredTo === 'everyone' ? ['everyone'] : offeredTo;

/** A version of it, with nothing in it. */
export const withVersion = async (
  world: World,
  { momentId, title, kind, open }: CatalogueEntry,
  momentVersion: string,
  more: Partial<PublishedVersion> = {},
): Promise<void> => {
  const outline = { title, kind, open, openedByPractitioner: [], welcome: 'Hej', functions: usualFunctions };
  const version = { momentId, momentVersion, ...outline, modules: [], forms: [] };
  await world.have(entities.publishedVersion, {
    ...{ ...version, publishedBy: 'TST5565594230-PUB1', ...published },
    ...more,
  });
};

/** Active at the region, where nothing else is said. */
export const withActivation = async (
  world: World,
  { momentId, title, kind, open }: CatalogueEntry,
  more: Partial<Activation>,
): Promise<void> =>
  world.have(entities.activation, {
    ...{ momentId, title, kind, open, openedByPractitioner: [], welcome: 'Hej', functions: usualFunctions },
    ...{ unit: units.care, provider, major: 1, minor: 0, modules: [], forms: [], state: 'active' },
    ...more,
  });
