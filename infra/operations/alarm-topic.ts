import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ownKey } from '../data/keys.ts';
import type { Stage } from '../stages/stage.ts';

type Told = Pick<Stage, 'alarmAddresses' | 'alarmWebhook'>;

/** Where alarms are told, encrypted, to the stage's addresses: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
export class AlarmTopic extends Construct {
  readonly topic: Topic;
  /** With which EventBridge publishes. */
  readonly publisher: Role;

  constructor(scope: Construct, id: string, { alarmAddresses, alarmWebhook }: Told) {
    super(scope, id);
    const key = ownKey(this, 'Key', 'Encrypts the alarms of Stöd och behandling on their way (SEC-4)');
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    for (const address of alarmAddresses) this.topic.addSubscription(new EmailSubscription(address));
    if (alarmWebhook !== null) this.topic.addSubscription(new UrlSubscription(alarmWebhook));
    this.letAlarmsIn(key);
    this.publisher = new Role(this, 'Publisher', {
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'What EventBridge may do: tell the alarm topic',
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
            new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
          ],
        }),
      },
    });
  }

  private letAlarmsIn(key: Key): void {
    const { account } = Stack.of(this);
    const alarms = {
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    };
    key.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
    );
    this.topic.addToResourcePolicy(
      new PolicyStatement({ ...alarms, actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
  }
}
