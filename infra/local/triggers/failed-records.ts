import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InvocationRecord } from '../event-source/invocation-record.ts';

/** In the place of the S3 failure destination: one JSON file for what a function would not take, in Lambda's own form. */
export const keepFailedRecord = async (directory: string, record: InvocationRecord): Promise<string> => {
  const { timestamp, requestContext } = record;
  const file = join(directory, `${timestamp.replaceAll(':', '.')}-${requestContext.requestId}.json`);
  await mkdir(directory, { recursive: true });
  await writeFile(file, JSON.stringify(record, undefined, 2), { flush: true });
  return file;
};
