import { auditEntry } from '../audit/entry.ts';
import { formInstance, instance, message, result } from '../domain/instance.ts';
import { mandate, personLinks } from '../domain/mandate.ts';
import { media } from '../domain/media/media.ts';
import { publishedMedia } from '../domain/media/published-media.ts';
import { activation } from '../domain/moment/activation.ts';
import { catalogueEntry, catalogueWord, offer } from '../domain/moment/catalogue-entry.ts';
import { draftForm, draftModule, draftOutline, keptForm, keptStep } from '../domain/moment/draft.ts';
import { moment } from '../domain/moment/moment.ts';
import { momentEvent } from '../domain/moment/moment-event.ts';
import { publishedModule, publishedVersion } from '../domain/moment/published-version.ts';
import { partName, savedPart } from '../domain/moment/saved-part.ts';
import { testForm, testRun } from '../domain/moment/test-run.ts';
import { administrators, approval, roleAssignment, roleChange, unit } from '../domain/organisation.ts';
import { agreement, informationMessage, provider } from '../domain/provider.ts';
import { statistic } from '../domain/statistics.ts';
import type { Entity } from './engine/entity.ts';
import { keys, listed } from './keys.ts';

const entity = <T extends object>(row: Entity<T>): Entity<T> => row;

/** Everything that is kept, one row a kind: where, in what shape, under which key. */
export const entities = {
  provider: entity({
    type: 'Provider',
    table: 'organisation',
    schema: provider,
    key: ({ hsaId }) => keys.provider(hsaId),
  }),
  agreement: entity({
    type: 'Agreement',
    table: 'organisation',
    schema: agreement,
    key: (value) => keys.agreement(value.provider, value.region),
    // Listed by the region, which made it; the provider has it in its own partition.
    indexed: ({ region, provider: party }) => ({ owner: region, listed: listed.agreement(party) }),
  }),
  informationMessage: entity({
    type: 'InformationMessage',
    table: 'organisation',
    schema: informationMessage,
    key: (value) => keys.informationMessage(value.provider, value.messageId),
  }),
  unit: entity({
    type: 'Unit',
    table: 'organisation',
    schema: unit,
    key: ({ hsaId }) => keys.unit(hsaId),
    // Residents are shown active units alone: the others are not in the index they are listed from.
    indexed: ({ hsaId, provider: owner, county, state }) => ({
      owner,
      listed: listed.unit(hsaId),
      ...(state === 'active' ? { activeCounty: county } : {}),
    }),
  }),
  administrators: entity({
    type: 'Administrators',
    table: 'organisation',
    schema: administrators,
    key: (value) => keys.administrators(value.unit),
  }),
  roleAssignment: entity({
    type: 'RoleAssignment',
    table: 'organisation',
    schema: roleAssignment,
    key: (value) => keys.role(value.staff, value.unit ?? value.provider, value.role),
    indexed: (value) => ({
      owner: value.unit ?? value.provider,
      listed: listed.role(value.staff, value.role),
    }),
  }),
  roleChange: entity({
    type: 'RoleChange',
    table: 'organisation',
    schema: roleChange,
    key: (value) => keys.roleChange(value.place, value.changeId),
  }),
  statistic: entity({
    type: 'Statistic',
    table: 'organisation',
    schema: statistic,
    key: (value) => keys.statistic(value.provider, value.unit, value.month, value.momentId),
  }),
  approval: entity({
    type: 'Approval',
    table: 'organisation',
    schema: approval,
    key: (value) => keys.approval(value.unit, value.person.key),
  }),
  mandate: entity({
    type: 'Mandate',
    table: 'organisation',
    schema: mandate,
    key: (value) => keys.mandate(value.resident.key, value.proxy.key, value.mandateId),
    indexed: ({ proxy, mandateId }) => ({ owner: proxy.key, listed: listed.mandate(mandateId) }),
  }),
  personLinks: entity({
    type: 'PersonLinks',
    table: 'organisation',
    schema: personLinks,
    key: ({ personKey }) => keys.personLinks(personKey),
  }),

  moment: entity({
    type: 'Moment',
    table: 'moments',
    schema: moment,
    key: ({ momentId }) => keys.moment(momentId),
    // What has been deleted is listed no more.
    indexed: ({ unit: owner, momentId, state }): Readonly<Record<string, string>> =>
      state === 'deleted' ? {} : { owner, listed: listed.moment(momentId) },
  }),
  draftOutline: entity({
    type: 'DraftOutline',
    table: 'moments',
    schema: draftOutline,
    key: ({ momentId }) => keys.draftOutline(momentId),
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
    indexed: ({ momentId, provider: owner }) => ({ owner, listed: listed.offer(momentId) }),
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
    key: (value) => keys.testForm(value.momentId, value.testId, value.formId),
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
    indexed: ({ provider: owner, momentId, major, unit: at }) => ({
      owner,
      listed: listed.activation(momentId, major, at),
    }),
  }),

  instance: entity({
    type: 'Instance',
    table: 'instances',
    schema: instance,
    key: ({ instanceId }) => keys.instance(instanceId),
    indexed: ({ resident }) => ({ residentKey: resident.key }),
  }),
  formInstance: entity({
    type: 'FormInstance',
    table: 'instances',
    schema: formInstance,
    key: (value) => keys.formInstance(value.instanceId, value.formId),
  }),
  result: entity({
    type: 'Result',
    table: 'instances',
    schema: result,
    key: (value) => keys.result(value.instanceId, value.resultId),
  }),
  message: entity({
    type: 'Message',
    table: 'instances',
    schema: message,
    key: (value) => keys.message(value.instanceId, value.messageId),
  }),

  auditEntry: entity({
    type: 'AuditEntry',
    table: 'auditLog',
    schema: auditEntry,
    key: ({ at, eventId }) => keys.auditEntry(at, eventId),
    indexed: ({ patient, actor }) => ({
      ...(patient ? { patientKey: patient.key } : {}),
      ...(actor.kind === 'staff' ? { staff: actor.hsaId } : {}),
    }),
  }),
} as const;
