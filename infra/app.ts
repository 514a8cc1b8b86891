import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundle } from './bundle.ts';
import { functionSources } from './function-source.ts';
import { refuseOtherRegions, synthesiseInRegion } from './region.ts';
import { readStage } from './stage.ts';
import { stageSettings } from './stage-settings.ts';
import { createSystem } from './system.ts';

const app = new App();
const { AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION } = process.env;
const region = app.node.tryGetContext('region') as string | undefined;
refuseOtherRegions({ 'Context "region"': region, AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION });

const stage = readStage(String(app.node.tryGetContext('stage') ?? 'dev'), stageSettings);
const { codeOf, sizes } = await bundle(functionSources, join(app.outdir, 'bundles'));
createSystem(app, stage, codeOf);
const assembly = synthesiseInRegion(app);

const counts = assembly.stacks.map(({ id, template }) => `${id} ${Object.keys(template.Resources).length}`);
const kilobytes = [...sizes.values()].map((size) => Math.round(size / 1024));
console.error(
  [
    `Synthesised stage ${stage.name} for ${stage.region} into ${app.outdir}; nothing was deployed.`,
    `  resources: ${counts.join(', ')}`,
    `  functions: ${sizes.size}, ${Math.min(...kilobytes)}–${Math.max(...kilobytes)} KB each`,
    `Next: see what a deployment would change with  AWS_REGION=${stage.region} npx cdk diff -c stage=${stage.name}`,
    `      (needs credentials for account ${stage.account}, set in infra/stage-settings.ts).`,
  ].join('\n'),
);
