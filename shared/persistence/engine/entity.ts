import type * as z from 'zod';
import type { Table } from '../../contract/grant.ts';
import { keptShape } from '../../domain/content/kept-shape.ts';
import type { Key } from '../keys.ts';

/** How one kind of item is kept: its table, its shape, its key, and the attributes that put it in an index. */
export interface Entity<T extends object> {
  readonly type: string;
  readonly table: Table;
  readonly schema: z.ZodType<T>;
  key(value: T): Key;
  /** What keys it in its table's indexes: `owner` and `listed` in byOwner, others in the index named after them. Absent: in none. */
  indexKeys?(value: T): Readonly<Record<string, string>>;
}

/** Checks a row where it is written down: its schema, its key and its index speak of one type. */
export const entity = <T extends object>(row: Entity<T>): Entity<T> => ({
  ...row,
  schema: keptShape(row.schema),
});

/** An entity as read: its value and the version that the next change must name. */
export interface Stored<T> {
  readonly value: T;
  /** Counts changes from 1; the API shows it as `ETag`. */
  readonly version: number;
}

/** A row that does not fit its schema is an error, never skipped: what is hidden from care may harm. */
export const stored = <T extends object>(
  { type, schema }: Entity<T>,
  item: Record<string, unknown>,
): Stored<T> => {
  const value = schema.safeParse(item);
  const version = item['version'];
  if (!value.success || typeof version !== 'number' || item['type'] !== type)
    throw new Error(`Unreadable ${type} item in the table`);
  return { value: value.data, version };
};
