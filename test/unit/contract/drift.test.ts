import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Route, routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { activityCodes } from '../../../shared/audit/activity-catalogue.ts';
import { permissions } from '../../../shared/auth/permissions.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';

const folder = join(import.meta.dirname, '../../../functions');
const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
const fileOf = ({ folder, name }: { folder: string; name: string }): string => `${folder}/${kebab(name)}.ts`;
const named = routes.map(({ folder, contract }) => ({ folder, contract, name: contract.operationId }));

const woken = triggers.map((trigger) => ({ ...trigger, folder: trigger.context }));
const all = [...named, ...woken];

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
const handlers = files.filter((file) =>
  /export (const|function|\{[^}]*) ?handler\b/.test(readFileSync(join(folder, file), 'utf8')),
);

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

describe('the tables of routes and triggers', () => {
  it('name each function once, and each route once', () => {
    expect(twice(all.map(({ name }) => name))).toEqual([]);
    expect(twice(all.map(fileOf))).toEqual([]);
    const shapes = routes.map(
      ({ contract: { method, path } }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
    );
    expect(twice(shapes)).toEqual([]);
  });

  it('name exactly the files that have a handler', () => {
    expect(handlers.toSorted()).toEqual(all.map(fileOf).toSorted());
  });

  it.each(named)('$name is what its file exports, beside its handler', async (route) => {
    const module = (await import(join(folder, fileOf(route)))) as Record<string, unknown>;
    expect((module[route.name] as UseCase).contract).toBe(route.contract);
    expect(module['handler']).toBeTypeOf('function');
  });

  it.each(woken)('$name has its handler', async (trigger) => {
    const module = (await import(join(folder, fileOf(trigger)))) as Record<string, unknown>;
    expect(module['handler']).toBeTypeOf('function');
  });
});

describe('every contract', () => {
  const each = routes.map(({ contract }: Route) => ({ operationId: contract.operationId, contract }));

  it.each(each)('$operationId takes in params what stands in its path', ({ contract: { path, params } }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(inPath.toSorted());
    expect(path).toMatch(/^(\/([a-z.-]+|\{[a-zA-Z]+\}))+$/);
  });

  it.each(each)('$operationId says who may call it (ORG-6)', ({ contract: { caller, permission } }) => {
    const own = ['view', 'answer', 'messages', 'write', 'self'].map((purpose) => `own-data:${purpose}`);
    const kinds = { staff: Object.keys(permissions), resident: own, anyone: ['public'] };
    expect(kinds[caller]).toContain(permission);
  });

  it.each(each)(
    '$operationId says what is logged, or why nothing is (LOG-15)',
    ({ contract: { activity } }) => {
      if (typeof activity === 'string') expect(activityCodes).toContain(activity);
      else expect(activity.none.trim().length).toBeGreaterThan(10);
    },
  );

  it.each(each)('$operationId tells front-end developers what it does', ({ contract }) => {
    expect(contract.summary.trim()).not.toBe('');
    expect(contract.description.trim()).not.toBe('');
    expect(contract.summary).not.toMatch(/\.$/);
  });

  it.each(each)(
    '$operationId changes something only by a method that may',
    ({ contract: { method, body } }) => {
      if (method === 'GET') expect(body).toBeUndefined();
    },
  );

  it('uses every permission there is', () => {
    const used = new Set(routes.map(({ contract }) => contract.permission));
    expect(Object.keys(permissions).filter((permission) => !used.has(permission as 'public'))).toEqual([]);
  });
});
