import type { Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import {
  type RegisteredPerson,
  registeredPerson,
  type ShownId,
  type ShownResident,
  showResident,
} from '../domain/registered-person.ts';
import { createLookup, type Lookup, maxIds, type RegisterAddress } from './register-client.ts';

/** Milliseconds: nobody is let in on an old answer, so whoever asks waits for it. */
export const personRegisterPatience = 1000;
/** Milliseconds: what is one’s own opens without an answer, so nobody is kept waiting long for it. */
const onesOwnPatience = 300;

/** The person register, asked anew each time: protection, custody and registration hold from the moment they are entered. */
export interface PersonRegister {
  /** Undefined for a number the register does not know. Throws `register-unavailable`. */
  person(personnummer: string): Promise<RegisteredPerson | undefined>;
  people: Lookup<RegisteredPerson>;
  /** `person` of whoever is logged in and opens what is their own: waited for less. */
  oneself(personnummer: string): Promise<RegisteredPerson | undefined>;
  /** How each may be shown, by person key; whom the register does not answer for is protected (ID-9). Never throws. */
  shown(people: readonly Person[], idOf: ShownId): Promise<ReadonlyMap<string, ShownResident>>;
}

const unanswered = (error: unknown): ReadonlyMap<string, RegisteredPerson> => {
  if (error instanceof Problem) return new Map();
  throw error;
};

/** As many lookups as the register’s limit makes of them. */
const inLookups = (numbers: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(numbers.length / maxIds) }, (_, at) =>
    numbers.slice(at * maxIds, (at + 1) * maxIds),
  );

export const createPersonRegister = (address: RegisterAddress): PersonRegister => {
  const waitingFor = (patience: number) =>
    createLookup(address, {
      ...{ ids: 'numbers', schema: registeredPerson, patience },
      idOf: ({ personnummer }: RegisteredPerson) => personnummer,
    });
  const people = waitingFor(personRegisterPatience);
  const ownPeople = waitingFor(onesOwnPatience);
  return {
    people,
    oneself: async (personnummer) => (await ownPeople([personnummer])).get(personnummer),
    person: async (personnummer) => (await people([personnummer])).get(personnummer),
    async shown(wanted, idOf) {
      const numbers = wanted.map(({ personnummer }) => personnummer);
      const answers = await Promise.all(inLookups(numbers).map((some) => people(some).catch(unanswered)));
      const registered = new Map(answers.flatMap((answer) => [...answer]));
      return new Map(
        wanted.map((one) => [one.key, showResident(one, registered.get(one.personnummer), idOf)]),
      );
    },
  };
};
