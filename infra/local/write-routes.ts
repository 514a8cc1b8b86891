import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { routes } from '../../functions/routes.ts';
import { routeTable } from '../../shared/contract/route-table.ts';

const document = fileURLToPath(new URL('../../functions/routes.md', import.meta.url));
const text = await readFile(document, 'utf8');
const between = /(<!-- routes -->\n)[\s\S]*?(<!-- \/routes -->)/;
if (!between.test(text))
  throw new Error('functions/routes.md has no <!-- routes --> … <!-- /routes --> to write between');
await writeFile(
  document,
  text.replace(between, (_, begin, end) => `${begin}${routeTable(routes)}\n${end}`),
);
console.log(`functions/routes.md: ${routes.length} routes written. Next: look at the change and commit it.`);
