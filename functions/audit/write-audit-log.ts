import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { entryOf } from '../../shared/audit/entry.ts';
import { auditConsumerEnvironment, readEnvironment } from '../../shared/config/environment.ts';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { type AuditLog, openAuditLog } from '../../shared/persistence/audit-log/append-audit-entry.ts';
import { activityInImage } from '../../shared/persistence/engine/append-activity.ts';

interface Ports {
  readonly auditLog: AuditLog;
  readonly log: Log;
}

/** Carries activities from the outbox's stream into the audit log; whatever is delivered twice is written once (LOG-16). */
export const createWriteAuditLog = (portsOf: () => Ports): DynamoDBStreamHandler => {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  const write = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const { auditLog, log } = portsOf();
    try {
      const activity = activityInImage(dynamodb?.NewImage);
      const outcome = await auditLog.append(entryOf(activity));
      // Both cannot be true: the first stays, and an alarm on this line calls for someone to look.
      if (outcome === 'differs') log.error('audit-entry-differs', { eventId: activity.eventId });
      // Past the number of denials that name whom they were about: somebody goes on and on.
      if (outcome === 'appended' && activity.attempts !== undefined)
        log.error('denials-flooding', { eventId: activity.eventId });
    } catch (error) {
      log.error('audit-entry-failed', { sequenceNumber: dynamodb?.SequenceNumber, ...describeError(error) });
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(event, write, processor, { context, throwOnFullBatchFailure: false });
};

let ports: Ports | undefined;

export const handler = createWriteAuditLog(() => {
  ports ??= {
    auditLog: openAuditLog(readEnvironment(auditConsumerEnvironment, process.env).TABLE_AUDIT_LOG),
    log: createLog('write-audit-log'),
  };
  return ports;
});
