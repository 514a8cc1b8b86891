import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Route } from '../functions/routes.ts';
import type { AuthorizerTrigger } from '../functions/triggers.ts';
import { httpEnvironment, keySetEnvironment } from '../shared/config/environment.ts';
import { grantsOf } from '../shared/contract/grants-of.ts';
import type { DataStack } from './data-stack.ts';
import { type Environment, environmentFor } from './environment.ts';
import { type LogSettings, UseCaseFunction } from './function.ts';
import { type CodeOf, routeSource } from './function-source.ts';
import { tableStatements } from './grants.ts';
import { ownKey } from './keys.ts';
import { countProblem } from './log-metric.ts';
import type { NetworkStack } from './network-stack.ts';

interface FunctionsStackProps extends StackProps {
  readonly routes: readonly Route[];
  readonly authorizer: AuthorizerTrigger;
  readonly data: DataStack;
  readonly network: NetworkStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
}

/** What runs behind the gateway: a function for each row of the table of contracts, and the authorizer. */
export class FunctionsStack extends Stack {
  private readonly environmentKey: Key;

  constructor(scope: Construct, id: string, props: FunctionsStackProps) {
    super(scope, id, props);
    this.environmentKey = ownKey(this, 'EnvironmentKey', 'Encrypts the environment of the API’s functions');
    for (const route of props.routes) this.useCase(route, props);
    this.authorizes(props.authorizer, props);
  }

  private useCase(route: Route, { codeOf, logs, data, network, environment }: FunctionsStackProps): void {
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
  }

  private authorizes(trigger: AuthorizerTrigger, props: FunctionsStackProps): void {
    const { codeOf, logs, data, network, environment } = props;
    new UseCaseFunction(this, {
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
}
