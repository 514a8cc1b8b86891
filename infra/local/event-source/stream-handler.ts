import type { Context, DynamoDBStreamEvent } from 'aws-lambda';

/** The answer is unknown on purpose: Lambda takes whatever is returned and reads it by its own rules. */
export type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<unknown>;

const remainingMs = 60_000;

export function lambdaContext(functionArn: string, awsRequestId: string): Context {
  const functionName = functionArn.split(':')[6] ?? functionArn;
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => remainingMs,
    done: ignore,
    fail: ignore,
    succeed: ignore,
  };
}

function ignore(): void {
  // Callbacks of the old runtimes; the type still asks for them.
}
