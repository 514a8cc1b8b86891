import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { routes } from '../../functions/routes.ts';
import { routeTable } from '../../shared/contract/route-table.ts';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const text = await readFile(readme, 'utf8');
const between = /(<!-- routes -->\n)[\s\S]*?(<!-- \/routes -->)/;
if (!between.test(text))
  throw new Error('README.md has no <!-- routes --> … <!-- /routes --> to write between');
await writeFile(
  readme,
  text.replace(between, (_, begin, end) => `${begin}${routeTable(routes)}\n${end}`),
);
console.log(`README.md: ${routes.length} routes written. Next: look at the change and commit it.`);
