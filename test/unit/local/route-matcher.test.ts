import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routes as allRoutes } from '../../../functions/routes.ts';
import { matchRoute } from '../../../infra/local/api/route-matcher.ts';
import { runs } from '../../support/property-runs.ts';

const route = (method: string, path: string) => ({ contract: { method, path } });

const list = route('GET', '/units/{unitId}/instances');
const start = route('POST', '/units/{unitId}/instances');
const mine = route('GET', '/me/instances');
const form = route('GET', '/instances/{instanceId}/forms/{formId}');
const search = route('POST', '/instances/{instanceId}/forms/search');
const routes = [list, start, form, search, mine];

describe('a request that fits', () => {
  test('gets its route with every parameter', () => {
    expect(matchRoute(routes, 'GET', '/instances/i1/forms/f1')).toEqual({
      kind: 'found',
      route: form,
      params: { instanceId: 'i1', formId: 'f1' },
    });
  });

  test('is told apart by method', () => {
    expect(matchRoute(routes, 'POST', '/units/u/instances')).toMatchObject({ kind: 'found', route: start });
  });

  test('gets no parameters where the path has none', () => {
    expect(matchRoute(routes, 'GET', '/me/instances')).toEqual({ kind: 'found', route: mine, params: {} });
  });

  test('prefers a fixed segment to a parameter, whatever the order of the table', () => {
    for (const table of [routes, routes.toReversed()])
      expect(matchRoute(table, 'POST', '/instances/i1/forms/search')).toMatchObject({ route: search });
  });

  test('does not fall back to a parameter when the fixed segment lacks the method', () => {
    expect(matchRoute(routes, 'GET', '/instances/i1/forms/search')).toEqual({
      kind: 'other-methods',
      methods: ['POST'],
    });
  });
});

describe('a request that does not fit', () => {
  test.each(['/', '', '/unit', '/me', '/me/instances/', '/me//instances', '/ME/instances', '//me/instances'])(
    'is unknown at %j',
    (path) => {
      expect(matchRoute(routes, 'GET', path)).toEqual({ kind: 'unknown' });
    },
  );

  test('is unknown when a parameter would be empty', () => {
    expect(matchRoute(routes, 'GET', '/units//instances')).toEqual({ kind: 'unknown' });
  });

  test('learns which methods there are', () => {
    expect(matchRoute(routes, 'DELETE', '/units/u/instances')).toEqual({
      kind: 'other-methods',
      methods: ['GET', 'POST'],
    });
  });

  test('does not climb with dot segments', () => {
    expect(matchRoute(routes, 'GET', '/units/../me/instances')).toEqual({ kind: 'unknown' });
  });
});

describe('percent-encoding', () => {
  test('is taken off once from every parameter', () => {
    expect(matchRoute(routes, 'GET', '/instances/a%2Fb%20%C3%A5/forms/100%25')).toMatchObject({
      params: { instanceId: 'a/b å', formId: '100%' },
    });
  });

  test.each(['%', '%2', '%zz', '%C3', '%FF', 'a%E5b'])('is malformed as %s', (segment) => {
    expect(matchRoute(routes, 'GET', `/units/${segment}/instances`)).toEqual({ kind: 'malformed' });
  });

  test.each(['%2541', '%252F', '%25252e'])('is malformed when it hides another, as %s', (segment) => {
    expect(matchRoute(routes, 'GET', `/units/${segment}/instances`)).toEqual({ kind: 'malformed' });
  });

  test('is malformed in an unknown path as well', () => {
    expect(matchRoute(routes, 'GET', '/nowhere/%zz')).toEqual({ kind: 'malformed' });
  });
});

test('every contract is found by its own path, with the parameters it was filled with', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9-]{1,36}$/);
  for (const wanted of allRoutes) {
    const { method, path } = wanted.contract;
    const names = [...path.matchAll(/\{(.+?)\}/g)].map(([, name = '']) => name);
    fc.assert(
      fc.property(fc.tuple(...names.map(() => id)), (values) => {
        const params = Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
        const filled = path.replaceAll(/\{(.+?)\}/g, (_, name: string) => params[name] ?? '');
        expect(matchRoute(allRoutes, method, filled)).toEqual({ kind: 'found', route: wanted, params });
      }),
      { numRuns: runs(20) },
    );
  }
});
