import type { Plugin } from 'esbuild';

/** Parts of the SDK that no function can reach on Lambda, and what stands in their place. */
const replaced: Readonly<Record<string, string>> = {
  // The chain looks in profiles, single sign-on, containers and instances; Lambda gives a role's keys, session token
  // included, in the environment: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (100 KB).
  '@aws-sdk/credential-provider-node':
    "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  // Loaded for operations that stream events; DynamoDB has none (15 KB).
  '@smithy/core/event-streams':
    "const none = () => { throw new Error('Event streams are left out of the bundles: infra/lambda-sdk.ts'); };" +
    'export class EventStreamSerde { constructor() { none(); } }; export const eventStreamSerdeProvider = none;',
};

const names = Object.keys(replaced).map((name) => name.replaceAll('/', '\\/'));

/** Leaves out of the bundles what never runs on Lambda: a third of the SDK, which every cold start would load. */
export const lambdaSdk: Plugin = {
  name: 'lambda-sdk',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path, resolveDir }) => ({
      path,
      namespace: 'lambda-sdk',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /./, namespace: 'lambda-sdk' }, ({ path, pluginData }) => ({
      contents: replaced[path] ?? '',
      resolveDir: String(pluginData),
    }));
  },
};
