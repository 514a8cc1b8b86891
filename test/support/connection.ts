import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';

export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** To an empty database of one's own: DynamoDB Local keeps one for each access key, of letters and figures only. */
export const newConnection = (): Connection => ({
  endpoint: inject('dynamoDbEndpoint'),
  region: 'eu-north-1',
  credentials: { accessKeyId: randomUUID().replaceAll('-', ''), secretAccessKey: 'local' },
});
