import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circleIn, importGraph, root } from './imports.ts';

const floors = ['infra', 'functions', 'shared'];
const graph = importGraph(...floors);
const mostFiles = 25;

/**
 * Rooms from the top to the ground: each may know those after it, never those before. What shares a line knows nothing of one
 * another.
 */
const orders: Readonly<Record<string, readonly (readonly string[])[]>> = {
  infra: [
    ['app.ts'],
    ['emulated'],
    ['system.ts'],
    ['local', 'gate', 'operations', 'bundling'],
    ['backup', 'api'],
    ['media'],
    ['audit'],
    ['functions'],
    ['network'],
    ['rights'],
    ['data'],
    ['stages'],
  ],
  'infra/local': [
    ['check-java.ts', 'demo.ts', 'start.ts', 'token.ts', 'print-open-api.ts', 'write-routes.ts'],
    ['local-system.ts', 'demo'],
    ['identity', 'triggers'],
    ['process', 'object-store', 'registers'],
    ['api', 'data'],
    ['event-source'],
    ['files'],
  ],
  shared: [
    ['http'],
    ['persistence'],
    ['storage'],
    ['config', 'registers'],
    ['contract'],
    ['audit', 'auth'],
    ['domain', 'observability'],
  ],
  'shared/persistence': [
    ['stores.ts', 'entities.ts'],
    ['organisation', 'moments', 'instances', 'audit-log'],
    ['engine'],
    ['keys.ts'],
  ],
};

const roomIn = (floor: string, file: string): string | undefined =>
  file.startsWith(`${floor}/`) ? file.slice(floor.length + 1).split('/')[0] : undefined;

const upwardIn = (floor: string, order: readonly (readonly string[])[]): string[] => {
  const level = (room: string) => order.findIndex((rooms) => rooms.includes(room));
  return [...graph].flatMap(([file, imported]) =>
    imported.flatMap((other) => {
      const [from, to] = [roomIn(floor, file), roomIn(floor, other)];
      if (from === undefined || to === undefined || from === to) return [];
      return level(to) > level(from) && level(from) >= 0 ? [] : [`${file} → ${other}`];
    }),
  );
};

const foldersBelow = (folder: string): string[] => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
];

describe('the house', () => {
  it('has no circle: what a file rests on never rests on it', () => {
    expect(circleIn(graph)).toBeUndefined();
  });

  it('has three floors, with arrows only downwards', () => {
    const floorOf = (file: string) => ['test', ...floors].indexOf(file.split('/')[0] ?? '');
    const upward = [...graph].flatMap(([file, imported]) =>
      imported
        .filter((other) => other.endsWith('.ts') && floorOf(other) < floorOf(file))
        .map((other) => `${file} → ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it.each(Object.entries(orders))('has rooms in %s that know those below them alone', (floor, order) => {
    expect(upwardIn(floor, order)).toEqual([]);
  });

  it('keeps each context to itself', () => {
    const contextOf = (file: string) => {
      const [floor, context, ...rest] = file.split('/');
      return floor === 'functions' && rest.length > 0 ? context : undefined;
    };
    const across = [...graph].flatMap(([file, imported]) => {
      const own = contextOf(file);
      return imported
        .filter((other) => own !== undefined && ![undefined, own].includes(contextOf(other)))
        .map((other) => `${file} → ${other}`);
    });
    expect(across).toEqual([]);
  });

  it.each([...floors, 'test'].flatMap(foldersBelow))(`has at most ${mostFiles} files in %s`, (folder) => {
    const files = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeLessThanOrEqual(mostFiles);
  });
});
