import * as z from 'zod';
import { findingSayings } from '../sayings/finding-sayings.ts';
import type { Said } from '../sayings/said.ts';
import type { Wording } from '../wording.ts';

type Table = typeof findingSayings;
type Code = keyof Table;
type FactsOf<C extends Code> = Table[C] extends (...facts: infer Facts) => Said ? Facts : [];
type PlainCode = { [C in Code]: FactsOf<C> extends (string | number)[] ? C : never }[Code];

/** Callers may rely on these strings: they never change meaning. */
const findingCode = z.enum(Object.keys(findingSayings) as Code[]);

const whatAndWhere = {
  code: findingCode,
  level: z.enum(['error', 'advice']),
  pointer: z.string(),
};

/** As it is kept with what it was found in: it is worded when it is told, for a module may have hundreds. */
export const keptFinding = z.object({ ...whatAndWhere, facts: z.array(z.union([z.string(), z.number()])) });
export type KeptFinding = z.infer<typeof keptFinding>;

const example = findingSayings['question-unreachable']('sleep-grade', 'asked');

/**
 * One thing the publish check has to say (AUT-9), as it is shown in the caller’s language. An `error` keeps the content from being
 * published, `advice` does not. `pointer` is a JSON Pointer (RFC 6901) into what was checked; `detail` says how to mend it.
 */
export const shownFinding = z.object({ ...whatAndWhere, detail: z.string() }).meta({
  id: 'Finding',
  description: 'An `error` keeps the content from being published, `advice` does not',
  examples: [
    { code: example.code, level: 'error', pointer: '/pages/0/questions/1', detail: example.detail.sv },
  ],
});
export interface Finding extends Pick<KeptFinding, 'code' | 'level' | 'pointer'> {
  readonly detail: Wording;
}

/** What was found, to be kept, with what its words are made from. */
export const noted = <C extends PlainCode>(
  what: { readonly code: C } & Pick<KeptFinding, 'level' | 'pointer'>,
  ...facts: FactsOf<C>
): KeptFinding => {
  const plain: readonly unknown[] = facts;
  return { ...what, facts: [...(plain as KeptFinding['facts'])] };
};

/** What was kept, in words. */
export const worded = ({ code, level, pointer, facts }: KeptFinding): Finding => {
  const saying: unknown = findingSayings[code];
  const said = typeof saying === 'function' ? (saying as (...facts: unknown[]) => Said)(...facts) : saying;
  return { code, level, pointer, detail: (said as Said).detail };
};
