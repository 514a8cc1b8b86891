import type { Acknowledgement } from './acknowledgement.ts';

/** What watches the system. */
export const operationsAcknowledgements: readonly Acknowledgement[] = [
  {
    rules: ['NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled'],
    at: /^Operations\/Trail$/,
    reason:
      'The control wants changes by administrators seen at once, not only kept. EventBridge rules get the same calls within ' +
      'minutes and tell the alarm topic (infra/operations/watched-events.ts); the trail keeps them, encrypted and with file validation, ' +
      'in a versioned bucket. A second copy in a log group would need one more role and show nothing more.',
  },
];
