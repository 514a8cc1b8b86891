import { auditEntry } from '../audit/entry.ts';
import { formInstance, instance, message, result } from '../domain/instance.ts';
import {
  activation,
  draftForm,
  draftModule,
  moment,
  publishedForm,
  publishedModule,
  publishedVersion,
} from '../domain/moment.ts';
import {
  approval,
  commission,
  registration,
  roleAssignment,
  staffMember,
  unit,
} from '../domain/organisation.ts';
import type { Entity } from './entity.ts';
import { keys } from './keys.ts';

const entity = <T extends object>(row: Entity<T>): Entity<T> => row;

/** Everything that is kept, one row a kind: where, in what shape, under which key. */
export const entities = {
  unit: entity({ type: 'Unit', table: 'organisation', schema: unit, key: ({ hsaId }) => keys.unit(hsaId) }),
  staffMember: entity({
    type: 'StaffMember',
    table: 'organisation',
    schema: staffMember,
    key: ({ hsaId }) => keys.staff(hsaId),
  }),
  roleAssignment: entity({
    type: 'RoleAssignment',
    table: 'organisation',
    schema: roleAssignment,
    key: (value) => keys.role(value.staff, value.unit ?? value.provider, value.role),
  }),
  commission: entity({
    type: 'Commission',
    table: 'organisation',
    schema: commission,
    key: (value) => keys.commission(value.staff, value.hsaId),
  }),
  approval: entity({
    type: 'Approval',
    table: 'organisation',
    schema: approval,
    key: (value) => keys.approval(value.unit, value.person.key),
  }),
  registration: entity({
    type: 'Registration',
    table: 'organisation',
    schema: registration,
    key: (value) => keys.registration(value.personKey),
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
