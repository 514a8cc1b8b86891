import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

const packed = (value: unknown): string => brotliCompressSync(JSON.stringify(value)).toString('base64');

/**
 * Runs modules named `*.precomputed.ts` when bundling and puts what they export, JSON, in their place: the OpenAPI document
 * then comes without every contract and the library that makes it. Compressed, for it grows with each route.
 */
export const precomputed: Plugin = {
  name: 'precomputed',
  setup({ onLoad }) {
    onLoad({ filter: /\.precomputed\.ts$/ }, async ({ path }) => {
      const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const contents = [
        "import { brotliDecompressSync } from 'node:zlib';",
        "const unpack = (text) => JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf8'));",
        ...Object.entries(module).map(
          ([name, value]) => `export const ${name} = unpack('${packed(value)}');`,
        ),
      ];
      return { loader: 'js', contents: contents.join('\n') };
    });
  },
};
