/** The five tables; their names in a stage come from the environment. */
export type Table = 'organisation' | 'moments' | 'instances' | 'activities' | 'auditLog';

/** DynamoDB actions a function may be given. No Scan and no Delete of logs: a use case never needs them. */
export type DynamoAction =
  | 'GetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchGetItem';

/** Exactly what one function may do with one table; `indexes` names those it may query beside the table itself. */
export interface Grant {
  readonly table: Table;
  readonly actions: readonly DynamoAction[];
  readonly indexes?: readonly string[];
  /** Beginnings of the partition keys it may touch in the table itself, such as `UNIT#`; all of them where nothing is said. */
  readonly leadingKeys?: readonly string[];
}

/** Where media lie: what is uploaded and not yet accepted, and what is shown. Their names in a stage come from the environment. */
export type MediaBucket = 'quarantine' | 'published';

/** S3 actions a function may be given, on the objects of a bucket. */
export type S3Action =
  | 'GetObject'
  | 'GetObjectVersion'
  | 'GetObjectTagging'
  | 'GetObjectVersionTagging'
  | 'PutObject'
  | 'PutObjectTagging'
  | 'DeleteObject'
  | 'DeleteObjectVersion';

/** Exactly what one function may do with one bucket. A link or ticket it signs can do no more than the function itself. */
export interface StorageGrant {
  readonly bucket: MediaBucket;
  readonly actions: readonly S3Action[];
}
