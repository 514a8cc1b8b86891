import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';
import { markdown, type TrackedText, trackedPaths, trackedTexts, wordsOf } from './tracked-texts.ts';

const isThere = (path: string): boolean => existsSync(join(root, path));
const leavesProject = (path: string): boolean => normalize(path).startsWith('..');

/** Addresses lead elsewhere by right. A line that an example imports is written from where it would stand. */
const withoutAddresses = (text: string): string =>
  text.replaceAll(/\bhttps?:\/\/[^\s)'"`]+/g, '').replaceAll(/^ +import .* from .*$/gm, '');

/** A document's name or path, from the folder of the file that names it or from the top. */
const unknownDocuments = ({ path, text }: TrackedText): string[] =>
  (withoutAddresses(text).match(/(?<![\w*/.\\-])[\w./-]+\.md\b/g) ?? []).filter(
    (named) => !isThere(join(dirname(path), named)) && !isThere(named),
  );

const waysOut = ({ path, text }: TrackedText): string[] =>
  (withoutAddresses(text).match(/(?:\.\.\/)+[\w.-]*/g) ?? []).filter((way) =>
    leavesProject(join(dirname(path), way)),
  );

/** Where the checkout happened to lie, and homes of people. */
const ownPlaces = ({ text }: TrackedText): string[] =>
  withoutAddresses(text).match(/(?<![\w.>/*-])\/(?:work|home|root|tmp|Users)\/[\w.-]+/g) ?? [];

/** Lint's patterns are written from the files they hold for, not from where they stand. */
const walked = trackedTexts.filter(
  ({ path }) => path !== 'biome.json' && path !== 'test/unit/house/pointers.test.ts',
);

const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-');

const anchorsIn = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    slugOf(heading),
  );

const brokenLinks = ({ path, text }: TrackedText): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      if (leavesProject(to) || !isThere(to)) return true;
      return anchor !== undefined && !anchorsIn(to).includes(anchor);
    });

/** Somewhere in the project; `<context>` stands for any name, as `*` does. */
const isKept = (named: string, from: 'top' | 'anywhere'): boolean => {
  const pattern = named.replaceAll('.', '\\.').replaceAll(/<[^>]*>|\*/g, '[^/]*');
  const ending = named.endsWith('/') ? '' : '(?:/|$)';
  const path = new RegExp(`${from === 'top' ? '^' : '(?:^|/)'}${pattern}${ending}`);
  return trackedPaths.some((tracked) => path.test(tracked));
};

const projectPath = /(?<![\w./-])(?:functions|shared|infra|test)\/[\w*<>./-]*[\w*>/]/g;

/** Where links lead is looked at by itself. */
const missingPaths = (file: TrackedText): string[] =>
  (
    wordsOf(file)
      .replaceAll(/\]\([^)]*\)/g, ']')
      .match(projectPath) ?? []
  ).filter((path) => !isKept(path, 'top'));

/** Files and folders named short in a document, as `stage.ts` or `gate/guard/`; not what is made, nor folders of buckets. */
const missingNames = ({ text }: TrackedText): string[] =>
  [...text.matchAll(/`([\w*.][\w*./-]*(?:\.ts|\.json|\/))`/g)]
    .map(([, named = '']) => named)
    .filter((named) => !/^(?:cdk\.out|\.local|aws)\//.test(named) && !isKept(named, 'anywhere'));

const found = (look: (file: TrackedText) => string[], files: readonly TrackedText[]): string[] =>
  files.flatMap((file) => look(file).map((what) => `${file.path}: ${what}`));

describe('nothing points outside the project, or nowhere', () => {
  it('names no document that is not here', () => {
    expect(found(unknownDocuments, walked)).toEqual([]);
  });

  it('has no way up past its own top', () => {
    expect(found(waysOut, walked)).toEqual([]);
  });

  it('knows nothing of the machine it was written on', () => {
    expect(found(ownPlaces, walked)).toEqual([]);
  });

  it('has links in Markdown that lead to a file, and to a heading of it', () => {
    expect(found(brokenLinks, markdown)).toEqual([]);
  });

  it('names paths in Markdown and in comments that are there', () => {
    expect(found(missingPaths, trackedTexts)).toEqual([]);
  });

  it('names files and folders in Markdown that are there', () => {
    expect(found(missingNames, markdown)).toEqual([]);
  });
});

describe('README.md', () => {
  it('can be held in the head: at most 200 lines', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(200);
  });
});
