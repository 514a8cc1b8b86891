import type { Table } from '../../contract/grant.ts';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import { largestItemBytes } from '../../domain/stored-size.ts';
import type { Key } from '../keys.ts';
import type { Entity, Stored } from './entity.ts';

interface Absence {
  readonly absent: true;
  readonly otherwise: Extract<
    ProblemCode,
    'already-exists' | 'moment-stopped' | 'version-mismatch' | 'version-recalled'
  >;
}

export interface Presence {
  readonly version?: number;
  readonly state?: readonly string[];
  /** An ISO instant at which it must be in force: `validFrom` passed, `validTo`, if any, not. */
  readonly inForceAt?: string;
  /** The minor version it must have come to. */
  readonly minorAtLeast?: number;
  /** The content as it was counted: a draft that nobody has saved since. */
  readonly revision?: number;
  /** An attribute it must not have, or an entry of a map, and what it means where it has. */
  readonly without?: {
    readonly attribute: string;
    readonly entry?: string;
    readonly otherwise: ProblemCode;
  };
  /** A list that must name one of them, or a text that must be one of them, and what it means where it does not. */
  readonly among?: {
    readonly attribute: string;
    readonly anyOf: readonly string[];
    readonly otherwise: ProblemCode;
  };
  /** A number of its own that must be under a limit, none counting as nought, and what it means where it is not. */
  readonly below?: { readonly attribute: string; readonly than: number; readonly otherwise: ProblemCode };
  /** A number in one of its maps that must be under a limit, none counting as nought, and what it means where it is not. */
  readonly fewer?: {
    readonly map: string;
    readonly entry: string;
    readonly than: number;
    readonly otherwise: ProblemCode;
  };
  /** A map of its own that must have each of these entries. */
  readonly holds?: { readonly map: string; readonly entries: readonly string[] };
  /** A map of its own that must have fewer entries than that, and what it means where it has not. */
  readonly room?: { readonly attribute: string; readonly than: number; readonly otherwise: ProblemCode };
  /** What it means where it is not there any more; `not-found` where nothing is said. */
  readonly gone?: ProblemCode;
  /** What a failed demand means, with what is said of it, if anything; `illegal-state` where nothing is said. */
  readonly otherwise?: ProblemCode | Problem;
}

/** Nothing: what is there, if anything, is the same, or is only counted up. */
interface Anything {
  readonly anything: true;
}

/** What must hold in the table at the moment of writing; otherwise the whole transaction is refused. */
export type Expectation = Absence | Presence | Anything;

/** One entry of a map is written, counted up or down, or taken out, whatever else is in the map. */
export type MapChange = { readonly map: string; readonly entry: string } & (
  | { readonly act: 'set'; readonly value: unknown }
  | { readonly act: 'count'; readonly by: number }
  | { readonly act: 'remove' }
);

interface Followed {
  readonly attribute: string;
  readonly otherwise: unknown;
}

/** One step of a transaction. Made by the functions below, carried out by `commit`. */
export interface Change {
  readonly act: 'put' | 'delete' | 'check' | 'update';
  readonly type: string;
  readonly table: Table;
  readonly key: Key;
  readonly item?: Record<string, unknown>;
  /** Attributes to set where they are not there yet; only with `update`. */
  readonly setOnce?: Readonly<Record<string, unknown>>;
  /** Attributes to set to what another held before the change, or to something where it held nothing; only with `update`. */
  readonly follows?: Readonly<Record<string, Followed>>;
  /** Attributes to take away, there or not; only with `update`. */
  readonly cleared?: readonly string[];
  /** Numbers to add, by attribute; only with `update`. */
  readonly added?: Readonly<Record<string, number>>;
  /** What becomes of entries of its maps, each of which is there already; only with `update`. */
  readonly inMaps?: readonly MapChange[];
  readonly expect: Expectation;
}

const ofSize = (item: Record<string, unknown>): Record<string, unknown> => {
  if (Buffer.byteLength(JSON.stringify(item)) > largestItemBytes) throw new Problem('item-too-large');
  return item;
};

const put = <T extends object>(kind: Entity<T>, value: T, version: number, expect: Expectation): Change => ({
  act: 'put',
  type: kind.type,
  table: kind.table,
  key: kind.key(value),
  item: ofSize({ ...kind.schema.parse(value), ...kind.indexKeys?.(value), type: kind.type, version }),
  expect,
});

/** Writes what is not there yet; `otherwise` where it is. */
export const create = <T extends object>(
  kind: Entity<T>,
  value: T,
  otherwise: Absence['otherwise'] = 'already-exists',
): Change => put(kind, value, 1, { absent: true, otherwise });

/** Writes over what was read; `version-mismatch` where it has changed since. */
export const replace = <T extends object>(kind: Entity<T>, before: Stored<T>, value: T): Change =>
  put(kind, value, before.version + 1, { version: before.version });

/** Replaces what was read, or creates where nothing was; `version-mismatch` where someone else was quicker, to change or to remove it. */
export const replaceOrCreate = <T extends object>(
  kind: Entity<T>,
  before: Stored<T> | undefined,
  value: T,
): Change =>
  before
    ? put(kind, value, before.version + 1, { version: before.version, gone: 'version-mismatch' })
    : put(kind, value, 1, { absent: true, otherwise: 'version-mismatch' });

/** Writes again what was deleted when it had `version`, so that no ETag from before then fits by chance. */
export const recreate = <T extends object>(kind: Entity<T>, value: T, version: number): Change =>
  put(kind, value, version + 1, { absent: true, otherwise: 'version-mismatch' });

/** Writes what says nothing beside its own key, as contents found by their digest do: if it is there already, it is the same. */
export const keep = <T extends object>(kind: Entity<T>, value: T): Change =>
  put(kind, value, 1, { anything: true });

/** Deletes what was read; `version-mismatch` where it has changed since. */
export const remove = <T extends object>(kind: Entity<T>, before: Stored<T>): Change => ({
  act: 'delete',
  type: kind.type,
  table: kind.table,
  key: kind.key(before.value),
  expect: { version: before.version },
});

/** Deletes what follows from another item and so is never read before; gone already is as good. */
export const dropUnread = <T extends object>(kind: Entity<T>, value: T): Change => ({
  act: 'delete',
  type: kind.type,
  table: kind.table,
  key: kind.key(value),
  expect: { anything: true },
});

/** Changes nothing but demands that it still exists, in one of the states where any are named: `illegal-state` otherwise. */
export const demand = <T extends object>(kind: Entity<T>, found: T, state?: readonly string[]): Change => ({
  act: 'check',
  type: kind.type,
  table: kind.table,
  key: kind.key(found),
  expect: state ? { state } : {},
});

/** Demands something that nobody has read: only its key is known. `otherwise` is the problem where it does not hold. */
export const demandUnread = <T extends object>(
  { type, table }: Entity<T>,
  key: Key,
  expect: Presence & { readonly otherwise: ProblemCode | Problem },
): Change => ({ act: 'check', type, table, key, expect });

/** Demands that there is no such thing. */
export const demandAbsent = <T extends object>(
  { type, table }: Entity<T>,
  key: Key,
  otherwise: Absence['otherwise'],
): Change => ({ act: 'check', type, table, key, expect: { absent: true, otherwise } });

/** Adds to numbers of an item nobody has read, and makes it where there is none; the rest of `value` is written over. */
export const count = <T extends object>(
  kind: Entity<T>,
  value: T,
  added: Readonly<Partial<Record<keyof T & string, number>>>,
): Change => {
  const counters = Object.keys(added);
  const described = Object.entries({ ...value, type: kind.type }).filter(
    ([name]) => !counters.includes(name),
  );
  return {
    act: 'update',
    type: kind.type,
    table: kind.table,
    key: kind.key(value),
    item: Object.fromEntries(described),
    added: added as Record<string, number>,
    expect: { anything: true },
  };
};

export interface Amendment<T> extends Presence {
  readonly set?: Partial<T>;
  /** What is set where nothing is set yet. */
  readonly setOnce?: Partial<T>;
  /** What is set to what another attribute holds before, or to something where it holds nothing. */
  readonly follows?: Readonly<Partial<Record<keyof T & string, Followed>>>;
  readonly cleared?: readonly (keyof T & string)[];
  readonly added?: Readonly<Partial<Record<keyof T & string, number>>>;
  readonly inMaps?: readonly MapChange[];
  /** What keys it in its table’s indexes from then on, where what is set moves it there. */
  readonly index?: Readonly<Record<string, string>> | undefined;
}

/** Changes some attributes of what nobody has read: only its key is known. Where it is not there, `not-found`. */
export const amendUnread = <T extends object>(
  { type, table }: Entity<T>,
  key: Key,
  { set = {}, setOnce = {}, follows, cleared = [], index = {}, added, inMaps = [], ...expect }: Amendment<T>,
): Change => ({
  act: 'update',
  type,
  table,
  key,
  item: { ...set, ...index },
  setOnce: { ...setOnce },
  follows: { ...follows } as Record<string, Followed>,
  cleared,
  added: { ...added } as Record<string, number>,
  inMaps,
  expect,
});

/** Changes some attributes of what was read, whatever its version has become, as long as it is in one of those states. */
export const amend = <T extends object>(
  kind: Entity<T>,
  found: T,
  amendment: Amendment<T> & { readonly state: readonly string[] },
): Change => amendUnread(kind, kind.key(found), amendment);

/** Takes one entry out of maps of an item nobody has read; not in them is as good, but the item must be there. */
export const takeOut = <T extends object>(
  kind: Entity<T>,
  key: Key,
  takenOut: Readonly<Partial<Record<keyof T & string, string>>>,
): Change =>
  amendUnread(kind, key, {
    inMaps: Object.entries(takenOut).map(([map, entry]) => ({ map, entry: String(entry), act: 'remove' })),
  });
