import { type ModuleOutline, mediaIdsOf } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import type { PublishedMedia } from '../../../shared/domain/media/published-media.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { wordsOf } from '../../../shared/domain/moment/catalogue-words.ts';
import type { Candidate } from '../../../shared/domain/moment/comparing/compare-versions.ts';
import type { VersionFingerprint } from '../../../shared/domain/moment/comparing/version-fingerprint.ts';
import { basisOf } from '../../../shared/domain/moment/draft-basis.ts';
import { assertPublishable, assertSecondPerson, type Moment } from '../../../shared/domain/moment/moment.ts';
import { assertExpected } from '../../../shared/domain/moment/next-version.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import type { Recall } from '../../../shared/domain/moment/recall.ts';
import { isLater, minorOf, versionsWith } from '../../../shared/domain/moment/version.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { type Change, create, replace, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { modulesOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { offerChanges, wordChanges } from './catalogue-line-changes.ts';
import { publishVersion as contract } from './contracts.ts';
import { nextPublication, publicationChanges } from './next-publication.ts';
import { assertRegisteredProviders, registeredAmong } from './offered-providers.ts';
import { recallChanges, recalledAfter } from './recall-changes.ts';
import { withinTransactionLimit } from './transaction-limit.ts';

interface Loaded {
  readonly draft: Draft;
  readonly entry: Stored<CatalogueEntry> | undefined;
  readonly media: Stored<PublishedMedia> | undefined;
  readonly registered: ReadonlySet<string>;
  readonly recalls: readonly Stored<Recall>[];
  readonly fingerprints: readonly VersionFingerprint[];
}

type Published = Pick<PublishedVersion, 'momentVersion' | 'publishedBy' | 'publishedAt'>;

const publishedVersionOf = (
  { momentId, unit: publisherUnit }: Moment,
  { outline: { moduleIds: _, ...said }, modules, forms }: Candidate,
  published: Published,
): PublishedVersion => ({
  ...said,
  momentId,
  modules: [...modules],
  forms: [...forms],
  publisherUnit,
  ...published,
});

/**
 * The entry says what the latest version says. A minor of an earlier major is for what runs: it stands among the versions and changes
 * nothing else; and no minor brings back what was unpublished (PUB-6).
 */
const entryOf = (
  moment: Moment,
  head: PublishedVersion,
  before: CatalogueEntry | undefined,
  { offeredTo, recalled }: Pick<CatalogueEntry, 'offeredTo' | 'recalled'>,
): CatalogueEntry => {
  const { momentId, momentVersion, title, kind, open, publishedAt } = head;
  const versions = versionsWith(before?.versions ?? [], momentVersion);
  if (before && isLater(before.latest, momentVersion)) return { ...before, versions, offeredTo, recalled };
  return {
    ...{ momentId, title, kind, open, offeredTo, recalled, publishedAt },
    publisherUnit: moment.unit,
    publisherProvider: moment.provider,
    state: minorOf(momentVersion) === 0 ? 'published' : (before?.state ?? 'published'),
    latest: momentVersion,
    versions,
    words: wordsOf(title),
  };
};

const mediaChange = ({ draft, media }: Loaded, modules: readonly ModuleOutline[]): Change[] => {
  const { momentId } = draft.head.value;
  const before = media?.value.mediaIds ?? [];
  const mediaIds = [...new Set([...before, ...modules.flatMap(mediaIdsOf)])];
  return mediaIds.length === before.length
    ? []
    : [replaceOrCreate(entities.publishedMedia, media, { momentId, mediaIds })];
};

/** The moment is its designers’ again: what follows is another version, and has been tested by nobody. */
const momentHeadAfter = (head: Stored<Moment>, published: string): Change => {
  const { exportedBy: _, review: __, ...kept } = head.value;
  const { latest: before } = kept;
  const latest = before !== undefined && isLater(before, published) ? before : published;
  return replace(entities.moment, head, { ...kept, latest, state: 'draft', verdicts: {} });
};

const catalogueChanges = (before: Stored<CatalogueEntry> | undefined, after: CatalogueEntry): Change[] => [
  replaceOrCreate(entities.catalogueEntry, before, after),
  ...offerChanges(after.momentId, before?.value.offeredTo, after.offeredTo),
  ...wordChanges(after.momentId, before?.value, after),
];

export const publishVersion = writeUseCase(contract, {
  async load(stores, { params: { momentId }, body }): Promise<Loaded> {
    const { moments } = stores;
    const [draft, entry, media, registered, recalls, fingerprints] = await Promise.all([
      moments.draft(momentId),
      moments.catalogueEntry(momentId),
      moments.publishedMedia(momentId),
      registeredAmong(stores, body.offeredTo),
      moments.recalls(momentId),
      moments.fingerprintsOfMajors(momentId),
    ]);
    return { draft: found(draft), entry, media, registered, recalls, fingerprints };
  },
  subject: ({ draft }) => momentSubject(draft.head),
  decide(loaded, request) {
    const { draft, entry } = loaded;
    const { body, caller, now: publishedAt } = request;
    const moment = draft.head.value;
    assertPublishable(moment);
    assertSecondPerson(moment, caller.hsaId);
    const next = nextPublication(draft, loaded.fingerprints);
    const { basis, momentVersion, candidate, told } = next;
    assertExpected(body.expected, momentVersion, next.differences);
    assertRegisteredProviders(body.offeredTo, entry?.value.offeredTo, loaded.registered);
    const published = { momentVersion, publishedAt, publishedBy: caller.hsaId };
    const head = publishedVersionOf(moment, candidate, published);
    const offeredTo = body.offeredTo ?? entry?.value.offeredTo ?? [];
    const modules = modulesOf(draft);
    const { momentId } = moment;
    const following = { basis, momentVersion, mends: body.mends === true };
    const recalled = recalledAfter(entry?.value.recalled ?? {}, loaded.recalls, following);
    return {
      body: { momentVersion, ...told, differences: toldIn(request.language, told.differences) },
      version: draft.head.version + 1,
      resource: { momentVersion },
      changes: withinTransactionLimit([
        momentHeadAfter(draft.head, momentVersion),
        create(entities.publishedVersion, head),
        ...publicationChanges(next, publishedAt),
        replaceOrCreate(entities.draftBasis, draft.basis, basisOf(head)),
        ...modules.map((module) =>
          create(entities.publishedModule, {
            ...{ momentId, momentVersion, module },
            openedByPractitioner: candidate.outline.openedByPractitioner.includes(module.moduleId),
          }),
        ),
        ...catalogueChanges(entry, entryOf(moment, head, entry?.value, { offeredTo, recalled })),
        ...mediaChange(loaded, modules),
        activeUnitDemand(moment.unit),
        ...recallChanges(loaded.recalls, following),
        momentEventChange({ momentId, act: 'published', momentVersion, offeredTo }, request),
      ]),
    };
  },
});

export const handler = httpHandler(publishVersion);
