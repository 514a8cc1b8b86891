import { type ModuleOutline, mediaIdsOf } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import type { PublishedMedia } from '../../../shared/domain/media/published-media.ts';
import type { CatalogueEntry, OfferedTo } from '../../../shared/domain/moment/catalogue-entry.ts';
import { wordsOf } from '../../../shared/domain/moment/catalogue-words.ts';
import { type Candidate, compareVersions } from '../../../shared/domain/moment/compare-versions.ts';
import { assertPublishable, assertSecondPerson, type Moment } from '../../../shared/domain/moment/moment.ts';
import { assertExpected, nextVersion } from '../../../shared/domain/moment/next-version.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { majorOf } from '../../../shared/domain/moment/version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { type Change, create, replace, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { candidateOf, modulesOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { momentEventChange } from '../../../shared/persistence/moments/moment-event-change.ts';
import { offerChanges, wordChanges } from './catalogue-line-changes.ts';
import { publishVersion as contract } from './contracts.ts';
import { withinTransactionLimit } from './transaction-limit.ts';

interface Loaded {
  readonly draft: Draft;
  readonly latest: PublishedVersion | undefined;
  readonly entry: Stored<CatalogueEntry> | undefined;
  readonly media: Stored<PublishedMedia> | undefined;
}

type Published = Pick<PublishedVersion, 'momentVersion' | 'publishedBy' | 'publishedAt' | 'differences'>;

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

const entryOf = (
  moment: Moment,
  head: PublishedVersion,
  before: CatalogueEntry | undefined,
  offeredTo: OfferedTo,
): CatalogueEntry => {
  const { momentId, momentVersion, title, kind, open, publishedAt } = head;
  const major = majorOf(momentVersion);
  const others = (before?.versions ?? []).filter((version) => majorOf(version) !== major);
  return {
    ...{ momentId, title, kind, open, offeredTo, publishedAt },
    publisherUnit: moment.unit,
    publisherProvider: moment.provider,
    state: 'published',
    latest: momentVersion,
    versions: [momentVersion, ...others],
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
const momentHeadAfter = (head: Stored<Moment>, latest: string): Change => {
  const { exportedBy: _, review: __, ...kept } = head.value;
  return replace(entities.moment, head, { ...kept, latest, state: 'draft', verdicts: {} });
};

const catalogueChanges = (before: Stored<CatalogueEntry> | undefined, after: CatalogueEntry): Change[] => [
  replaceOrCreate(entities.catalogueEntry, before, after),
  ...offerChanges(after.momentId, before?.value.offeredTo, after.offeredTo),
  ...wordChanges(after.momentId, before?.value.words, after.words),
];

/** Somebody published while this was read: what differs from their version says nothing of this one. */
const assertSameReading = ({ latest }: Moment, found: PublishedVersion | undefined): void => {
  if (latest !== found?.momentVersion) throw new Problem('version-mismatch');
};

export const publishVersion = writeUseCase(contract, {
  async load({ moments }, { params: { momentId } }): Promise<Loaded> {
    const [draft, latest, entry, media] = await Promise.all([
      moments.draft(momentId),
      moments.latestVersion(momentId),
      moments.catalogueEntry(momentId),
      moments.publishedMedia(momentId),
    ]);
    return { draft: found(draft), latest: latest?.value, entry, media };
  },
  subject: ({ draft }) => momentSubject(draft.head),
  decide(loaded, request) {
    const { draft, latest, entry } = loaded;
    const { body, caller, now: publishedAt } = request;
    const moment = draft.head.value;
    assertPublishable(moment);
    assertSecondPerson(moment, caller.hsaId);
    assertSameReading(moment, latest);
    const candidate = candidateOf(draft);
    const differences = latest ? compareVersions(latest, candidate) : [];
    const momentVersion = nextVersion(latest?.momentVersion, differences);
    assertExpected(body.expected, momentVersion, differences);
    const published = {
      ...{ momentVersion, publishedAt, publishedBy: caller.hsaId },
      ...(latest ? { differences } : {}),
    };
    const head = publishedVersionOf(moment, candidate, published);
    const offeredTo = body.offeredTo ?? entry?.value.offeredTo ?? [];
    const modules = modulesOf(draft);
    const { momentId } = moment;
    return {
      body: { momentVersion, differences },
      version: draft.head.version + 1,
      resource: { momentVersion },
      changes: withinTransactionLimit([
        momentHeadAfter(draft.head, momentVersion),
        create(entities.publishedVersion, head),
        ...modules.map((module) => create(entities.publishedModule, { momentId, momentVersion, module })),
        ...catalogueChanges(entry, entryOf(moment, head, entry?.value, offeredTo)),
        ...mediaChange(loaded, modules),
        momentEventChange({ momentId, act: 'published', momentVersion, offeredTo }, request),
      ]),
    };
  },
});

export const handler = httpHandler(publishVersion);
