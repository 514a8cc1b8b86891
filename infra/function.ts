import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CodeOf, FunctionSource } from './function-source.ts';

interface UseCaseFunctionProps {
  readonly source: FunctionSource;
  readonly codeOf: CodeOf;
  readonly environment: Record<string, string>;
  /** All it may do besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
  readonly timeout: Duration;
}

/** One function with its own log group and its own role, which can do what the function's row says and nothing else (SEC-5). */
export class UseCaseFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, { source, codeOf, environment, statements, timeout }: UseCaseFunctionProps) {
    super(scope, `${source.name.charAt(0).toUpperCase()}${source.name.slice(1)}`);
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR });
    // AWSLambdaBasicExecutionRole would let it write to every log group of the account.
    const ownLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${source.name} may do`,
      inlinePolicies: { own: new PolicyDocument({ statements: [ownLog, ...statements] }) },
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      code: codeOf(source),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      description: source.summary,
      loggingFormat: LoggingFormat.JSON,
      ...{ environment, logGroup, role, timeout },
    });
  }
}
