import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { routeTable } from '../../../shared/contract/route-table.ts';

const document = readFileSync(new URL('../../../functions/routes.md', import.meta.url), 'utf8');

describe('functions/routes.md', () => {
  it('lists exactly the routes there are (run npm run routes)', () => {
    const listed = /<!-- routes -->\n([\s\S]*?)\n<!-- \/routes -->/.exec(document)?.[1];
    expect(listed).toBe(routeTable(routes));
  });

  it.each(triggers.map(({ name }) => name))('names the trigger %s', (name) => {
    expect(document).toContain(`\`${name}\``);
  });
});
