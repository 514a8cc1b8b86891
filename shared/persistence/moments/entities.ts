import { media } from '../../domain/media/media.ts';
import { publishedMedia } from '../../domain/media/published-media.ts';
import { activation } from '../../domain/moment/activation.ts';
import { catalogueEntry, catalogueWord, offer } from '../../domain/moment/catalogue-entry.ts';
import { versionFingerprint } from '../../domain/moment/comparing/version-fingerprint.ts';
import { draftForm, draftModule, draftOutline, keptForm, keptStep } from '../../domain/moment/draft.ts';
import { draftBasis } from '../../domain/moment/draft-basis.ts';
import { moment } from '../../domain/moment/moment.ts';
import { momentEvent } from '../../domain/moment/moment-event.ts';
import { publication } from '../../domain/moment/publication.ts';
import { publishedModule, publishedVersion } from '../../domain/moment/published-version.ts';
import { recall } from '../../domain/moment/recall.ts';
import { partName, savedPart } from '../../domain/moment/saved-part.ts';
import { testForm, testRun } from '../../domain/moment/test-run.ts';
import { majorOf } from '../../domain/moment/version.ts';
import { entity } from '../engine/entity.ts';
import { keys, listed } from '../keys.ts';

/** What the table of moments keeps, one row a kind: in what shape, under which key. */
export const momentEntities = {
  moment: entity({
    type: 'Moment',
    table: 'moments',
    schema: moment,
    key: ({ momentId }) => keys.moment(momentId),
    // What has been deleted is listed no more.
    indexKeys: ({ unit: owner, momentId, state }): Readonly<Record<string, string>> =>
      state === 'deleted' ? {} : { owner, listed: listed.moment(momentId) },
  }),
  draftOutline: entity({
    type: 'DraftOutline',
    table: 'moments',
    schema: draftOutline,
    key: ({ momentId }) => keys.draftOutline(momentId),
  }),
  draftBasis: entity({
    type: 'DraftBasis',
    table: 'moments',
    schema: draftBasis,
    key: ({ momentId }) => keys.draftBasis(momentId),
  }),
  draftModule: entity({
    type: 'DraftModule',
    table: 'moments',
    schema: draftModule,
    key: (value) => keys.draftModule(value.momentId, value.module.moduleId),
  }),
  draftForm: entity({
    type: 'DraftForm',
    table: 'moments',
    schema: draftForm,
    key: (value) => keys.draftForm(value.momentId, value.form.formId),
  }),
  keptStep: entity({
    type: 'KeptStep',
    table: 'moments',
    schema: keptStep,
    key: (value) => keys.keptStep(value.momentId, value.digest),
  }),
  keptForm: entity({
    type: 'KeptForm',
    table: 'moments',
    schema: keptForm,
    key: (value) => keys.keptForm(value.momentId, value.digest),
  }),
  savedPart: entity({
    type: 'SavedPart',
    table: 'moments',
    schema: savedPart,
    key: (value) => keys.savedPart(value.momentId, value.saveId, partName(value)),
  }),
  publishedVersion: entity({
    type: 'PublishedVersion',
    table: 'moments',
    schema: publishedVersion,
    key: (value) => keys.version(value.momentId, value.momentVersion),
  }),
  publishedModule: entity({
    type: 'PublishedModule',
    table: 'moments',
    schema: publishedModule,
    key: (value) => keys.versionModule(value.momentId, value.momentVersion, value.module.moduleId),
  }),
  publication: entity({
    type: 'Publication',
    table: 'moments',
    schema: publication,
    key: (value) => keys.publication(value.momentId, value.momentVersion),
  }),
  versionFingerprint: entity({
    type: 'VersionFingerprint',
    table: 'moments',
    schema: versionFingerprint,
    key: (value) => keys.versionFingerprint(value.momentId, value.momentVersion),
  }),
  majorFingerprint: entity({
    type: 'MajorFingerprint',
    table: 'moments',
    schema: versionFingerprint,
    key: (value) => keys.majorFingerprint(value.momentId, majorOf(value.momentVersion)),
  }),
  recall: entity({
    type: 'Recall',
    table: 'moments',
    schema: recall,
    key: (value) => keys.recall(value.momentId, value.momentVersion),
  }),
  catalogueEntry: entity({
    type: 'CatalogueEntry',
    table: 'moments',
    schema: catalogueEntry,
    key: ({ momentId }) => keys.catalogueEntry(momentId),
  }),
  offer: entity({
    type: 'Offer',
    table: 'moments',
    schema: offer,
    key: (value) => keys.offer(value.momentId, value.provider),
    indexKeys: ({ momentId, provider: owner }) => ({ owner, listed: listed.offer(momentId) }),
  }),
  catalogueWord: entity({
    type: 'CatalogueWord',
    table: 'moments',
    schema: catalogueWord,
    key: ({ word, momentId }) => keys.catalogueWord(word, momentId),
  }),
  momentEvent: entity({
    type: 'MomentEvent',
    table: 'moments',
    schema: momentEvent,
    key: (value) => keys.momentEvent(value.momentId, value.eventId),
  }),
  testRun: entity({
    type: 'TestRun',
    table: 'moments',
    schema: testRun,
    key: (value) => keys.testRun(value.momentId, value.testId),
  }),
  testForm: entity({
    type: 'TestForm',
    table: 'moments',
    schema: testForm,
    key: (value) => keys.testForm(value.momentId, value.testId, value.formId, value.page),
  }),
  media: entity({
    type: 'Media',
    table: 'moments',
    schema: media,
    key: (value) => keys.media(value.momentId, value.mediaId),
  }),
  publishedMedia: entity({
    type: 'PublishedMedia',
    table: 'moments',
    schema: publishedMedia,
    key: ({ momentId }) => keys.publishedMedia(momentId),
  }),
  activation: entity({
    type: 'Activation',
    table: 'moments',
    schema: activation,
    key: (value) => keys.activation(value.unit, value.momentId, value.major),
    indexKeys: ({ provider: owner, momentId, major, unit: at }) => ({
      owner,
      listed: listed.activation(momentId, major, at),
    }),
  }),
} as const;
