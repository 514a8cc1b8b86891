import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StreamTrigger } from '../../functions/triggers.ts';
import { auditConsumerEnvironment } from '../../shared/config/environment.ts';
import { auditWriterRoleName } from '../data/audit-log-policy.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { LogSettings } from '../data/keys.ts';
import { type Environment, environmentFor } from '../functions/environment.ts';
import { UseCaseFunction } from '../functions/function.ts';
import { type CodeOf, triggerSource } from '../functions/function-source.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { tableStatements } from '../rights/grants.ts';
import { onlyOne, type RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import type { ArchiveStack } from './archive-stack.ts';
import { mapStream, streamStatements } from './stream-consumer.ts';
import { Undelivered } from './undelivered.ts';

interface AuditStackProps extends StackProps {
  readonly triggers: RoutesAndTriggers['triggers'];
  readonly data: DataStack;
  readonly archive: ArchiveStack;
  readonly environment: Environment;
  readonly codeOf: CodeOf;
  readonly logs: LogSettings;
  readonly network: NetworkStack;
}

const auditWriter = (triggers: RoutesAndTriggers['triggers']): StreamTrigger =>
  onlyOne(
    triggers
      .filter((one) => 'stream' in one)
      .filter(({ grants }) => grants.some(({ table }) => table === 'auditLog')),
    'the audit log',
  );

/** From the outbox's stream to the audit log (LOG-16); what cannot be written lands whole in a bucket, to be replayed. */
export class AuditStack extends Stack {
  readonly consumer: UseCaseFunction;
  readonly mapping: EventSourceMapping;

  constructor(scope: Construct, id: string, props: AuditStackProps) {
    super(scope, id, props);
    const { data, archive } = props;
    const undelivered = new Undelivered(this, archive);
    const trigger = auditWriter(props.triggers);
    this.consumer = this.consume(trigger, undelivered, props);
    const { destination: onFailure } = undelivered;
    this.mapping = mapStream(this, trigger, { data, target: this.consumer.lambda, onFailure });
  }

  private consume(
    trigger: StreamTrigger,
    { statements }: Undelivered,
    props: AuditStackProps,
  ): UseCaseFunction {
    const { data, environment, codeOf, logs, network } = props;
    return new UseCaseFunction(this, {
      source: triggerSource(trigger),
      codeOf,
      logs,
      placement: { tier: 'audit', network },
      roleName: auditWriterRoleName,
      environment: environmentFor(auditConsumerEnvironment, environment),
      statements: [
        ...tableStatements(trigger.grants, data),
        ...streamStatements(trigger, data),
        ...statements,
      ],
      timeout: Duration.minutes(1),
    });
  }
}
