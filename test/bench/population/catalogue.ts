import { v7 as uuidv7 } from 'uuid';
import { region, staff, units } from '../../../infra/local/data/demo-data.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import { momentKind } from '../../../shared/domain/content/outline.ts';
import { wordsOf } from '../../../shared/domain/moment/catalogue-words.ts';
import { type Change, create, keep } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';

const themes = ['Sömn', 'Oro', 'Smärta', 'Rökstopp', 'Föräldraskap', 'Nedstämdhet', 'Stress', 'Återhämtning'];

/** How many moments the catalogue has beside so many instances: 50 beside a hundred, 5 000 beside a hundred thousand. */
export const momentsBeside = (instances: number): number =>
  Math.min(5000, Math.max(50, Math.round(instances / 20)));

/** Published moments that are offered to the region, as publishing leaves them. */
export function* catalogueOf(count: number, now: Date): Generator<Change> {
  for (let at = 0; at < count; at += 1) {
    const momentId = uuidv7({ msecs: now.getTime() - (count - at) * 60_000 });
    const title = `${themes[at % themes.length]} ${at + 1}: ett program för vuxna`;
    const kind = momentKind.options[at % momentKind.options.length] ?? 'course';
    const said = { title, kind, open: false };
    const publishedAt = now.toISOString();
    yield create(entities.moment, {
      ...{ momentId, title, kind, unit: units.publisher, provider: region, unitKind: 'publisher' },
      ...{ state: 'draft', revision: 1, verdicts: {}, latest: '1.0' },
    });
    yield create(entities.publishedVersion, {
      ...{
        momentId,
        momentVersion: '1.0',
        ...said,
        welcome: 'Välkommen!',
        functions: usualFunctions,
        openedByPractitioner: [],
      },
      ...{
        modules: [],
        forms: [],
        publisherUnit: units.publisher,
        publishedBy: staff.publisher,
        publishedAt,
      },
    });
    yield create(entities.catalogueEntry, {
      ...{ momentId, ...said, publishedAt, latest: '1.0', versions: ['1.0'], words: wordsOf(title) },
      ...{ publisherUnit: units.publisher, publisherProvider: region },
      ...{ state: 'published', offeredTo: [region], recalled: {} },
    });
    yield keep(entities.offer, { momentId, provider: region });
  }
}
