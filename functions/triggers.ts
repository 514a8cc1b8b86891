import type { Grant, MediaBucket, StorageGrant, Table } from '../shared/contract/grant.ts';

/** A stream keeps records 24 hours: what has not gone through by then must already be in the failure destination. */
export const givenUpAfterHours = 20;

interface Common {
  /** kebab-cased it is the file's name. */
  readonly name: string;
  readonly context: string;
  readonly summary: string;
  readonly grants: readonly Grant[];
}

/** Settings of the event source mapping, named as in `AWS::Lambda::EventSourceMapping`. */
export interface StreamTrigger extends Common {
  readonly stream: Table;
  readonly batchSize: number;
  readonly maximumRetryAttempts: number;
  readonly maximumRecordAgeSeconds: number;
  readonly filters: readonly Record<string, unknown>[];
  readonly storage?: readonly StorageGrant[];
}

/** What S3 tells of a bucket's objects; at least once, in no order. */
export interface ObjectTrigger extends Common {
  readonly bucket: MediaBucket;
  readonly events: readonly ('ObjectCreated:*' | 'ObjectTagging:Put')[];
  readonly storage: readonly StorageGrant[];
}

export interface ScheduledTrigger extends Common {
  readonly everyMinutes: number;
  /** The only functions that reach the internet say so; they have no rights to personal data (SEC-3). */
  readonly reachesInternet: boolean;
}

/** What API Gateway asks before it lets a request with a token through. */
export interface AuthorizerTrigger extends Common {
  readonly authorizer: true;
  /** How long the gateway keeps an answer; no longer than keys take to be read again. */
  readonly cachedForSeconds: number;
}

/** What runs without anyone asking over HTTPS: the other half of the API at a glance. */
export const triggers: readonly (StreamTrigger | ObjectTrigger | ScheduledTrigger | AuthorizerTrigger)[] = [
  {
    name: 'writeAuditLog',
    context: 'audit',
    summary: 'Carries every activity that belongs in the log from the outbox into the audit log',
    stream: 'activities',
    batchSize: 100,
    maximumRetryAttempts: 50,
    maximumRecordAgeSeconds: givenUpAfterHours * 3600,
    filters: [
      {
        eventName: ['INSERT'],
        dynamodb: { NewImage: { type: { S: ['Activity'] }, logged: { BOOL: [true] } } },
      },
    ],
    grants: [{ table: 'auditLog', actions: ['PutItem'] }],
  },
  {
    name: 'verifyUpload',
    context: 'media',
    summary: 'Judges what was uploaded, once it is scanned: shown from then on, or rejected and gone',
    bucket: 'quarantine',
    events: ['ObjectCreated:*', 'ObjectTagging:Put'],
    grants: [
      { table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'], leadingKeys: ['MOMENT#'] },
      { table: 'activities', actions: ['PutItem'] },
    ],
    storage: [
      {
        bucket: 'quarantine',
        actions: ['GetObjectVersion', 'GetObjectVersionTagging', 'DeleteObject', 'DeleteObjectVersion'],
      },
      { bucket: 'published', actions: ['PutObject', 'PutObjectTagging', 'DeleteObject'] },
    ],
  },
  {
    name: 'removeMediaObjects',
    context: 'media',
    summary:
      'Deletes the bytes of files that designers have removed, and of all files of a draft they have deleted',
    stream: 'activities',
    batchSize: 10,
    maximumRetryAttempts: 50,
    maximumRecordAgeSeconds: givenUpAfterHours * 3600,
    filters: [
      {
        eventName: ['INSERT'],
        dynamodb: {
          NewImage: {
            type: { S: ['Activity'] },
            activity: { S: ['media-removed', 'draft-deleted'] },
            outcome: { S: ['performed'] },
          },
        },
      },
    ],
    grants: [{ table: 'moments', actions: ['Query'], leadingKeys: ['MOMENT#'] }],
    storage: [
      { bucket: 'quarantine', actions: ['DeleteObject'] },
      { bucket: 'published', actions: ['DeleteObject'] },
    ],
  },
  {
    name: 'refreshKeySets',
    context: 'system',
    summary: 'Fetches the identity providers’ public keys',
    everyMinutes: 15,
    reachesInternet: true,
    grants: [{ table: 'organisation', actions: ['PutItem'], leadingKeys: ['ISSUER#'] }],
  },
  {
    name: 'measureUrgentFlags',
    context: 'care',
    summary: 'Measures how long the oldest urgent flag has waited for somebody to see it',
    everyMinutes: 5,
    reachesInternet: false,
    grants: [{ table: 'instances', actions: [], indexes: ['byUnseen'] }],
  },
  {
    name: 'authorizeRequest',
    context: 'system',
    summary: 'Stops requests whose token does not hold before they reach a function',
    authorizer: true,
    cachedForSeconds: 300,
    grants: [{ table: 'organisation', actions: ['GetItem'], leadingKeys: ['ISSUER#'] }],
  },
];
