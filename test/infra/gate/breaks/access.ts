import type { Break } from './break.ts';

const own = 'Policies.0.PolicyDocument.Statement.0';
const allowed = (Action: unknown, Resource: unknown = 'arn:aws:s3:::one') => ({
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] },
  PolicyName: 'broken',
});

export const accessBreaks: readonly Break[] = [
  {
    what: 'all of DynamoDB',
    caughtBy: 'RoleHasNoWildcardAction',
    at: 'AuthoringFunctions/CreateMoment/Role',
    set: { [`${own}.Action`]: 'dynamodb:*' },
  },
  {
    what: 'all but something',
    caughtBy: 'RoleHasNoWildcardAction',
    at: 'CareFunctions/ReadForm/Role',
    set: { [`${own}.NotAction`]: 's3:GetObject' },
  },
  {
    what: 'all tables',
    caughtBy: 'RoleNamesItsResources',
    at: 'CareFunctions/SubmitForm/Role',
    set: { [own]: { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: '*' } },
  },
  {
    what: 'one table, and all',
    caughtBy: 'RoleNamesItsResources',
    at: 'CareFunctions/ListMyInstances/Role',
    set: { [own]: { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: ['one', '*'] } },
  },
  {
    what: 'a right outside the list',
    caughtBy: 'StatementsAreAList',
    at: 'Api/Single',
    type: 'AWS::IAM::ManagedPolicy',
    set: { PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } },
  },
  {
    what: 'a grant of a key to anyone',
    caughtBy: 'RoleIsNeverGivenDestruction',
    at: 'CareFunctions/ListMyInstances/Role',
    set: {
      'Policies.0.PolicyDocument.Statement.1': {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:CreateGrant'],
        Resource: 'one',
      },
    },
  },
  {
    what: 'a whole table at once',
    caughtBy: 'RoleIsNeverGivenDestruction',
    at: 'SystemFunctions/GetHealth/Role',
    set: { [`${own}.Action`]: ['dynamodb:Scan'] },
  },
  {
    what: 'the archive’s lock',
    caughtBy: 'RoleIsNeverGivenDestruction',
    at: 'Audit/WriteAuditLog/Role',
    set: { [`${own}.Action`]: 's3:BypassGovernanceRetention' },
  },
  {
    what: 'roles of staff, written from the internet',
    caughtBy: 'RefresherWritesPublicKeysOnly',
    at: 'Schedule/RefreshKeySets/Role',
    set: { 'Policies.0.PolicyDocument.Statement.1.Condition': undefined },
  },
  {
    what: 'another account’s role',
    caughtBy: 'RoleIsTakenByAServiceOnly',
    at: 'SystemFunctions/GetHealth/Role',
    set: { 'AssumeRolePolicyDocument.Statement.0.Principal': { AWS: '444444444444' } },
  },
  {
    what: 'all of S3, added later',
    caughtBy: 'PolicyHasNoWildcardAction',
    at: 'Api/Later',
    type: 'AWS::IAM::Policy',
    set: allowed('s3:*'),
  },
  {
    what: 'all buckets, added later',
    caughtBy: 'PolicyNamesItsResources',
    at: 'Api/All',
    type: 'AWS::IAM::Policy',
    set: allowed('s3:GetObject', '*'),
  },
  {
    what: 'the removal of a key',
    caughtBy: 'PolicyIsNeverGivenDestruction',
    at: 'Api/Removal',
    type: 'AWS::IAM::ManagedPolicy',
    set: allowed('kms:ScheduleKeyDeletion'),
  },
  {
    what: 'a queue for everyone',
    caughtBy: 'ResourceIsOpenToNobodyUnnamed',
    at: 'Api/Open',
    type: 'AWS::SQS::QueuePolicy',
    set: {
      Queues: ['one'],
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: 'one' }],
      },
    },
  },
  {
    what: 'a topic for one account and everyone',
    caughtBy: 'ResourceIsOpenToNobodyUnnamed',
    at: 'Api/OpenTopic',
    type: 'AWS::SNS::TopicPolicy',
    set: {
      Topics: ['one'],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: ['444444444444', '*'] },
            Action: 'sns:Publish',
            Resource: 'one',
          },
        ],
      },
    },
  },
  {
    what: 'a user with lasting keys',
    caughtBy: 'NobodyHasLastingCredentials',
    at: 'Api/Admin',
    type: 'AWS::IAM::User',
  },
  {
    what: 'a function nobody described',
    caughtBy: 'NoHiddenFunctions',
    at: 'Api/Custom',
    type: 'Custom::Anything',
    set: { ServiceToken: 'arn:aws:lambda:eu-north-1:333333333333:function:one' },
  },
];
