import type { MediaBucket } from '../../../shared/contract/grant.ts';
import { capitalised } from '../../functions/function-source.ts';
import { routesAndTriggers, storing } from '../../rights/routes-and-triggers.ts';
import type { Acknowledgement } from './acknowledgement.ts';

/** Roles of the functions whose rows say that they touch the bucket. */
const rolesOn = (bucket: MediaBucket): RegExp => {
  const touching = storing(routesAndTriggers).filter(({ storage }) =>
    storage.some((grant) => grant.bucket === bucket),
  );
  return new RegExp(
    `^(\\w+Functions|Media)/(${touching.map(({ name }) => capitalised(name)).join('|')})/Role$`,
  );
};

const mediaIn = (bucket: MediaBucket): string =>
  `AwsSolutions-IAM5[Resource::arn:aws:s3:::stod-och-behandling-{stage}-${bucket}-{account}/moments/*]`;

/** Media, what judges them and what takes them away. */
export const mediaAcknowledgements: readonly Acknowledgement[] = [
  {
    rules: [mediaIn('quarantine')],
    at: rolesOn('quarantine'),
    reason:
      'The star stands for the ids of a moment and a file, which are known first when someone uploads. Each role has exactly ' +
      'the actions of its row; a ticket names the one key it is for, and the bucket’s own policy lets only the signer put, ' +
      'only the scanner tag and only these two functions read (Guard rules of media.guard).',
  },
  {
    rules: [mediaIn('published')],
    at: rolesOn('published'),
    reason:
      'The star stands for the ids of a moment and a file, which are known first when someone uploads. A link names the one ' +
      'key it is for and lasts minutes; the function that signs it has checked that the caller may see the moment, and the ' +
      'bucket’s own policy refuses whatever the scanner has not called clean.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ'],
    at: /^Media\/VerifyUpload\/Function$/,
    reason:
      'A dead-letter queue gets the event and nothing of the error. This function has an on-failure destination instead, an ' +
      'encrypted bucket that gets the event, the error and how often it was tried (Guard rule FailedEventsAreKept), and an ' +
      'alarm counts what lands there.',
  },
];
