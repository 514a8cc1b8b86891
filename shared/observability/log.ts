import { Logger } from '@aws-lambda-powertools/logger';

/** Fields of one log line: codes, ids of requests and operations. Never bodies, headers, names or numbers of people. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: LogEvent, fields: LogFields): void;
  error(event: LogEvent, fields: LogFields): void;
}

/** Every line the system writes starts with one of these, so that alarms and searches have something to hold. */
type LogEvent =
  | 'audit-entry-differs'
  | 'audit-entry-failed'
  | 'denials-flooding'
  | 'keys-refreshed'
  | 'keys-refresh-failed'
  | 'media-objects-not-removed'
  | 'media-objects-removed'
  | 'register-unanswered'
  | 'request-answered'
  | 'request-failed'
  | 'upload-judged'
  | 'upload-not-judged'
  | 'upload-unknown'
  | 'urgent-flags-measured';

export const createLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service });
  return {
    info: (event, fields) => logger.info(event, { ...fields }),
    error: (event, fields) => logger.error(event, { ...fields }),
  };
};

/**
 * What an error may say in the log: AWS messages can quote keys and values, so of those only the name is kept. Where a time ran out the
 * stack says no more than that.
 */
export const describeError = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const says = !('$metadata' in error) && error.name !== 'TimeoutError';
  return { error: error.name, ...(says ? { stack: error.stack } : {}) };
};
