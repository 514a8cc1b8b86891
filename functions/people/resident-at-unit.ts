import type { Unit } from '../../shared/domain/organisation.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';

/** What a unit does about one resident. */
export const residentAtUnit = (
  { hsaId, provider }: Unit,
  resident: Person,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ provider, unit: hsaId, patient: resident, resource });
