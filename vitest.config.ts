import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,infra,e2e}/**/*.test.ts'],
    globalSetup: ['test/support/dynamodb-local.ts'],
    // DynamoDB Local serves one request at a time per table file; more workers than cores only wait.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
