type Leaf = string | number | boolean | null;

type Matcher =
  | Leaf
  | { readonly exists: boolean }
  | { readonly prefix: string }
  | { readonly 'anything-but': Leaf | readonly Leaf[] };

/** The part of Lambda's filter syntax in use here: nested objects down to lists of alternatives. */
export interface FilterPattern {
  readonly [field: string]: FilterPattern | readonly Matcher[];
}

/** Reads a `Pattern` as it stands in a template; what Lambda has and we lack is an error, not a miss. */
export function parseFilterPattern(json: string): FilterPattern {
  const pattern: unknown = JSON.parse(json);
  if (!isPattern(pattern)) throw new Error(`Filter pattern not supported by the local event source: ${json}`);
  return pattern;
}

export function matches(pattern: FilterPattern, record: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const values = valuesAt(record, field);
    if (!isAlternatives(wanted))
      return values.some((value) => matches(wanted, value)) || absent(wanted, values);
    // Lambda's `exists` sees leaves only: an object under the field counts as absent.
    return wanted.some((matcher) => meets(matcher, values.filter(isLeaf)));
  });
}

/** A pattern asking only for absence also holds when the whole branch is missing. */
function absent(pattern: FilterPattern, values: readonly unknown[]): boolean {
  return values.length === 0 && matches(pattern, {});
}

function meets(matcher: Matcher, values: readonly Leaf[]): boolean {
  if (isLeaf(matcher)) return values.includes(matcher);
  if ('exists' in matcher) return matcher.exists === values.length > 0;
  if ('prefix' in matcher) {
    return values.some((value) => typeof value === 'string' && value.startsWith(matcher.prefix));
  }
  const unwanted = matcher['anything-but'];
  const list = isLeaf(unwanted) ? [unwanted] : unwanted;
  return values.some((value) => !list.includes(value));
}

/** A list in the record stands for each of its elements. */
function valuesAt(record: unknown, field: string): readonly unknown[] {
  if (!isObject(record) || !Object.hasOwn(record, field)) return [];
  const value = record[field];
  const values = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
  return values.filter((each) => each !== undefined);
}

function isPattern(value: unknown): value is FilterPattern {
  if (!isObject(value)) return false;
  return Object.values(value).every((each) =>
    Array.isArray(each) ? each.every(isMatcher) : isPattern(each),
  );
}

function isMatcher(value: unknown): value is Matcher {
  if (isLeaf(value)) return true;
  if (!isObject(value) || Object.keys(value).length !== 1) return false;
  const unwanted = value['anything-but'];
  return (
    typeof value['exists'] === 'boolean' ||
    typeof value['prefix'] === 'string' ||
    ('anything-but' in value && (isLeaf(unwanted) || (Array.isArray(unwanted) && unwanted.every(isLeaf))))
  );
}

function isAlternatives(value: FilterPattern | readonly Matcher[]): value is readonly Matcher[] {
  return Array.isArray(value);
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
