import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Route } from '../../functions/routes.ts';
import type { AuthorizerTrigger } from '../../functions/triggers.ts';
import { httpEnvironment, keySetEnvironment, mediaEnvironment } from '../../shared/config/environment.ts';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { LogSettings } from '../data/keys.ts';
import { type Environment, environmentFor } from '../functions/environment.ts';
import { UseCaseFunction } from '../functions/function.ts';
import { type CodeOf, nameInAws, routeSource, triggerSource } from '../functions/function-source.ts';
import { countFailures, countProblem } from '../functions/log-metric.ts';
import type { MediaStack } from '../media/media-stack.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { tableStatements } from '../rights/grants.ts';
import { type BucketNames, storageStatements } from '../rights/storage-grants.ts';

interface FunctionsStackProps extends StackProps {
  readonly routes: readonly Route[];
  readonly authorizers: readonly AuthorizerTrigger[];
  readonly data: DataStack;
  readonly media: MediaStack;
  readonly bucketNames: BucketNames;
  readonly network: NetworkStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
}

/** What runs behind the gateway, of one context: a function for each row of the table of contracts, and what the gateway asks. */
export class FunctionsStack extends Stack {
  constructor(scope: Construct, id: string, props: FunctionsStackProps) {
    super(scope, id, props);
    for (const route of props.routes) this.useCase(route, props);
    for (const authorizer of props.authorizers) this.authorizes(authorizer, props);
  }

  private useCase(route: Route, props: FunctionsStackProps): void {
    const { codeOf, logs, data, network, environment } = props;
    const { storage, caller, operationId } = route.contract;
    const made = new UseCaseFunction(this, {
      source: routeSource(route),
      ...{ codeOf, logs },
      placement: { tier: 'api', network },
      environment: {
        ...environmentFor(httpEnvironment, environment),
        ...(storage ? environmentFor(mediaEnvironment, environment) : {}),
      },
      environmentKey: data.environmentKey,
      statements: this.statements(route, props),
      // The gateway gives up after 29 seconds; the function answers before.
      timeout: Duration.seconds(28),
      // The buckets' policies know who may sign for what.
      ...(storage ? { roleName: nameInAws(operationId) } : {}),
    });
    countFailures(made, made.logGroup);
    // Who may call without a token is looked up in no register.
    if (caller !== 'anyone') countProblem(made, made.logGroup, 'register-unavailable');
  }

  private statements({ contract }: Route, { data, media, bucketNames: names }: FunctionsStackProps) {
    return [
      ...tableStatements(grantsOf(contract), data),
      ...storageStatements(contract.storage ?? [], { names, key: media.key }),
    ];
  }

  private authorizes(trigger: AuthorizerTrigger, props: FunctionsStackProps): void {
    const { codeOf, logs, data, network, environment } = props;
    new UseCaseFunction(this, {
      source: triggerSource(trigger),
      ...{ codeOf, logs },
      placement: { tier: 'api', network },
      // It reads what the refresher writes, and needs to be told no more than it.
      environment: environmentFor(keySetEnvironment, environment),
      environmentKey: data.environmentKey,
      statements: tableStatements(trigger.grants, data),
      timeout: Duration.seconds(10),
    });
  }
}
