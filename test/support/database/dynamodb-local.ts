import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../../infra/local/data/dynamodb-local.ts';
import { type LocalTable, tablesInTemplate } from '../../../infra/local/data/tables.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
    tables: LocalTable[];
  }
}

/** For minutes on few cores: compiling thoroughly and collecting in parallel costs a third more than it gives. */
const shortRun = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * One DynamoDB Local in memory for the whole run, in which every world has a database of its own: in a shared one each write looks
 * through the streams of all tables that ever were, and all workers wait in one queue.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  process.env['JAVA_TOOL_OPTIONS'] ??= shortRun;
  const database = await startDynamoDbLocal({ apart: true });
  project.provide('dynamoDbEndpoint', database.endpoint);
  // Through JSON, because CDK's template objects do not cross into the workers as they are.
  project.provide('tables', JSON.parse(JSON.stringify(tablesInTemplate())) as LocalTable[]);
  return () => database.stop();
};
