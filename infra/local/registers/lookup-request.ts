import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import type { KnownPeople } from './known-people.ts';

/** The registers' own limit (shared/registers/README.md). */
const maxIds = 100;

const numbers = z.strictObject({ numbers: z.array(z.string().regex(/^\d{12}$/)).max(maxIds) });
const hsaIds = z.strictObject({ hsaIds: z.array(hsaId).max(maxIds) });

/** Gives those asked for who are known; undefined where the body is not a lookup. */
export type LookUp = (body: string) => readonly object[] | undefined;

const lookUpIn =
  <Body, T extends object>(
    schema: z.ZodType<Body>,
    idsOf: (body: Body) => string[],
    known: ReadonlyMap<string, T>,
  ): LookUp =>
  (body) => {
    const { data } = json.pipe(schema).safeParse(body);
    return data && [...new Set(idsOf(data))].flatMap((id) => known.get(id) ?? []);
  };

/** The two registers by path. */
export const lookUps = ({ persons, staff }: KnownPeople): ReadonlyMap<string, LookUp> =>
  new Map([
    ['/person-register/lookup', lookUpIn(numbers, (body) => body.numbers, persons)],
    ['/staff-directory/lookup', lookUpIn(hsaIds, (body) => body.hsaIds, staff)],
  ]);
