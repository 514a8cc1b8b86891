import type { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { MediaBucket, S3Action } from '../../shared/contract/grant.ts';
import { verdicts, verdictTag } from '../../shared/storage/scan-verdict.ts';
import { nameInAws } from '../functions/function-source.ts';
import { grantedOn, type RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import type { MediaBuckets } from './media-buckets.ts';

/** Name of the role that says what is clean, and reads it to find out; whoever runs the scanner gives it this name. */
export const scannerRoleName = 'stod-och-behandling-scan-media';

/** GuardDuty shows with it that it may scan: https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html */
const scannersOwnObject = 'malware-protection-resource-validation-object';

/** Milliseconds. Longer than any link or ticket lasts, and far shorter than the keys of the function that signs it. */
export const oldestSignature = 3_600_000;

const reading: readonly S3Action[] = ['GetObject', 'GetObjectVersion'];
const tagging = [
  'PutObjectTagging',
  'PutObjectVersionTagging',
  'DeleteObjectTagging',
  'DeleteObjectVersionTagging',
];

interface Denial {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly conditions: Record<string, unknown>;
  /** The one object it leaves alone. */
  readonly but?: string;
}

const deny = (bucket: Bucket, { actions, but, ...denial }: Denial): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...denial,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: actions.map((action) => `s3:${action}`),
      ...(but ? { notResources: [bucket.arnForObjects(but)] } : { resources: [bucket.arnForObjects('*')] }),
    }),
  );
};

/**
 * What nobody may do to media, whatever other rights they have (MED-4). Who may is read from the rows and named, since a role's own
 * policy names the bucket and a reference each way would be a circle. Nothing here asks where a request comes from: browsers come
 * over the internet, with what a function has signed.
 */
export const protectMedia = (
  { quarantine, published }: MediaBuckets,
  of: RoutesAndTriggers,
  { account, partition }: Stack,
): void => {
  const allBut = (...roleNames: string[]) => {
    const arns = roleNames.map((name) => `arn:${partition}:iam::${account}:role/${name}`);
    return arns.length > 0 ? { ArnNotEquals: { 'aws:PrincipalArn': arns } } : {};
  };
  const granted = (bucket: MediaBucket, actions: readonly S3Action[]) =>
    grantedOn(bucket, actions, of).map(nameInAws);
  // https://docs.aws.amazon.com/guardduty/latest/ug/tag-based-access-s3-malware-protection.html; no tag is no reading.
  const unlessClean = { StringNotEquals: { [`s3:ExistingObjectTag/${verdictTag}`]: verdicts.clean } };

  deny(quarantine, {
    sid: 'OnlyScannerAndVerifierRead',
    actions: reading,
    conditions: allBut(scannerRoleName, ...granted('quarantine', reading)),
  });
  // Not even the verifier, which looks for nothing but the tag until then.
  deny(quarantine, {
    sid: 'OnlyCleanIsRead',
    actions: reading,
    conditions: { ...unlessClean, ...allBut(scannerRoleName) },
  });
  deny(quarantine, { sid: 'OnlyTheScannerTags', actions: tagging, conditions: allBut(scannerRoleName) });
  deny(quarantine, {
    sid: 'OnlyTicketsPut',
    actions: ['PutObject'],
    conditions: allBut(...granted('quarantine', ['PutObject'])),
    but: scannersOwnObject,
  });
  deny(published, { sid: 'OnlyCleanIsRead', actions: reading, conditions: unlessClean });
  deny(published, {
    sid: 'OnlyScannerAndVerifierTag',
    actions: tagging,
    conditions: allBut(scannerRoleName, ...granted('published', ['PutObjectTagging'])),
  });
  deny(published, {
    sid: 'OnlyTheVerifierPuts',
    actions: ['PutObject'],
    conditions: allBut(...granted('published', ['PutObject'])),
  });
  for (const bucket of [quarantine, published])
    deny(bucket, {
      sid: 'LinksAreShort',
      actions: [...reading, 'PutObject'],
      conditions: { NumericGreaterThan: { 's3:signatureAge': oldestSignature } },
    });
};
