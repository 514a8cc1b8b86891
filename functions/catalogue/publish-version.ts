import { type ModuleOutline, mediaIdsOf } from '../../shared/domain/content/module-outline.ts';
import { found } from '../../shared/domain/found.ts';
import type { CatalogueEntry, OfferedTo } from '../../shared/domain/moment/catalogue-entry.ts';
import { wordsOf } from '../../shared/domain/moment/catalogue-words.ts';
import { compareVersions } from '../../shared/domain/moment/compare-versions.ts';
import { assertPublishable, assertSecondPerson, type Moment } from '../../shared/domain/moment/moment.ts';
import { assertExpected, nextVersion } from '../../shared/domain/moment/next-version.ts';
import type { PublishedVersion } from '../../shared/domain/moment/published-version.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { momentSubject } from '../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { type Change, create, replace, save } from '../../shared/persistence/change.ts';
import type { Draft } from '../../shared/persistence/draft-repository.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Stored } from '../../shared/persistence/entity.ts';
import { moduleSummaryOf } from '../../shared/persistence/module-summary.ts';
import { assertFits } from './assert-fits.ts';
import { publishVersion as contract } from './contracts.ts';
import { offerChanges, wordChanges } from './listing.ts';

/** In the order that residents meet them. */
const modulesOf = ({ outline, modules }: Draft): ModuleOutline[] => {
  const byId = new Map(modules.map(({ value: { module } }) => [module.moduleId, module]));
  return outline.value.outline.moduleIds.map((moduleId) => found(byId.get(moduleId)));
};

const candidateOf = (draft: Draft) => ({
  outline: draft.outline.value.outline,
  modules: modulesOf(draft).map(moduleSummaryOf),
  forms: draft.forms.map(({ value }) => value.form),
});

const headOf = (
  moment: Moment,
  version: string,
  draft: Draft,
  by: { who: string; at: string },
): PublishedVersion => {
  const { outline, modules, forms } = candidateOf(draft);
  const { moduleIds: _, ...said } = outline;
  return {
    ...said,
    ...{ momentId: moment.momentId, momentVersion: version, modules, forms },
    publisherUnit: moment.unit,
    publishedBy: by.who,
    publishedAt: by.at,
  };
};

const entryOf = (
  moment: Moment,
  head: PublishedVersion,
  before: CatalogueEntry | undefined,
  offeredTo: OfferedTo,
): CatalogueEntry => {
  const { momentId, momentVersion, title, kind, open, publishedAt } = head;
  const [major] = momentVersion.split('.');
  const others = (before?.versions ?? []).filter((version) => version.split('.')[0] !== major);
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

interface Loaded {
  readonly draft: Draft;
  readonly latest: PublishedVersion | undefined;
  readonly entry: Stored<CatalogueEntry> | undefined;
  readonly media: Stored<{ momentId: string; mediaIds: string[] }> | undefined;
}

const mediaChange = ({ draft, media }: Loaded, modules: readonly ModuleOutline[]): Change[] => {
  const { momentId } = draft.head.value;
  const before = media?.value.mediaIds ?? [];
  const mediaIds = [...new Set([...before, ...modules.flatMap(mediaIdsOf)])];
  return mediaIds.length === before.length
    ? []
    : [save(entities.publishedMedia, media, { momentId, mediaIds })];
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
  decide(loaded, { body, caller, now, newId }) {
    const { draft, latest, entry } = loaded;
    const { value: moment } = draft.head;
    assertPublishable(moment);
    assertSecondPerson(moment, caller.hsaId);
    const differences = latest ? compareVersions(latest, candidateOf(draft)) : [];
    const momentVersion = nextVersion(latest?.momentVersion, differences);
    assertExpected(body.expected, differences);
    const head = headOf(moment, momentVersion, draft, { who: caller.hsaId, at: now });
    const offeredTo = body.offeredTo ?? entry?.value.offeredTo ?? [];
    const listed = entryOf(moment, head, entry?.value, offeredTo);
    const modules = modulesOf(draft);
    const { exportedBy: _, review: __, ...kept } = moment;
    const { momentId } = moment;
    const event = { momentId, eventId: newId(), act: 'published' as const, by: caller.hsaId, at: now };
    return {
      body: { momentVersion, differences },
      version: draft.head.version + 1,
      resource: { momentVersion },
      changes: assertFits([
        replace(entities.moment, draft.head, {
          ...kept,
          latest: momentVersion,
          state: 'draft',
          verdicts: {},
        }),
        create(entities.publishedVersion, head),
        ...modules.map((module) => create(entities.publishedModule, { momentId, momentVersion, module })),
        save(entities.catalogueEntry, entry, listed),
        ...offerChanges(momentId, entry?.value.offeredTo, offeredTo),
        ...wordChanges(momentId, entry?.value.words, listed.words),
        ...mediaChange(loaded, modules),
        create(entities.momentEvent, { ...event, momentVersion, offeredTo }),
      ]),
    };
  },
});

export const handler = httpHandler(publishVersion);
