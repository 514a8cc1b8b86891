import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './imports.ts';
import { trackedTexts } from './tracked-texts.ts';

export const requirementsFile = 'test/requirements.md';
export const readRequirements = (): string => readFileSync(join(root, requirementsFile), 'utf8');

/** Ends before `…`: a range names none of its rows singly. */
const idIn = /\b(?:ORG|ID|AUT|PUB|MED|CARE|HND|END|GDPR|LOG|SEC)-\d+(?![\d…])/g;
const row = /^\| ([A-Z]+-\d+) \| (.+) \| ([^|]+) \| ([^|]+) \|$/gm;

export interface Requirement {
  readonly id: string;
  /** `holds`, `partly: ` and what is missing, or `to come`. */
  readonly state: string;
}

export const requirementsIn = (text: string): Requirement[] =>
  [...text.matchAll(row)].map(([, id = '', , state = '']) => ({ id, state }));

export const idsIn = (text: string): string[] => text.match(idIn) ?? [];

/** The first words given to `describe`, `it` or `test`, with `.each(…)` or without. */
const title = /(?:\b(?:describe|it|test)(?:\.\w+)*|\))\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;
const titlesIn = (text: string): string[] => [...text.matchAll(title)].map(([, , words = '']) => words);

/** By row, the files with a test whose title names it. */
export const testsByRequirement = (): ReadonlyMap<string, readonly string[]> => {
  const tests = new Map<string, string[]>();
  for (const { path, text } of trackedTexts.filter((file) => file.path.endsWith('.test.ts')))
    for (const id of new Set(titlesIn(text).flatMap(idsIn))) tests.set(id, [...(tests.get(id) ?? []), path]);
  return tests;
};

const link = (path: string): string => `[${basename(path, '.test.ts')}](${path.slice('test/'.length)})`;

/** The same text, each row with the tests there are. */
export const withTests = (text: string, tests: ReadonlyMap<string, readonly string[]>): string =>
  text.replaceAll(row, (_, id: string, must: string, state: string) => {
    const links = (tests.get(id) ?? []).toSorted().map(link);
    return `| ${id} | ${must} | ${state} | ${links.join(', ') || '–'} |`;
  });
