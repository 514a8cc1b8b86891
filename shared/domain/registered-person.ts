import * as z from 'zod';
import { ageOfMajority, ageOfOwnAccess } from './age-limits.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { birthday, daysAfter, swedishDate } from './swedish-date.ts';

const number = z.string().regex(/^\d{12}$/);

/** Who has custody of a child, and from when to when (`to` included); absent `to` = still. */
const custody = z.object({ custodian: number, from: z.iso.date(), to: z.iso.date().optional() });

/** What the person register says of one person: no more than the platform needs, and never an address. */
export const registeredPerson = z.object({
  personnummer: number,
  name: z.string().min(1),
  birthDate: z.iso.date(),
  /** Folkbokförd. False for those who have moved abroad and for the dead. */
  registeredInSweden: z.boolean(),
  /** The day they left the population register, where they have. */
  deregistered: z.iso.date().optional(),
  deceased: z.boolean(),
  /** Sekretessmarkering or skyddad folkbokföring (ID-9). */
  protected: z.boolean(),
  /** A test resident (testinvånare): nobody, there for staff to practise on (ID-12). */
  test: z.boolean(),
  /** County code (länskod), two digits, of where they are registered. */
  county: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  custody: z.array(custody),
  /** The children they have custody of, whether or not it has ended. */
  children: z.array(number),
  /** Numbers they had before this one, newest first. */
  earlierNumbers: z.array(number),
});
export type RegisteredPerson = z.infer<typeof registeredPerson>;

/** Has custody on the Swedish date of `now`. */
export const hasCustody = ({ custody: held }: RegisteredPerson, custodian: string, now: string): boolean => {
  const today = swedishDate(now);
  return held.some(
    (one) => one.custodian === custodian && one.from <= today && (one.to === undefined || today <= one.to),
  );
};

const hasTurned = ({ birthDate }: RegisteredPerson, age: number, now: string): boolean =>
  birthday(birthDate, age) <= swedishDate(now);

/** Guardians act until the thirteenth birthday, by Swedish date, and not on it (ID-6). */
export const answersForThemselves = (child: RegisteredPerson, now: string): boolean =>
  hasTurned(child, ageOfOwnAccess, now);

/** The child’s thirteenth birthday, where the guardian may act for them until then; undefined where they may not, or no longer. */
export const representedUntil = (
  child: RegisteredPerson,
  guardian: string,
  now: string,
): string | undefined =>
  hasCustody(child, guardian, now) && !answersForThemselves(child, now)
    ? birthday(child.birthDate, ageOfOwnAccess)
    : undefined;

export const isAdult = (one: RegisteredPerson, now: string): boolean => hasTurned(one, ageOfMajority, now);

/** Days in which somebody who is no longer registered still reads what they have. */
const readingDays = 90;

/**
 * What is open to somebody of what is their own: all of it while they are registered; after that, for a time, to be read, and nothing
 * new (ID-4). To the dead nothing.
 */
export const openToOneself = (
  one: RegisteredPerson | undefined,
  now: string,
): 'everything' | 'reading' | 'nothing' => {
  if (!one || one.deceased) return 'nothing';
  if (one.registeredInSweden) return 'everything';
  const { deregistered } = one;
  const reads = deregistered !== undefined && swedishDate(now) < daysAfter(deregistered, readingDays);
  return reads ? 'reading' : 'nothing';
};

/**
 * Nothing is sent to whom the register knows to have died, `resident-deceased`, or to have been gone for so long that they read nothing
 * any more, `resident-not-registered`. A number that it does not know may be one somebody had before; its silence stops nothing.
 */
export const assertCanBeWrittenTo = (one: RegisteredPerson | 'unanswered' | undefined, now: string): void => {
  if (one === undefined || one === 'unanswered') return;
  if (one.deceased) throw new Problem('resident-deceased');
  if (openToOneself(one, now) === 'nothing') throw new Problem('resident-not-registered');
};

/** Others act for those who live and are registered alone. */
export const canBeRepresented = ({ deceased, registeredInSweden }: RegisteredPerson): boolean =>
  !deceased && registeredInSweden;

/**
 * A resident as staff and relatives are shown them. `id` tells two protected residents apart and says nothing of either; it is the
 * same for all of one unit, and another for everybody else.
 */
const hidden = z.object({ protected: z.literal(true), id: z.string() });
const open = z.object({
  ...{ protected: z.literal(false), id: z.string() },
  ...{ personnummer: z.string(), name: z.string() },
});
export const shownResident = z.discriminatedUnion('protected', [hidden, open]);
export type ShownResident = z.infer<typeof shownResident>;

const label = { label: z.string().optional().meta({ description: 'The unit’s own word for them' }) };
/** The same to the staff of a unit that has approved them. */
export const labelledResident = z.discriminatedUnion('protected', [hidden.extend(label), open.extend(label)]);
export type LabelledResident = z.infer<typeof labelledResident>;

export const withLabel = (shown: ShownResident, { label: given }: { label?: string | undefined } = {}) => ({
  ...shown,
  ...(given === undefined ? {} : { label: given }),
});

/** The id by which whoever looks knows a person; never the key. */
export type ShownId = (person: Person) => string;

/** Who is protected is never named; nor is anyone the register did not answer for, or does not know (ID-9). */
export const showResident = (
  person: Person,
  registered: RegisteredPerson | undefined,
  idOf: ShownId,
): ShownResident =>
  registered?.protected === false
    ? { protected: false, id: idOf(person), personnummer: person.personnummer, name: registered.name }
    : { protected: true, id: idOf(person) };
