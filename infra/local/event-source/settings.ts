import type { FilterPattern } from './filter-pattern.ts';

/** The names follow AWS::Lambda::EventSourceMapping; the start position is always TRIM_HORIZON. */
export interface EventSourceSettings {
  readonly batchSize: number;
  /** A record is delivered when any of them matches, or when there are none. */
  readonly filters: readonly FilterPattern[];
  readonly bisectBatchOnFunctionError: boolean;
  /** -1: no limit. */
  readonly maximumRetryAttempts: number;
  /** -1: no limit. */
  readonly maximumRecordAgeSeconds: number;
  readonly reportBatchItemFailures: boolean;
}
