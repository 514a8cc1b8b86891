import type { Wording } from '../wording.ts';

/** Something that is said, with a code for front ends that say it in their own words. The code never changes meaning. */
export interface Said<Code extends string = string> {
  readonly code: Code;
  readonly detail: Wording;
}

/** Wordings by code; where one depends on facts, such as a limit, it is made from them. */
type Wordings = Readonly<Record<string, Wording | ((...facts: never[]) => Wording)>>;

type Sayings<T extends Wordings> = {
  readonly [Code in keyof T & string]: T[Code] extends (...facts: infer Facts) => Wording
    ? (...facts: Facts) => Said<Code>
    : Said<Code>;
};

type Told = (...facts: unknown[]) => Wording;

/** A table of what is said about one thing. Codes are unique over all tables: a code says the same wherever it stands. */
export const sayings = <const T extends Wordings>(wordings: T): Sayings<T> =>
  Object.fromEntries(
    Object.entries(wordings).map(([code, wording]) => [
      code,
      typeof wording === 'function'
        ? (...facts: unknown[]) => ({ code, detail: (wording as Told)(...facts) })
        : { code, detail: wording },
    ]),
  ) as Sayings<T>;

/** For a schema’s own rule: how its refusal is told. Zod itself knows one language and no code, so both ride along in `params`. */
export const told = (said: Said) => ({ error: said.detail.en, params: { said } });

/** What a rule of ours says, from the `params` that `told` left; undefined where it left none. */
export const saidIn = (params: unknown): Said | undefined =>
  typeof params === 'object' && params !== null && 'said' in params ? (params.said as Said) : undefined;

/** The same as an issue, for rules that find many faults at once. */
export const issueOf = ({ path, code, detail }: Said & { readonly path: readonly (string | number)[] }) => ({
  code: 'custom' as const,
  path: [...path],
  message: detail.en,
  params: { said: { code, detail } },
});
