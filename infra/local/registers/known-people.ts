import type { DirectoryPerson } from '../../../shared/domain/directory-person.ts';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';

/** Whom the registers know, by number and by HSA-id; read anew at each lookup. */
export interface KnownPeople {
  readonly persons: Map<string, RegisteredPerson>;
  readonly staff: Map<string, DirectoryPerson>;
}
