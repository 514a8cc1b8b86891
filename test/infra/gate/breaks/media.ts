import type { Break } from './break.ts';

const quarantine = 'Media/Quarantine';
const policy = 'Media/Quarantine/Policy';
const published = 'Media/Published/Policy';
const condition = (at: number) => `PolicyDocument.Statement.${at}.Condition`;
const principals = (at: number) => `${condition(at)}.ArnNotEquals.aws:PrincipalArn`;
const anyone = ['arn:aws:iam::333333333333:role/anyone'];

/** Statements are named by their place: the two about TLS come first, then those of media-policies.ts in order. */
export const mediaBreaks: readonly Break[] = [
  {
    what: 'uploads that nobody is told of',
    caughtBy: 'QuarantineTellsTheVerifier',
    at: quarantine,
    set: { NotificationConfiguration: undefined },
  },
  {
    what: 'uploads that are kept for ever',
    caughtBy: 'QuarantineEmptiesItself',
    at: quarantine,
    set: { LifecycleConfiguration: undefined },
  },
  {
    what: 'uploads that a function of the API may read',
    caughtBy: 'QuarantineIsReadByTwo',
    at: policy,
    set: { [principals(2)]: anyone },
  },
  {
    what: 'uploads that are read unscanned',
    caughtBy: 'MediaIsReadWhenClean',
    at: policy,
    set: { [principals(3)]: ['arn:aws:iam::333333333333:role/stod-och-behandling-verify-upload'] },
  },
  {
    what: 'media that are shown without the scanner',
    caughtBy: 'MediaIsReadWhenClean',
    at: published,
    set: { 'PolicyDocument.Statement.2.Effect': 'Allow' },
  },
  {
    what: 'uploads that anyone calls clean',
    caughtBy: 'QuarantineIsTaggedByTheScanner',
    at: policy,
    set: { [principals(4)]: anyone },
  },
  {
    what: 'uploads without a ticket',
    caughtBy: 'QuarantineIsPutByTickets',
    at: policy,
    set: { [principals(5)]: anyone },
  },
  {
    what: 'media shown that were not verified',
    caughtBy: 'PublishedIsPutByTheVerifier',
    at: published,
    set: { [principals(4)]: anyone },
  },
  {
    what: 'links that last for a week',
    caughtBy: 'LinksToMediaAreShort',
    at: published,
    set: { [`${condition(5)}.NumericGreaterThan`]: { 's3:signatureAge': 604_800_000 } },
  },
  {
    what: 'all of S3, for the verifier',
    caughtBy: 'RoleHasNoWildcardAction',
    at: 'Media/VerifyUpload/Role',
    set: { 'Policies.0.PolicyDocument.Statement.0.Action': 's3:*' },
  },
  {
    what: 'a whole bucket, for the remover',
    caughtBy: 'MediaRightsAreForMedia',
    at: 'Media/RemoveMediaObjects/Role',
    set: {
      'Policies.0.PolicyDocument.Statement.0': {
        Effect: 'Allow',
        Action: ['s3:DeleteObject'],
        Resource: 'arn:aws:s3:::stod-och-behandling-prod-published-333333333333/*',
      },
    },
  },
  {
    what: 'versions of what is shown, removed for good',
    caughtBy: 'NothingButQuarantineLosesVersions',
    at: 'Media/RemoveMediaObjects/Role',
    set: {
      'Policies.0.PolicyDocument.Statement.1': {
        Effect: 'Allow',
        Action: ['s3:DeleteObjectVersion'],
        Resource: 'arn:aws:s3:::stod-och-behandling-prod-published-333333333333/moments/*',
      },
    },
  },
  {
    what: 'a verifier whose failures are nobody’s',
    caughtBy: 'FailedEventsAreKept',
    at: 'Media/VerifyUpload/Function/EventInvokeConfig',
    set: { DestinationConfig: undefined },
  },
  {
    what: 'a function that a bucket wakes, and nobody asked what becomes of its failures',
    caughtBy: 'BucketsFunctionSaysWhatFails',
    at: 'Media/BucketTellsVerifier',
    set: { FunctionName: { 'Fn::GetAtt': ['RemoveMediaObjectsFunction', 'Arn'] } },
  },
  {
    what: 'a bucket of another account that wakes the verifier',
    caughtBy: 'FunctionIsInvokedByItsOwner',
    at: 'Media/BucketTellsVerifier',
    set: { SourceAccount: undefined },
  },
];
