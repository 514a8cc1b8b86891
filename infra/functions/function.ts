import { type Duration, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { LogSettings } from '../data/keys.ts';
import { type Placement, placementProps, placementStatements } from '../network/placement.ts';
import { type CodeOf, capitalised, type FunctionSource, nameInAws } from './function-source.ts';

interface UseCaseFunctionProps {
  readonly source: FunctionSource;
  readonly codeOf: CodeOf;
  readonly environment: Record<string, string>;
  /** Where the environment holds a secret: shown only to those who may use this key, which no person need be. */
  readonly environmentKey?: IKey;
  /** All it may do besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
  readonly timeout: Duration;
  readonly logs: LogSettings;
  /** Absent for functions that reach the internet: those have no rights to data (SEC-3). */
  readonly placement?: Placement;
  /** Only where a policy must know the role by its name beforehand: `nameInAws`. */
  readonly roleName?: string;
}

/** One function with its own log group and its own role, which can do what the function's row says and nothing else (SEC-5). */
export class UseCaseFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, props: UseCaseFunctionProps) {
    const { source, codeOf, environment, environmentKey, timeout, logs, placement } = props;
    super(scope, capitalised(source.name));
    const logGroup = new LogGroup(this, 'Log', { ...logs });
    this.logGroup = logGroup;
    const role = this.role(props);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: nameInAws(source.name),
      code: codeOf(source),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      description: source.summary,
      loggingFormat: LoggingFormat.JSON,
      ...{ environment, logGroup, role, timeout },
      ...(environmentKey ? { environmentEncryption: environmentKey } : {}),
      ...(placement ? placementProps(placement) : {}),
    });
  }

  private role({ source, statements, placement, roleName }: UseCaseFunctionProps): Role {
    const { account, region, partition } = Stack.of(this);
    // AWSLambdaBasicExecutionRole and AWSLambdaVPCAccessExecutionRole would let it write to every log group of the account.
    const ownLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    const addressing = placement ? placementStatements(account, region, partition) : [];
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${source.name} may do`,
      ...(roleName ? { roleName } : {}),
      inlinePolicies: { own: new PolicyDocument({ statements: [ownLog, ...addressing, ...statements] }) },
    });
  }
}
