import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { ScheduledTrigger } from '../../functions/triggers.ts';
import { keySetEnvironment, urgentFlagEnvironment } from '../../shared/config/environment.ts';
import type { DataStack } from '../data/data-stack.ts';
import { keyRefresherRoleName } from '../data/key-set-policy.ts';
import type { LogSettings } from '../data/keys.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { tableStatements } from '../rights/grants.ts';
import { onlyOne, type RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import { type Environment, environmentFor } from './environment.ts';
import { UseCaseFunction } from './function.ts';
import { type CodeOf, triggerSource } from './function-source.ts';

interface ScheduleStackProps extends StackProps {
  readonly triggers: RoutesAndTriggers['triggers'];
  readonly data: DataStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
  readonly network: NetworkStack;
}

/** What differs between those in the network and those outside it. */
type Own = Pick<ConstructorParameters<typeof UseCaseFunction>[1], 'environment' | 'roleName' | 'placement'>;

/** What runs by the clock. What of it reaches the internet is outside the network and has no rights to data (SEC-3). */
export class ScheduleStack extends Stack {
  readonly refresher: UseCaseFunction;
  readonly measurer: UseCaseFunction;

  constructor(scope: Construct, id: string, props: ScheduleStackProps) {
    super(scope, id, props);
    const scheduled = props.triggers.filter((one) => 'everyMinutes' in one);
    const outside = scheduled.filter(({ reachesInternet }) => reachesInternet);
    const inside = scheduled.filter(({ reachesInternet }) => !reachesInternet);
    this.refresher = this.run(onlyOne(outside, 'what fetches public keys by the clock'), props, {
      // The table's policy knows who stores public keys.
      roleName: keyRefresherRoleName,
      environment: environmentFor(keySetEnvironment, props.environment),
    });
    this.measurer = this.run(onlyOne(inside, 'what measures by the clock'), props, {
      environment: environmentFor(urgentFlagEnvironment, props.environment),
      placement: { tier: 'audit', network: props.network },
    });
  }

  private run(trigger: ScheduledTrigger, { data, codeOf, logs }: ScheduleStackProps, own: Own) {
    const made = new UseCaseFunction(this, {
      source: triggerSource(trigger),
      codeOf,
      logs,
      ...own,
      statements: tableStatements(trigger.grants, data),
      timeout: Duration.seconds(30),
    });
    new Rule(this, `${trigger.name}Rule`, {
      description: trigger.summary,
      schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
      targets: [new LambdaFunction(made.lambda)],
    });
    return made;
  }
}
