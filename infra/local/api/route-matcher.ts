/** As much of a route as finding it takes. */
export interface Addressed {
  readonly contract: { readonly method: string; readonly path: string };
}

export type Match<R> =
  | { readonly kind: 'found'; readonly route: R; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'other-methods'; readonly methods: readonly string[] }
  | { readonly kind: 'unknown' }
  /** The percent-encoding is broken, or hides another one. */
  | { readonly kind: 'malformed' };

const decoded = (segment: string): string | undefined => {
  try {
    const once = decodeURIComponent(segment);
    // Decoded twice it would be another id: no client of ours sends that, and a proxy may read it otherwise than we do.
    return /%[0-9a-f]{2}/i.test(once) ? undefined : once;
  } catch {
    return undefined;
  }
};

const decodedPath = (path: string): readonly string[] | undefined => {
  const segments = path.split('/').map(decoded);
  return segments.every((segment) => segment !== undefined) ? segments : undefined;
};

const parameterIn = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

const patterns = new Map<string, readonly string[]>();

/** Each pattern is taken apart once: every request is held against all of them. */
const segmentsOf = (pattern: string): readonly string[] => {
  const segments = patterns.get(pattern) ?? pattern.split('/');
  patterns.set(pattern, segments);
  return segments;
};

/** The parameters' values when the path fits the pattern. An empty segment fits no parameter. */
const paramsOf = (pattern: string, given: readonly string[]): Record<string, string> | undefined => {
  const wanted = segmentsOf(pattern);
  if (wanted.length !== given.length) return undefined;
  const params: [string, string][] = [];
  for (const [at, segment] of wanted.entries()) {
    const value = given[at] ?? '';
    const name = parameterIn(segment);
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) params.push([name, value]);
  }
  return Object.fromEntries(params);
};

/** Sorts a fixed segment before a parameter in the same place, as API Gateway prefers them. */
const precedence = (pattern: string): string =>
  pattern
    .split('/')
    .map((segment) => (parameterIn(segment) === undefined ? '0' : '1'))
    .join('');

/** Finds the route of a request; `path` as it stands in the request line, without the query. */
export const matchRoute = <R extends Addressed>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> => {
  const given = decodedPath(path);
  if (!given) return { kind: 'malformed' };
  const fitting = routes
    .flatMap((route) => {
      const params = paramsOf(route.contract.path, given);
      return params ? [{ route, params, order: precedence(route.contract.path) }] : [];
    })
    .toSorted((one, other) => one.order.localeCompare(other.order));
  const [best] = fitting;
  if (!best) return { kind: 'unknown' };
  const there = fitting.filter(({ order }) => order === best.order);
  const chosen = there.find(({ route }) => route.contract.method === method);
  return chosen
    ? { kind: 'found', route: chosen.route, params: chosen.params }
    : { kind: 'other-methods', methods: there.map(({ route }) => route.contract.method) };
};
