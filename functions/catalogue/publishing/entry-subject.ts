import { found } from '../../../shared/domain/found.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

interface Asked {
  readonly params: { readonly momentId: string };
}

export const loadEntry = async (
  { moments }: Stores,
  { params: { momentId } }: Asked,
): Promise<Stored<CatalogueEntry>> => found(await moments.catalogueEntry(momentId));

/** What is said of a moment in the catalogue is its publisher unit’s to say; `ETag` is the entry’s own version. */
export const entrySubject = ({ value, version }: Stored<CatalogueEntry>): RequestSubject => ({
  provider: value.publisherProvider,
  unit: value.publisherUnit,
  resource: { momentId: value.momentId },
  version,
});
