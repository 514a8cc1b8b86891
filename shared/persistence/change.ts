import type { Table } from '../contract/grant.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Entity, Stored } from './entity.ts';
import type { Key } from './keys.ts';

/** What must hold in the table at the moment of writing; otherwise the whole transaction is refused. */
export type Expectation =
  | { readonly absent: true; readonly otherwise: Extract<ProblemCode, 'already-exists' | 'version-mismatch'> }
  | { readonly version?: number; readonly state?: readonly string[] };

/** One step of a transaction. Made by the functions below, carried out by `commit`. */
export interface Change {
  readonly act: 'put' | 'delete' | 'check';
  readonly type: string;
  readonly table: Table;
  readonly key: Key;
  readonly item?: Record<string, unknown>;
  readonly expect: Expectation;
}

const put = <T extends object>(kind: Entity<T>, value: T, version: number, expect: Expectation): Change => ({
  act: 'put',
  type: kind.type,
  table: kind.table,
  key: kind.key(value),
  item: { ...kind.schema.parse(value), ...kind.indexed?.(value), type: kind.type, version },
  expect,
});

/** Writes what is not there yet; `already-exists` where it is. */
export const create = <T extends object>(kind: Entity<T>, value: T): Change =>
  put(kind, value, 1, { absent: true, otherwise: 'already-exists' });

/** Writes over what was read; `version-mismatch` where it has changed since. */
export const replace = <T extends object>(kind: Entity<T>, before: Stored<T>, value: T): Change =>
  put(kind, value, before.version + 1, { version: before.version });

/** Replaces what was read, or creates where nothing was; `version-mismatch` where someone else was quicker. */
export const save = <T extends object>(kind: Entity<T>, before: Stored<T> | undefined, value: T): Change =>
  before
    ? replace(kind, before, value)
    : put(kind, value, 1, { absent: true, otherwise: 'version-mismatch' });

/** Deletes what was read; `version-mismatch` where it has changed since. */
export const remove = <T extends object>(kind: Entity<T>, before: Stored<T>): Change => ({
  act: 'delete',
  type: kind.type,
  table: kind.table,
  key: kind.key(before.value),
  expect: { version: before.version },
});

/** Changes nothing but demands that it still exists, in one of the states where any are named: `illegal-state` otherwise. */
export const demand = <T extends object>(kind: Entity<T>, found: T, state?: readonly string[]): Change => ({
  act: 'check',
  type: kind.type,
  table: kind.table,
  key: kind.key(found),
  expect: state ? { state } : {},
});
