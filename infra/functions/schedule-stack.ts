import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { ScheduledTrigger } from '../../functions/triggers.ts';
import { keySetEnvironment } from '../../shared/config/environment.ts';
import type { DataStack } from '../data/data-stack.ts';
import { keyRefresherRoleName } from '../data/key-set-policy.ts';
import type { LogSettings } from '../data/keys.ts';
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
}

/** What runs by the clock and reaches the internet; apart from the rest, because the rest has no way out (SEC-3). */
export class ScheduleStack extends Stack {
  readonly refresher: UseCaseFunction;

  constructor(scope: Construct, id: string, props: ScheduleStackProps) {
    super(scope, id, props);
    const scheduled = props.triggers.filter((one) => 'everyMinutes' in one);
    this.refresher = this.run(onlyOne(scheduled, 'what runs by the clock'), props);
  }

  private run(trigger: ScheduledTrigger, { data, environment, codeOf, logs }: ScheduleStackProps) {
    const made = new UseCaseFunction(this, {
      source: triggerSource(trigger),
      codeOf,
      logs,
      // The table's policy knows who stores public keys.
      roleName: keyRefresherRoleName,
      environment: environmentFor(keySetEnvironment, environment),
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
