import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AuthorizationType,
  type CfnRestApi,
  EndpointType,
  LambdaIntegration,
  MethodLoggingLevel,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { type Route, routes } from '../functions/routes.ts';
import { httpEnvironment } from '../shared/config/environment.ts';
import { grantsOf } from '../shared/contract/grants-of.ts';
import type { DataStack } from './data-stack.ts';
import { type Environment, environmentFor } from './environment.ts';
import { UseCaseFunction } from './function.ts';
import { type CodeOf, routeSource } from './function-source.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import { tableStatements } from './grants.ts';

interface ApiStackProps extends StackProps {
  readonly stageName: string;
  readonly allowedOrigins: readonly string[];
  readonly data: DataStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
}

const allowHeaders = ['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key', 'X-Correlation-Id'];

/** The API as its table of contracts has it: for each row a function with its grants, and a method on its path. */
export class ApiStack extends Stack {
  private readonly api: RestApi;

  constructor(scope: Construct, id: string, { stageName, allowedOrigins, ...props }: ApiStackProps) {
    super(scope, id, props);
    this.api = new RestApi(this, 'Api', {
      restApiName: this.stackName,
      // An edge-optimised one would answer from points of presence outside Sweden (SEC-1).
      endpointConfiguration: { types: [EndpointType.REGIONAL] },
      cloudWatchRole: false,
      // Execution logs would hold bodies, and bodies hold health data.
      deployOptions: { stageName, loggingLevel: MethodLoggingLevel.OFF, dataTraceEnabled: false },
    });
    // The default policy accepts TLS 1.0 (SEC-4); the construct has no property for it yet.
    const resource = this.api.node.defaultChild as CfnRestApi;
    resource.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
    resource.endpointAccessMode = 'STRICT';
    addGatewayResponses(this.api);
    for (const [path, onPath] of Map.groupBy(routes, ({ contract }) => contract.path)) {
      const target = this.api.root.resourceForPath(path);
      target.addCorsPreflight({
        allowOrigins: [...allowedOrigins],
        allowMethods: onPath.map(({ contract }) => contract.method),
        allowHeaders,
        maxAge: Duration.hours(1),
      });
      for (const route of onPath) {
        target.addMethod(route.contract.method, this.integration(route, props), {
          operationName: route.contract.operationId,
          // Every function checks the token itself; a thin authorizer in front of it comes with the firewall (SEC-3).
          authorizationType: AuthorizationType.NONE,
        });
      }
    }
  }

  private integration(
    route: Route,
    { data, environment, codeOf }: Omit<ApiStackProps, 'stageName' | 'allowedOrigins'>,
  ) {
    const { lambda } = new UseCaseFunction(this, {
      source: routeSource(route),
      codeOf,
      environment: environmentFor(httpEnvironment, environment),
      statements: tableStatements(grantsOf(route.contract), data),
      // The gateway gives up after 29 seconds; the function answers before.
      timeout: Duration.seconds(28),
    });
    return new LambdaIntegration(lambda, { allowTestInvoke: false });
  }
}
