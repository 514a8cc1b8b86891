import { S3Client } from '@aws-sdk/client-s3';
import type { ObjectEvent } from '../../infra/local/object-store/object-operations.ts';
import { type ObjectStore, startObjectStore } from '../../infra/local/object-store/object-store-server.ts';
import type { MediaBucket, S3Action, StorageGrant } from '../../shared/contract/grant.ts';
import { type MediaStore, noMediaStore, type UploadStore } from '../../shared/storage/media-store.ts';
import type { Buckets } from '../../shared/storage/s3-client.ts';
import { createMediaStore } from '../../shared/storage/s3-media-store.ts';
import { createUploadStore } from '../../shared/storage/s3-upload-store.ts';

const names = { quarantine: 'test-quarantine', published: 'test-published' };
const secret = 'a secret of the tests';

interface Function {
  readonly name: string;
  readonly storage?: readonly StorageGrant[] | undefined;
}

/** The local store, where each function has a key of its own and may do what its row says, as its role may in the cloud. */
export class ObjectStorage {
  readonly server: ObjectStore;
  /** What the store has told of, oldest first. */
  readonly events: ObjectEvent[];
  readonly #grants: Map<string, readonly StorageGrant[]>;

  private constructor(
    server: ObjectStore,
    events: ObjectEvent[],
    grants: Map<string, readonly StorageGrant[]>,
  ) {
    this.server = server;
    this.events = events;
    this.#grants = grants;
  }

  static async start(now: () => Date): Promise<ObjectStorage> {
    const events: ObjectEvent[] = [];
    const grants = new Map<string, readonly StorageGrant[]>();
    const mayDo = (name: string, action: S3Action, bucket: MediaBucket): boolean =>
      grants.get(name)?.some((grant) => grant.bucket === bucket && grant.actions.includes(action)) === true;
    const server = await startObjectStore({
      ...{ port: 0, buckets: names, allowedOrigins: ['https://vard.test'], mayDo, now },
      secretOf: (accessKeyId) => (grants.has(accessKeyId) ? secret : undefined),
      onEvent: (event) => events.push(event),
      onError: (error) => {
        throw error;
      },
    });
    return new ObjectStorage(server, events, grants);
  }

  /** What a function of the API is given: nothing, where its row names no storage. */
  mediaStoreOf(one: Function): MediaStore {
    return one.storage ? createMediaStore(this.#bucketsOf(one)) : noMediaStore;
  }

  uploadStoreOf(one: Function): UploadStore {
    return createUploadStore(this.#bucketsOf(one));
  }

  #bucketsOf({ name, storage = [] }: Function): Buckets {
    this.#grants.set(name, storage);
    const client = new S3Client({
      endpoint: this.server.endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId: name, secretAccessKey: secret },
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { client, names };
  }
}
