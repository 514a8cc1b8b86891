import type * as z from 'zod';
// By itself: `z.core` as a value would bring every language of zod's into every function.
import { config, util } from 'zod/v4/core';
import type { Fault } from '../domain/problem.ts';
import { schemaSayings } from '../domain/schema-sayings.ts';
import type { Said } from '../domain/wording.ts';
import { builtInSaid } from './built-in-said.ts';
import { mostFaults } from './fault-limits.ts';
import { type Overfull, overfullIn } from './overfull.ts';

/** Characters of a name in a pointer: no name of ours is longer, and a caller's may be as long as what they send. */
const longestName = 200;

/** RFC 6901: `~` and `/` in a name are escaped. */
const pointer = (part: string, path: readonly PropertyKey[]): string =>
  `/${[part, ...path].map((name) => String(name).slice(0, longestName).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const isSaid = (params: unknown): params is Said =>
  typeof params === 'object' && params !== null && 'code' in params && 'wording' in params;

/** By the schema's own words where it has any, in zod's otherwise. */
const saidOf = (issue: z.core.$ZodIssue): Said => {
  if (issue.code === 'custom' && isSaid(issue.params)) return issue.params;
  const own = Object.entries(schemaSayings).find(([code]) => code === issue.message);
  return own ? { code: own[0], wording: own[1] } : builtInSaid(issue);
};

const unknownField: Said = {
  code: 'no-such-field',
  wording: { sv: 'Fältet finns inte', en: 'No such field' },
};

const tooMany = ({ most }: Overfull): Said => ({
  code: 'too-many',
  wording: { sv: `Högst ${most} här`, en: `At most ${most} here` },
});

const fault = (at: string, { code, wording }: Said): Fault => ({ pointer: at, detail: wording, code });

const faultsOf = (part: string, issue: z.core.$ZodIssue): Fault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, mostFaults).map((key) => fault(pointer(part, [...issue.path, key]), unknownField))
    : [fault(pointer(part, issue.path), saidOf(issue))];

/** What was read, or what is wrong with it: as many faults as are told, and how many there are. */
export type Parsed<T> = { readonly data: T } | { readonly faults: readonly Fault[]; readonly count: number };

const countOf = (issue: z.core.$ZodRawIssue): number =>
  issue.code === 'unrecognized_keys' && Array.isArray(issue['keys']) ? issue['keys'].length : 1;

/**
 * As zod's `safeParse`, but only the faults that are told are worded: that is what takes time and room, and a quarter of a megabyte of
 * `{}` has a quarter of a million of them.
 */
export const parseBounded = <T>(part: string, schema: z.ZodType<T>, value: unknown): Parsed<T> => {
  const overfull = overfullIn(schema, value, []);
  if (overfull) return { faults: [fault(pointer(part, overfull.path), tooMany(overfull))], count: 1 };
  const context = { async: false } as const;
  const run = schema._zod.run({ value, issues: [] }, context);
  if (run instanceof Promise) throw new Error('A schema of the contract waits for something');
  if (run.issues.length === 0) return { data: run.value as T };
  const told = run.issues.slice(0, mostFaults).map((issue) => util.finalizeIssue(issue, context, config()));
  return {
    faults: told.flatMap((issue) => faultsOf(part, issue)).slice(0, mostFaults),
    count: run.issues.reduce((sum, issue) => sum + countOf(issue), 0),
  };
};
