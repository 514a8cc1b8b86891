import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { directoryPerson } from '../../../shared/domain/directory-person.ts';
import { registeredPerson } from '../../../shared/domain/registered-person.ts';
import type { KnownPeople } from './known-people.ts';

/** Somebody as they stand in a register from now on, or what is wrong with what was said of them. */
type Entered = { readonly person: object } | { readonly error: string };
export type EnterPerson = (body: string) => Entered;

const members = json.pipe(z.record(z.string(), z.unknown()));

const withoutNulls = (told: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));

const entering =
  <T extends object>(known: Map<string, T>, schema: z.ZodType<T>, id: keyof T & string): EnterPerson =>
  (body) => {
    const told = members.safeParse(body);
    if (!told.success) return { error: z.prettifyError(told.error) };
    const entered = schema.safeParse(withoutNulls({ ...known.get(String(told.data[id])), ...told.data }));
    if (!entered.success) return { error: z.prettifyError(entered.error) };
    known.set(String(entered.data[id]), entered.data);
    return { person: entered.data };
  };

/**
 * Telling a register something of one person, by the register’s path: what is said is put over what it knows of them, null takes a
 * member away, and it holds until the next start.
 */
export const entries = ({ persons, staff }: KnownPeople): ReadonlyMap<string, EnterPerson> =>
  new Map([
    ['/person-register', entering(persons, z.strictObject(registeredPerson.shape), 'personnummer')],
    ['/staff-directory', entering(staff, z.strictObject(directoryPerson.shape), 'hsaId')],
  ]);
