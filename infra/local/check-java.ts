import { JavaMissing, withJava } from './data/java.ts';

await withJava(process.env).catch((error: unknown) => {
  console.error(error instanceof JavaMissing ? error.message : error);
  process.exitCode = 1;
});
