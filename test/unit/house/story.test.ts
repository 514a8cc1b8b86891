import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { personas } from '../../../infra/local/identity/personas.ts';
import { root } from './imports.ts';

const story = readFileSync(join(root, 'functions/story.md'), 'utf8');
const known = Object.keys(personas);

describe('functions/story.md', () => {
  it('lists everybody one can get a token as, and nobody else acts in it', () => {
    const listed = [...story.matchAll(/^\| [\w ]+ \| ([\w, ]+) \|$/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(listed.toSorted()).toEqual(known.toSorted());
    const acting = [...story.matchAll(/\$\(as (\w+)/g)].map(([, name]) => name);
    expect(acting.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('asks for what the API has', () => {
    const paths = routes.map(
      ({ contract }) => new RegExp(`^${contract.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    );
    const asked = [...story.matchAll(/\$(api|moment)(\/[\w/-]*)(?=["\s])/g)].map(([, base, rest]) =>
      base === 'moment' ? `/moments/some${rest}` : rest,
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((address = '') => !paths.some((path) => path.test(address)))).toEqual([]);
  });
});
