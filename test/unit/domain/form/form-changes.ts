import fc from 'fast-check';
import { form } from '../../../../shared/domain/form/form.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';

type Path = readonly string[];
interface Spot {
  readonly path: Path;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place in a value, its own among them. */
const spotsIn = (value: unknown, path: Path = []): Spot[] => [
  { path, value },
  ...(isObject(value) ? Object.entries(value).flatMap(([name, part]) => spotsIn(part, [...path, name])) : []),
];

/** The value with something else at a path; nothing there where `make` gives undefined. */
const changed = (value: unknown, path: Path, make: (old: unknown) => unknown): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return make(value);
  if (Array.isArray(value))
    return value
      .map((part, at) => (String(at) === name ? changed(part, rest, make) : part))
      .filter((part) => part !== undefined);
  return isObject(value) ? { ...value, [name]: changed(value[name], rest, make) } : value;
};

const isWording = ({ path }: Spot): boolean =>
  ['title', 'text', 'label', 'minLabel', 'maxLabel'].includes(path.at(-1) ?? '');

const listNamed =
  (...names: string[]) =>
  ({ path, value }: Spot): boolean =>
    Array.isArray(value) && names.includes(path.at(-1) ?? '');

const swapped = (at: number) => (list: unknown) =>
  Array.isArray(list) ? list.with(at, list[at + 1]).with(at + 1, list[at]) : list;

const words = ['q0-0', 'o0', 'o1', 'ordinary', 'tab', 'long-text', '2000-01-01', '12:00'];

const another = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5];
  if (typeof value === 'boolean') return [!value];
  return typeof value === 'string' ? [`${value}9`, ...words].filter((word) => word !== value) : [];
};

const swaps = ({ path, value }: Spot): [Path, (old: unknown) => unknown][] =>
  Array.isArray(value) ? value.slice(1).map((_, at) => [path, swapped(at)]) : [];

const additions = ({ path, value }: Spot): [Path, (old: unknown) => unknown][] => {
  const [first]: unknown[] = Array.isArray(value) ? value : [];
  if (!isObject(first)) return [];
  const renamed = Object.fromEntries(
    Object.entries(first).map(([name, part]) => [name, name.endsWith('Id') ? `${part}-new` : part]),
  );
  return [0, 1].map((at) => [path, (old) => (Array.isArray(old) ? old.toSpliced(at, 0, renamed) : old)]);
};

const changesOf = (spots: readonly Spot[]): [Path, (old: unknown) => unknown][] => [
  ...spots.map(({ path }): [Path, () => undefined] => [path, () => undefined]),
  ...spots.flatMap(({ path, value }) =>
    another(value).map((other): [Path, () => unknown] => [path, () => other]),
  ),
  ...spots.filter(listNamed('pages', 'questions', 'options')).flatMap(swaps),
  ...spots.filter(listNamed('options', 'questions', 'pages')).flatMap(additions),
];

/** Every form that differs from this one in one thing that is not wording, and is itself sound. */
export const structurallyChanged = (before: Form): Form[] => {
  const spots = spotsIn(before).filter((spot) => spot.path.length > 0 && spot.value !== undefined);
  return changesOf(spots.filter((spot) => !isWording(spot))).flatMap(([path, make]) => {
    const { data } = form.safeParse(changed(before, path, make));
    return data ? [data] : [];
  });
};

/** The form with something at one place in it that may not be there at all. */
export const spoilt = (before: Form): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...spotsIn(before)),
      fc.oneof(fc.constantFrom(-1, 0, 0.5, 101, 1e300, '', '0', null), fc.jsonValue()),
    )
    .map(([{ path }, other]) => changed(before, path, () => other));

const textsIn = (value: Form): Path[] =>
  spotsIn(value)
    .filter((spot) => isWording(spot) && spot.value !== undefined)
    .map(({ path }) => path);

/** The form in other words: one text or several of it. */
export const reworded = (before: Form): fc.Arbitrary<{ after: Form; pointers: string[] }> =>
  fc.subarray(textsIn(before), { minLength: 1 }).map((paths) => ({
    after: form.parse(
      paths.reduce<unknown>((value, path) => changed(value, path, (old) => `${old} 🌻`), before),
    ),
    pointers: paths.map((path) => `/${path.join('/')}`),
  }));

/** The same form as another reader of the store might get it: every object’s fields the other way round. */
export const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, part]) => [name, turned(part)]),
  );
};
