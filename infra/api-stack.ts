import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type Route, routes } from '../functions/routes.ts';
import { type AuthorizerTrigger, triggers } from '../functions/triggers.ts';
import { httpEnvironment, keySetEnvironment } from '../shared/config/environment.ts';
import { grantsOf } from '../shared/contract/grants-of.ts';
import { ApiDomain } from './api-domain.ts';
import type { DataStack } from './data-stack.ts';
import { type Environment, environmentFor } from './environment.ts';
import { Firewall } from './firewall.ts';
import { type LogSettings, UseCaseFunction } from './function.ts';
import { type CodeOf, routeSource } from './function-source.ts';
import { Gateway } from './gateway.ts';
import { tableStatements } from './grants.ts';
import { ownKey } from './keys.ts';
import { countProblem } from './log-metric.ts';
import type { NetworkStack } from './network-stack.ts';
import type { Stage } from './stage.ts';

interface ApiStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly network: NetworkStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
}

/** The API as its table of contracts has it: for each row a function with its grants, and an operation of the gateway. */
export class ApiStack extends Stack {
  readonly gateway: Gateway;
  readonly firewall: Firewall;
  /** By `operationId`. */
  readonly functions: ReadonlyMap<string, UseCaseFunction>;
  readonly authorizer: UseCaseFunction;
  private readonly environmentKey: Key;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    this.environmentKey = ownKey(this, 'EnvironmentKey', 'Encrypts the environment of the API’s functions');
    this.functions = new Map(routes.map((route) => [route.contract.operationId, this.useCase(route, props)]));
    const [trigger, ...others] = triggers.filter((one) => 'authorizer' in one);
    if (!trigger || others.length > 0) throw new Error('The gateway asks one authorizer: one trigger');
    this.authorizer = this.authorizes(trigger, props);
    this.gateway = this.gatewayTo(trigger, props);
    this.firewall = this.protect(props);
  }

  private useCase(route: Route, { codeOf, logs, data, network, environment }: ApiStackProps) {
    const made = new UseCaseFunction(this, {
      source: routeSource(route),
      ...{ codeOf, logs },
      placement: { tier: 'api', network },
      environment: environmentFor(httpEnvironment, environment),
      environmentKey: this.environmentKey,
      statements: tableStatements(grantsOf(route.contract), data),
      // The gateway gives up after 29 seconds; the function answers before.
      timeout: Duration.seconds(28),
    });
    // Who may call without a token is looked up in no register.
    if (route.contract.caller !== 'anyone') countProblem(made, made.logGroup, 'register-unavailable');
    return made;
  }

  private authorizes(trigger: AuthorizerTrigger, props: ApiStackProps) {
    const { codeOf, logs, data, network, environment } = props;
    return new UseCaseFunction(this, {
      source: trigger,
      ...{ codeOf, logs },
      placement: { tier: 'api', network },
      // It reads what the refresher writes, and needs to be told no more than it.
      environment: environmentFor(keySetEnvironment, environment),
      environmentKey: this.environmentKey,
      statements: tableStatements(trigger.grants, data),
      timeout: Duration.seconds(10),
    });
  }

  private gatewayTo({ cachedForSeconds }: AuthorizerTrigger, { stage, logs }: ApiStackProps): Gateway {
    return new Gateway(this, 'Gateway', {
      ...{ stage, logs },
      contracts: routes.map(({ contract }) => contract),
      lambdaOf: (operationId) => {
        const found = this.functions.get(operationId);
        if (!found) throw new Error(`No function for ${operationId}`);
        return found.lambda;
      },
      authorizer: { lambda: this.authorizer.lambda, cachedForSeconds },
    });
  }

  private protect({ stage: { name, domain, throttling }, logs }: ApiStackProps): Firewall {
    const { restApi } = this.gateway;
    const { deploymentStage: stage } = restApi;
    if (domain) new ApiDomain(this, 'Domain', { domain, restApi, stage });
    return new Firewall(this, 'Firewall', {
      stageName: name,
      protects: stage.stageArn,
      requestsPerAddress: throttling.perAddress,
      logs,
    });
  }
}
