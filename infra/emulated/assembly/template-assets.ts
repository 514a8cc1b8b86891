import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

/** Each template by the hash it now has: under the old one the CDK takes what was uploaded before for the same. */
export const renameTemplates = (folder: string): void => {
  const renamed = new Map<string, string>();
  const assetFiles = readdirSync(folder).filter((name) => name.endsWith('.assets.json'));
  for (const name of assetFiles) {
    const { files } = assets.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    for (const [hash, { source }] of Object.entries(files)) {
      if (!source.path.endsWith('.template.json')) continue;
      const content = readFileSync(join(folder, source.path));
      renamed.set(hash, createHash('sha256').update(content).digest('hex'));
    }
  }
  for (const name of ['manifest.json', ...assetFiles]) {
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replaceAll(/[0-9a-f]{64}/g, (hash) => renamed.get(hash) ?? hash),
    );
  }
};
