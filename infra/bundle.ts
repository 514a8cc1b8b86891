import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build } from 'esbuild';
import { type CodeOf, entryOf, type FunctionSource } from './function-source.ts';

interface Bundles {
  readonly codeOf: CodeOf;
  /** Bytes of each function's one file. */
  readonly sizes: ReadonlyMap<string, number>;
}

// Some dependencies are CommonJS and call `require` at run time, which an ES module does not have.
const banner = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`;

/** Bundles every function in one run of esbuild, the SDK included: a tenth of the time of one process each. */
export const bundle = async (sources: readonly FunctionSource[], folder: string): Promise<Bundles> => {
  const { metafile } = await build({
    entryPoints: sources.map((source) => ({ in: entryOf(source), out: join(source.name, 'index') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  const bytes = Object.values(metafile.outputs).map(
    ({ entryPoint, bytes: size }) => [entryPoint, size] as const,
  );
  const byEntry = new Map(bytes);
  return {
    codeOf: ({ name }) => Code.fromAsset(join(folder, name)),
    sizes: new Map(sources.map((source) => [source.name, byEntry.get(entryOf(source)) ?? 0])),
  };
};
