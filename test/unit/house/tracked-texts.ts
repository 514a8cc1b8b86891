import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './imports.ts';

export interface TrackedText {
  /** From the top of the project. */
  readonly path: string;
  readonly text: string;
}

const written = /\.(?:ts|json|md|guard)$|^\.ci\/|^\.[a-z]+$/;

/** Every file that git keeps, or would with the next commit. */
export const trackedPaths: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

/** Of these the texts; not the lockfile, which others write. */
export const trackedTexts: readonly TrackedText[] = trackedPaths
  .filter((path) => written.test(path) && path !== 'package-lock.json')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

export const markdown = trackedTexts.filter(({ path }) => path.endsWith('.md'));

const comment = /\/\*\*?[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g;

/** What a file says in words: a Markdown file all of it, code its comments. */
export const wordsOf = ({ path, text }: TrackedText): string => {
  if (path.endsWith('.md')) return text;
  if (!path.endsWith('.ts')) return '';
  return (text.match(comment) ?? []).join('\n').replaceAll(/\n\s*\*\s?/g, '\n');
};
