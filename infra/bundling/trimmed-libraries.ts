import type { Plugin } from 'esbuild';

interface Replacement {
  /** What an import must name. */
  readonly imported: RegExp;
  /** And from where, where the name alone says too little. */
  readonly from?: RegExp;
  readonly contents: string;
}

/** Parts of libraries that no function can reach on Lambda, and what stands in their place. */
const replacements: readonly Replacement[] = [
  {
    // The chain looks in profiles, single sign-on, containers and instances; Lambda gives a role's keys, session token
    // included, in the environment: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (100 KB).
    imported: /^@aws-sdk\/credential-provider-node$/,
    contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  },
  {
    // Loaded for operations that stream events; DynamoDB has none, and S3 one that nothing here asks for (15 KB).
    imported: /^@smithy\/core\/event-streams$/,
    contents:
      "const none = () => { throw new Error('Event streams are left out of the bundles: infra/bundling/trimmed-libraries.ts'); };" +
      'export class EventStreamSerde { constructor() { none(); } }; export const eventStreamSerdeProvider = none; ' +
      'export const resolveEventStreamSerdeConfig = (config) => config;',
  },
  {
    // DynamoDB once told clients where to find it; nobody asks for that, and it brings a cache of its own (8 KB).
    imported: /^@aws-sdk\/endpoint-cache$/,
    contents: 'export class EndpointCache {}',
  },
  {
    // Where AWS answers in China and for governments; what is not here falls back to the one that is (SEC-1, 4 KB).
    imported: /^\.\/partitions$/,
    from: /util-endpoints\/lib\/aws$/,
    contents:
      "export const partitionsInfo = { version: '1.1', partitions: [{ id: 'aws', regionRegex: '^eu-north-1$', " +
      "regions: { 'eu-north-1': {} }, outputs: { name: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: " +
      "'api.aws', implicitGlobalRegion: 'us-east-1', supportsDualStack: true, supportsFIPS: true } }] };",
  },
  {
    // Only the version is asked for; the path is written so that it is not replaced again (2 KB).
    imported: /^\.\.\/package\.json$/,
    from: /@aws-sdk\/client-[\w-]+\/dist-es$/,
    contents: "import { version } from './../package.json'; export default { version };",
  },
  {
    // Every schema carries what makes JSON Schema of it; only the OpenAPI document needs that, and it is made beforehand
    // (infra/bundling/precomputed.ts) (18 KB).
    imported: /^\.\.\/core\/(to-json-schema|json-schema-processors)\.js$/,
    from: /zod\/v4\/classic$/,
    contents:
      "const none = () => { throw new Error('JSON Schema is left out of the bundles: infra/bundling/trimmed-libraries.ts'); };" +
      'module.exports = new Proxy({}, { get: () => () => none });',
  },
];

/** Leaves out of the bundles what never runs on Lambda: a third of the SDK and more, which every cold start would load. */
export const trimmedLibraries: Plugin = {
  name: 'trimmed-libraries',
  setup({ onResolve, onLoad }) {
    for (const [at, { imported, from }] of replacements.entries())
      onResolve({ filter: imported }, ({ path, resolveDir }) =>
        from && !from.test(resolveDir)
          ? undefined
          : { path, namespace: 'trimmed', pluginData: { at, resolveDir } },
      );
    onLoad({ filter: /./, namespace: 'trimmed' }, ({ pluginData: { at, resolveDir } }) => ({
      contents: replacements[at]?.contents ?? '',
      resolveDir: String(resolveDir),
    }));
  },
};
