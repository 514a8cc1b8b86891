import type * as z from 'zod';
import type { Fault } from '../../domain/problem.ts';
import { builtInSayings } from '../../domain/sayings/built-in-sayings.ts';
import { type Said, saidIn } from '../../domain/sayings/said.ts';
import { builtInSaid } from './built-in-said.ts';
import { mostFaults } from './fault-limits.ts';
import { type Overfull, overfullIn } from './overfull.ts';

type Issue = z.core.$ZodRawIssue;

/** Characters of a name in a pointer: no name of ours is longer, and a caller's may be as long as what they send. */
const longestName = 200;

/** RFC 6901: `~` and `/` in a name are escaped. */
const pointer = (part: string, path: readonly PropertyKey[] = []): string =>
  `/${[part, ...path].map((name) => String(name).slice(0, longestName).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const issuesOf = (schema: z.core.$ZodType, value: unknown) => {
  const run = schema._zod.run({ value, issues: [] }, { async: false });
  if (run instanceof Promise) throw new Error('A schema of the contract waits for something');
  return run;
};

const defOf = (issue: Issue): object => issue.inst?._zod.def ?? {};

/** What is wrong with a name in a map, said by the schema of such names. */
const keySaid = (issue: Issue): Said | undefined => {
  const def = defOf(issue);
  if (issue.code !== 'invalid_key' || !('keyType' in def)) return undefined;
  const [wrong] = issuesOf(def.keyType as z.core.$ZodType, issue.input).issues;
  return wrong && saidOf(wrong);
};

/** By the rule’s own words where it has any, by ours for zod’s rules otherwise. */
function saidOf(issue: Issue): Said {
  const def = defOf(issue);
  const own = saidIn(issue['params']) ?? saidIn('params' in def ? def.params : undefined);
  return own ?? keySaid(issue) ?? builtInSaid(issue);
}

const unknownFaults = (part: string, path: readonly PropertyKey[], names: readonly string[]): Fault[] =>
  names.slice(0, mostFaults).map((name) => ({
    pointer: pointer(part, [...path, name]),
    ...builtInSayings['no-such-field'],
  }));

const faultsOf = (part: string, issue: Issue): Fault[] =>
  issue.code === 'unrecognized_keys'
    ? unknownFaults(part, issue.path ?? [], issue.keys)
    : [{ pointer: pointer(part, issue.path), ...saidOf(issue) }];

/** What is wrong with something: as many faults as are told, and how many there are. */
interface Faulty {
  readonly faults: readonly Fault[];
  readonly count: number;
}
export type Parsed<T> = { readonly data: T } | Faulty;

const countOf = (issue: Issue): number => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);

const overfullFaults = (part: string, overfull: Overfull): Faulty => {
  const { path } = overfull;
  if ('unknown' in overfull)
    return { faults: unknownFaults(part, path, overfull.unknown), count: overfull.unknown.length };
  return {
    faults: [{ pointer: pointer(part, path), ...builtInSayings['too-many'](overfull.most) }],
    count: 1,
  };
};

/**
 * As zod's `safeParse`, but only the faults that are told are worded: that is what takes time and room, and a quarter of a megabyte of
 * `{}` has a quarter of a million of them.
 */
export const parseBounded = <T>(part: string, schema: z.ZodType<T>, value: unknown): Parsed<T> => {
  const overfull = overfullIn(schema, value, []);
  if (overfull) return overfullFaults(part, overfull);
  const { issues, value: data } = issuesOf(schema, value);
  if (issues.length === 0) return { data: data as T };
  return {
    faults: issues
      .slice(0, mostFaults)
      .flatMap((issue) => faultsOf(part, issue))
      .slice(0, mostFaults),
    count: issues.reduce((sum, issue) => sum + countOf(issue), 0),
  };
};
