import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { keys } from '../../shared/persistence/keys.ts';

/** Name of the only role that may store identity providers' public keys. Fixed, for the same reason as the audit log's writer's. */
export const keyRefresherRoleName = 'stod-och-behandling-refresh-key-sets';

/**
 * Whoever stores a public key of their own can sign any token, so that nobody may but the refresher: no function that writes other
 * rows of the table, and no administrator. Reading is left alone, since every function checks tokens.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export const keySetPolicy = (account: string, partition: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'PublicKeysAreStoredByOneRole',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [
      'BatchWriteItem',
      'DeleteItem',
      'PartiQLDelete',
      'PartiQLInsert',
      'PartiQLUpdate',
      'PutItem',
      'UpdateItem',
    ].map((action) => `dynamodb:${action}`),
    // In a table's own policy this is the table; its ARN would be a circle.
    resources: ['*'],
    conditions: {
      // One such key among several is enough.
      'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [keys.keySet('*').pk] },
      ArnNotEquals: { 'aws:PrincipalArn': `arn:${partition}:iam::${account}:role/${keyRefresherRoleName}` },
    },
  });
