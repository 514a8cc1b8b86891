import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const assets = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({ destinations: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  ),
});

const rewrite = <T>(path: string, schema: z.ZodType<T>, change: (content: T) => void): void => {
  const content = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  change(content);
  writeFileSync(path, JSON.stringify(content));
};

const roles = ['assumeRoleArn', 'assumeRoleExternalId', 'cloudFormationExecutionRoleArn', 'lookupRole'];

/** Root deploys: what the CDK's own roles may do is not what the run is to show, and the emulator judges them wrongly. */
export const deployAsRoot = (folder: string): void => {
  rewrite(join(folder, 'manifest.json'), manifest, ({ artifacts }) => {
    for (const { properties } of Object.values(artifacts))
      for (const role of roles) if (properties) delete properties[role];
  });
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.assets.json')))
    rewrite(join(folder, name), assets, ({ files }) => {
      for (const { destinations } of Object.values(files))
        for (const destination of Object.values(destinations)) delete destination['assumeRoleArn'];
    });
};
