import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { groups } from '../persistence/key-examples.ts';
import { trackedTexts } from './tracked-texts.ts';

const home = 'shared/persistence/keys.ts';
/** The beginning of a key, or a key put together: words in capitals and a `#`, in quotes. */
const keyText = /['"`][A-Z][A-Z-]*#/g;
const code = trackedTexts.filter(({ path }) => /^(?:shared|functions|infra)\/.*\.ts$/.test(path));

const leadingKeysOf = (grants: readonly { readonly leadingKeys?: readonly string[] }[]) =>
  grants.flatMap(({ leadingKeys = [] }) => leadingKeys);
const granted = [
  ...routes.map(({ contract }) => ({
    name: contract.operationId as string,
    keys: leadingKeysOf(contract.grants),
  })),
  ...triggers.map(({ name, grants }) => ({ name: name as string, keys: leadingKeysOf(grants) })),
].filter(({ keys }) => keys.length > 0);

/** What partition keys begin with, by one example of each builder. */
const beginnings = new Set(
  Object.values(groups)
    .flat()
    .map((making) => fc.sample(making, { numRuns: 1, seed: 1 })[0]?.key.pk.split('#')[0]),
);

describe('keys', () => {
  it(`are made in ${home} alone; elsewhere only grants name how one begins`, () => {
    const elsewhere = code
      .filter(({ path }) => path !== home)
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .filter((line) => !line.includes('leadingKeys:') && !/^\s*(?:\*|\/\*|\/\/)/.test(line))
          .flatMap((line) => (line.match(keyText) ?? []).map((found) => `${path}: ${found}`)),
      );
    expect(elsewhere).toEqual([]);
  });

  it.each(granted)('that $name may touch begin as keys do', ({ keys }) => {
    for (const beginning of keys) expect(beginnings).toContain(beginning.replace(/#$/, ''));
    expect(keys.filter((beginning) => !beginning.endsWith('#'))).toEqual([]);
  });
});
