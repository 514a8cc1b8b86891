import type { Acknowledgement } from './acknowledgements/acknowledgement.ts';
import { functionAcknowledgements } from './acknowledgements/functions.ts';
import { gatewayAcknowledgements } from './acknowledgements/gateway.ts';
import { mediaAcknowledgements } from './acknowledgements/media.ts';
import { storageAcknowledgements } from './acknowledgements/storage.ts';

/** All findings that are right as they are. What stands here is read by an auditor: each says what protects instead. */
export const acknowledgedFindings: readonly Acknowledgement[] = [
  ...gatewayAcknowledgements,
  ...functionAcknowledgements,
  ...mediaAcknowledgements,
  ...storageAcknowledgements,
];
