import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** Every file below a folder of the project whose name ends so, by its path from the top. */
export const filesBelow = (folder: string, ending = '.ts'): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** What a file imports of the project's code, for its types too. */
const importedBy = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const named = [...text.matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );
  // A text that becomes another file has imports that lie beside that one.
  return named.filter((path) => existsSync(join(root, path)));
};

/** From each file to those it imports. */
export const importGraph = (...folders: string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(folders.flatMap((folder) => filesBelow(folder)).map((file) => [file, importedBy(file)]));

/** The first circle that is found, as the files that go round; nothing where there is none. */
export const circleIn = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
};
