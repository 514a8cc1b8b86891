import { auditLogEntities } from './audit-log/entities.ts';
import { instanceEntities } from './instances/entities.ts';
import { momentEntities } from './moments/entities.ts';
import { organisationEntities } from './organisation/entities.ts';

/** Everything that is kept, by kind; the rows stand in the room of their table. */
export const entities = {
  ...organisationEntities,
  ...momentEntities,
  ...instanceEntities,
  ...auditLogEntities,
} as const;
