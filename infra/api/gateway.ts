import { ArnFormat, Stack } from 'aws-cdk-lib';
import {
  ApiDefinition,
  CfnRestApi,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SecurityPolicy,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { AuthorizerTrigger } from '../../functions/triggers.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { LogSettings } from '../data/keys.ts';
import { nameInAws } from '../functions/function-source.ts';
import type { Stage } from '../stages/stage.ts';
import { accessLogFormat } from './access-log.ts';
import { apiDefinition } from './api-definition.ts';

interface GatewayProps {
  readonly stage: Stage;
  readonly logs: LogSettings;
  readonly contracts: readonly Contract[];
  readonly authorizer: AuthorizerTrigger;
}

/**
 * API Gateway in front of one function a contract, made from one document. The functions lie in a stack of their own, deployed
 * before, and are called by name: all of it in one stack would be more than CloudFormation takes.
 */
export class Gateway extends Construct {
  readonly restApi: SpecRestApi;
  /** A line a request, those among them that no function saw. */
  readonly accessLog: LogGroup;

  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id);
    this.accessLog = new LogGroup(this, 'AccessLog', { ...props.logs });
    this.restApi = this.api(props);
    if (this.restApi.node.defaultChild instanceof CfnRestApi) {
      const { defaultChild } = this.restApi.node;
      // The default policy accepts TLS 1.0 (SEC-4); the construct has no property for it yet.
      defaultChild.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
      defaultChild.endpointAccessMode = 'STRICT';
    }
    for (const { operationId, method, path } of props.contracts)
      this.allow(operationId, `*/${method}${path.replaceAll(/\{\w+\}/g, '*')}`);
    this.allow(props.authorizer.name, 'authorizers/*');
  }

  private api(props: GatewayProps): SpecRestApi {
    const { stage, contracts, authorizer } = props;
    const { stackName } = Stack.of(this);
    return new SpecRestApi(this, 'Api', {
      restApiName: stackName,
      apiDefinition: ApiDefinition.fromInline(
        apiDefinition({
          title: stackName,
          allowedOrigins: stage.allowedOrigins,
          contracts,
          uriOf: (operationId) => this.uriOf(operationId),
          authorizer: {
            uri: this.uriOf(authorizer.name),
            cachedForSeconds: authorizer.cachedForSeconds,
          },
        }),
      ),
      // Half an API is worse than the one before.
      failOnWarnings: true,
      // An edge-optimised one would answer from points of presence outside Sweden (SEC-1).
      endpointTypes: [EndpointType.REGIONAL],
      // With a name of its own, the firewall's and the certificate's way in is the only one.
      disableExecuteApiEndpoint: stage.domain !== null,
      // API Gateway writes no log without a role that the whole account shares; it checks for AWS's own policy.
      cloudWatchRole: true,
      deployOptions: {
        stageName: stage.name,
        // Execution logs and traces would hold bodies and paths, and these speak of people.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
        throttlingRateLimit: stage.throttling.rate,
        throttlingBurstLimit: stage.throttling.burst,
        accessLogDestination: new LogGroupLogDestination(this.accessLog),
        accessLogFormat,
      },
    });
  }

  /** https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#uri */
  private uriOf(name: string): string {
    const stack = Stack.of(this);
    const functionArn = stack.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: nameInAws(name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return `arn:${stack.partition}:apigateway:${stack.region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
  }

  private allow(name: string, part: string): void {
    const { partition, region, account } = Stack.of(this);
    new CfnPermission(this, name, {
      action: 'lambda:InvokeFunction',
      functionName: nameInAws(name),
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.restApi.restApiId}/${part}`,
    });
  }
}
