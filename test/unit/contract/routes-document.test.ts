import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { routeTable } from '../../../shared/contract/route-table.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('lists exactly the routes there are (run npm run readme)', () => {
    const listed = /<!-- routes -->\n([\s\S]*?)\n<!-- \/routes -->/.exec(readme)?.[1];
    expect(listed).toBe(routeTable(routes));
  });

  it.each(triggers.map(({ name }) => name))('names the trigger %s', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });
});
