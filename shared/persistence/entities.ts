import { auditEntry } from '../audit/entry.ts';
import { formInstance, instance, message, result } from '../domain/instance.ts';
import { mandate, personLinks } from '../domain/mandate.ts';
import {
  activation,
  draftForm,
  draftModule,
  moment,
  publishedForm,
  publishedModule,
  publishedVersion,
} from '../domain/moment/moment.ts';
import { administrators, approval, roleAssignment, roleChange, unit } from '../domain/organisation.ts';
import { agreement, informationMessage, provider } from '../domain/provider.ts';
import { statistic } from '../domain/statistics.ts';
import type { Entity } from './entity.ts';
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
  publishedForm: entity({
    type: 'PublishedForm',
    table: 'moments',
    schema: publishedForm,
    key: (value) => keys.versionForm(value.momentId, value.momentVersion, value.form.formId),
  }),
  activation: entity({
    type: 'Activation',
    table: 'moments',
    schema: activation,
    key: (value) => keys.activation(value.unit, value.momentId, value.major),
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
