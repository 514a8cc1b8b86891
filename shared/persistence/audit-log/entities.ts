import { auditEntry } from '../../audit/entry.ts';
import { entity } from '../engine/entity.ts';
import { keys } from '../keys.ts';

/** What the audit log keeps, one row a kind: in what shape, under which key. */
export const auditLogEntities = {
  auditEntry: entity({
    type: 'AuditEntry',
    table: 'auditLog',
    schema: auditEntry,
    key: ({ at, eventId }) => keys.auditEntry(at, eventId),
    indexKeys: ({ patient, actor }) => ({
      ...(patient ? { patientKey: patient.key } : {}),
      ...(actor.kind === 'staff' ? { staff: actor.hsaId } : {}),
    }),
  }),
} as const;
