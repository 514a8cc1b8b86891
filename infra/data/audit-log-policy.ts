import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Name of the only role that may put entries into the audit log. Fixed, because the table's policy names the role and the
 * role's own policy names the table, in another stack: a reference each way would be a circle.
 */
export const auditWriterRoleName = 'stod-och-behandling-write-audit-log';

const deny = (sid: string, actions: readonly string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: actions.map((action) => `dynamodb:${action}`),
    // In a table's own policy this is the table and its indexes; its ARN would be a circle.
    resources: ['*'],
    ...(conditions ? { conditions } : {}),
  });

/**
 * What nobody may do to the audit log, whatever other rights they have, administrators included (LOG-17). IAM cannot demand a
 * condition expression, so that overwriting is left to the one role whose code always sets it; expiry would be removal too.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html
 */
export const auditLogPolicy = (account: string, partition: string): PolicyStatement[] => [
  deny('EntriesAreNeverChanged', ['UpdateItem', 'PartiQLUpdate', 'PartiQLInsert', 'BatchWriteItem']),
  deny('EntriesAreNeverRemoved', ['DeleteItem', 'PartiQLDelete', 'UpdateTimeToLive', 'DeleteTable']),
  deny('EntriesAreWrittenByOneRole', ['PutItem'], {
    ArnNotEquals: { 'aws:PrincipalArn': `arn:${partition}:iam::${account}:role/${auditWriterRoleName}` },
  }),
];
