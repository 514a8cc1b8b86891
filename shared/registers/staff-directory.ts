import { type DirectoryPerson, directoryPerson } from '../domain/directory-person.ts';
import { Problem } from '../domain/problem.ts';
import { createLookup, type Lookup, type RegisterAddress } from './register-client.ts';

/**
 * Milliseconds an answer about a member of staff is kept. HSA itself carries changes over with more delay than that, and
 * whether a commission is valid now is judged at each request from the times it has. What must stop at once, a role, is not
 * in HSA but in our own table (ORG-6).
 */
export const keptFor = 60_000;
/** Milliseconds: most requests of staff find an answer that is kept, and those that do not must not feel stuck. */
export const staffDirectoryPatience = 1000;
/** People kept at a time, under a kilobyte each. */
const keptPeople = 2000;

type Suffices = (person: DirectoryPerson) => boolean;

export interface StaffDirectory {
  /**
   * Undefined for an HSA-id the directory does not know. An answer that is kept and does not suffice is not used: what somebody has just
   * been given in HSA holds at once. Throws `register-unavailable`.
   */
  person(hsaId: string, suffices?: Suffices): Promise<DirectoryPerson | undefined>;
  /** Those whose names may be shown, unprotected ones alone; nobody where the directory does not answer (ID-10). Never throws. */
  named(hsaIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/**
 * Only people found are kept: who has just been entered must not be unknown for a minute. A library for this (lru-cache) would
 * add 19 KB to every function.
 */
const keeping = (lookUp: Lookup<DirectoryPerson>, now: () => number) => {
  const kept = new Map<string, { readonly person: DirectoryPerson; readonly until: number }>();
  const fresh = (id: string): DirectoryPerson | undefined => {
    const one = kept.get(id);
    return one && now() < one.until ? one.person : undefined;
  };
  const keep = (id: string, person: DirectoryPerson): void => {
    const oldest = kept.size < keptPeople ? undefined : kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(id, { person, until: now() + keptFor });
  };
  return async (
    ids: readonly string[],
    suffices: Suffices = () => true,
  ): Promise<ReadonlyMap<string, DirectoryPerson>> => {
    const known = new Map<string, DirectoryPerson>();
    for (const id of ids) {
      const person = fresh(id);
      if (person && suffices(person)) known.set(id, person);
    }
    const found = await lookUp(ids.filter((id) => !known.has(id)));
    for (const [id, person] of found) keep(id, person);
    return new Map([...known, ...found]);
  };
};

/** `now` in milliseconds. */
export const createStaffDirectory = (address: RegisterAddress, now: () => number): StaffDirectory => {
  const people = keeping(
    createLookup(address, {
      ids: 'hsaIds',
      schema: directoryPerson,
      idOf: ({ hsaId }) => hsaId,
      patience: staffDirectoryPatience,
    }),
    now,
  );
  return {
    person: async (hsaId, suffices) => (await people([hsaId], suffices)).get(hsaId),
    async named(hsaIds) {
      const known = await people([...new Set(hsaIds)]).catch((error: unknown) => {
        if (error instanceof Problem) return new Map<string, DirectoryPerson>();
        throw error;
      });
      const open = [...known.values()].filter((person) => !person.protected);
      return new Map(open.map(({ hsaId, name }) => [hsaId, name]));
    },
  };
};
