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

/** Every text that git keeps, or would with the next commit; not the lockfile, which others write. */
export const trackedTexts: readonly TrackedText[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => written.test(path) && path !== 'package-lock.json' && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

export const markdown = trackedTexts.filter(({ path }) => path.endsWith('.md'));

const comment = /\/\*\*?[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g;

/** What a file says in words: a Markdown file all of it, code its comments. */
export const wordsOf = ({ path, text }: TrackedText): string => {
  if (path.endsWith('.md')) return text;
  if (!path.endsWith('.ts')) return '';
  return (text.match(comment) ?? []).join('\n').replaceAll(/\n\s*\*\s?/g, '\n');
};
