import { isDeepStrictEqual } from 'node:util';
import type { ModuleOutline } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import { compareVersions } from '../../../shared/domain/moment/comparing/compare-versions.ts';
import { formsAsDrafted } from '../../../shared/domain/moment/comparing/version-fingerprint.ts';
import type { DraftFormRef } from '../../../shared/domain/moment/draft.ts';
import { basisOf } from '../../../shared/domain/moment/draft-basis.ts';
import { assertEditable } from '../../../shared/domain/moment/moment.ts';
import type { PublishedVersion } from '../../../shared/domain/moment/published-version.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { mostBytes, mostChanges } from '../../../shared/persistence/engine/transaction-limits.ts';
import { candidateOf } from '../../../shared/persistence/moments/candidate-of-draft.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import {
  basisChange,
  composeSave,
  outlineChange,
  type PartChange,
  replacedHead,
} from '../draft-part-changes.ts';
import { formsTo, modulesTo } from '../whole-draft-changes.ts';
import { draftFromVersion as contract } from './contracts.ts';

/** Everything in it is in the version it goes on from. */
const isAsPublished = (draft: Draft): boolean => {
  const { basis, modules, outline } = draft;
  const { moduleIds } = outline.value.outline;
  const ids = modules.map(({ value }) => value.module.moduleId);
  if (!basis || !isDeepStrictEqual(ids.toSorted(), moduleIds.toSorted())) return false;
  return compareVersions(basis.value.published, candidateOf(draft)).length === 0;
};

const outlineOf = (version: PublishedVersion) => {
  const { title, kind, welcome, functions, maintenance, open, openedByPractitioner, modules } = version;
  return {
    ...{ title, kind, welcome, functions, open, openedByPractitioner },
    ...(maintenance ? { maintenance } : {}),
    moduleIds: modules.map(({ moduleId }) => moduleId),
  };
};

interface Opened {
  readonly version: PublishedVersion;
  readonly modules: readonly ModuleOutline[];
  readonly forms: readonly DraftFormRef[];
}

/** In an order in which the outline never names a module that is not there, wherever it is broken off. */
const partsTo = (draft: Draft, { version, modules, forms }: Opened): PartChange[] => {
  const { head, outline, basis } = draft;
  const [inModules, inForms] = [modulesTo(draft, modules), formsTo(draft, forms)];
  const wanted = outlineOf(version);
  const after = basisOf(version);
  return [
    ...inModules.written,
    ...inForms.written,
    ...(isDeepStrictEqual(outline.value.outline, wanted) ? [] : [outlineChange(head.value, outline, wanted)]),
    ...(isDeepStrictEqual(basis?.value, after) ? [] : [basisChange(head, basis, after)]),
    ...inModules.gone,
    ...inForms.gone,
  ];
};

/** What one transaction takes beside the head: each part is written, and what it was before. */
const inOneTransaction = (parts: readonly PartChange[]): PartChange[] => {
  let bytes = 0;
  const fits = parts.slice(0, Math.floor((mostChanges - 1) / 2)).findIndex(({ part, change }) => {
    bytes += Buffer.byteLength(JSON.stringify([part, change.item]));
    return bytes > mostBytes / 2;
  });
  return parts.slice(0, fits === -1 ? Math.floor((mostChanges - 1) / 2) : Math.max(fits, 1));
};

export const draftFromVersion = writeUseCase(contract, {
  async load({ moments }, { params: { momentId }, body: { momentVersion } }) {
    const [draft, version, modules, fingerprint, entry] = await Promise.all([
      moments.draft(momentId),
      moments.version(momentId, momentVersion),
      moments.publishedModules(momentId, momentVersion),
      moments.versionFingerprint(momentId, momentVersion),
      moments.catalogueEntry(momentId),
    ]);
    return {
      draft: found(draft),
      version: version?.value,
      modules: modules.map(({ module }) => module),
      fingerprint: fingerprint?.value,
      latest: entry?.value.versions ?? [],
    };
  },
  subject: ({ draft }, { body: { momentVersion } }) => momentSubject(draft.head, { momentVersion }),
  decide({ draft, version, modules, fingerprint, latest }, request) {
    const { head } = draft;
    const wanted = found(version);
    assertEditable(head.value);
    if (!latest.includes(wanted.momentVersion)) throw new Problem('version-followed');
    if (request.body.discard !== true && !isAsPublished(draft)) throw new Problem('draft-unpublished');
    const forms = formsAsDrafted(wanted.forms, fingerprint);
    const all = partsTo(draft, { version: wanted, modules, forms });
    const parts = inOneTransaction(all);
    const { title, kind } = wanted;
    const { answer, changes } = composeSave(
      head,
      replacedHead(head, { title, kind }),
      { act: 'version-opened', parts },
      request,
    );
    return {
      body: { ...answer, left: all.length - parts.length },
      version: head.version + 1,
      changes,
    };
  },
});

export const handler = httpHandler(draftFromVersion);
