import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundle } from './bundling/bundle.ts';
import { functionSources } from './functions/function-source.ts';
import { addGate } from './gate/gate.ts';
import { countResources, resourceLimit } from './gate/resource-count.ts';
import { routesAndTriggers } from './rights/routes-and-triggers.ts';
import { refuseOtherRegions, synthesiseInRegion } from './stages/region.ts';
import { readStage } from './stages/stage.ts';
import { stageSettings } from './stages/stage-settings.ts';
import { createSystem } from './system.ts';

const app = new App();
const { AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION } = process.env;
const region = app.node.tryGetContext('region') as string | undefined;
refuseOtherRegions({ 'Context "region"': region, AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION });

const stage = readStage(String(app.node.tryGetContext('stage') ?? 'dev'), stageSettings);
const { codeOf, sizes } = await bundle(functionSources, {
  bundles: join(app.outdir, 'bundles'),
  sourceMaps: join(app.outdir, 'source-maps'),
});
createSystem(app, stage, codeOf, routesAndTriggers);
const gate = addGate(app, stage);
const assembly = synthesiseInRegion(app);
const passed = gate.pass(assembly);

const counts = countResources(assembly);
const kilobytes = [...sizes.values()].map((size) => Math.round(size / 1024));
console.error(
  [
    passed,
    `Synthesised stage ${stage.name} for ${stage.region} into ${app.outdir}; nothing was deployed.`,
    `  resources, of which a stack holds ${resourceLimit}:`,
    ...counts.map(({ stack, resources }) => `    ${stack} ${resources}`),
    `  functions: ${sizes.size}, ${Math.min(...kilobytes)}–${Math.max(...kilobytes)} KB each`,
    `Next: see what a deployment would change with  AWS_REGION=${stage.region} npx cdk diff -c stage=${stage.name}`,
    `      (needs credentials for account ${stage.account}, set in infra/stages/stage-settings.ts).`,
  ].join('\n'),
);
