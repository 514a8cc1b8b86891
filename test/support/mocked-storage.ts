import 'aws-sdk-client-mock-vitest/extend';
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createUploadStore } from '../../shared/storage/s3-upload-store.ts';

const client = new S3Client({ region: 'eu-north-1' });
export const buckets = { quarantine: 'q', published: 'p' } as const;

/** S3 as it is in AWS and never on one machine: busy, failing, or with a key nobody may use. Says nothing until a test says what. */
export const s3 = mockClient(client);

export const mockedStore = createUploadStore({ client, names: buckets });

/** As the SDK throws what S3 or the KMS behind it says, once its own attempts are over. */
export const saidByS3 = (name: string): S3ServiceException =>
  new S3ServiceException({ name, message: name, $fault: 'server', $metadata: { attempts: 3 } });

/** Not now (the first three), or not before somebody has mended the key: nothing is said of the object in any of them. */
export const failuresOfS3 = ['SlowDown', 'InternalError', 'RequestTimeout', 'KMS.DisabledException'];
