import { Stack, type StackProps } from 'aws-cdk-lib';
import { AlarmRule, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { ApiStack } from '../api/api-stack.ts';
import type { ArchiveStack } from '../audit/archive-stack.ts';
import type { AuditStack } from '../audit/audit-stack.ts';
import type { BackupStack } from '../backup/backup-stack.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { LogSettings } from '../data/keys.ts';
import type { ScheduleStack } from '../functions/schedule-stack.ts';
import type { MediaStack } from '../media/media-stack.ts';
import type { Stage } from '../stages/stage.ts';
import { createAlarm, toldBy } from './alarm.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { apiAlarms } from './api-alarms.ts';
import { auditAlarms } from './audit-alarms.ts';
import { backupAlarms } from './backup-alarms.ts';
import { createCloudTrail } from './cloud-trail.ts';
import { keySetAlarms } from './key-set-alarms.ts';
import { mediaAlarms } from './media-alarms.ts';
import { createDashboard } from './operations-dashboard.ts';
import { tableAlarms } from './table-alarms.ts';
import { trailAlarms } from './trail-alarms.ts';
import { urgentFlagAlarms } from './urgent-flag-alarms.ts';
import { watch } from './watched-events.ts';

interface OperationsStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly logs: LogSettings;
  readonly archive: ArchiveStack;
  readonly media: MediaStack;
  readonly api: ApiStack;
  readonly audit: AuditStack;
  readonly schedule: ScheduleStack;
  readonly backup: BackupStack;
}

/** Tells people when something is wrong, what it means and what to do first (SEC-6). */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { data, media, api, audit, schedule, backup, stage } = props;
    const { topic, publisher } = new AlarmTopic(this, 'Alarms', stage);
    const action = new SnsAction(topic);
    const alarms = [
      ...apiAlarms(this, api, stage),
      ...keySetAlarms(this, schedule),
      ...urgentFlagAlarms(this, schedule),
      ...tableAlarms(data),
      ...auditAlarms(this, audit),
      ...mediaAlarms(this, media),
      ...backupAlarms(backup),
      ...trailAlarms(this, createCloudTrail(this, 'Trail', props)),
    ].map((spec) => ({ ...spec, alarm: createAlarm(this, spec, action) }));
    new CompositeAlarm(this, 'CareCannotWork', {
      alarmRule: AlarmRule.anyOf(...alarms.filter(({ stopsCare }) => stopsCare).map(({ alarm }) => alarm)),
      alarmDescription: toldBy({
        means:
          'Residents and staff cannot go on with their care: one of the alarms that stand for that has gone off.',
        first:
          'Tell the care units now, by the way agreed for outages; then open the alarm that caused it, and the dashboard.',
      }),
    }).addAlarmAction(action);
    createDashboard(this, 'Dashboard', `stod-och-behandling-${stage.name}`, alarms);
    watch(this, topic, publisher);
  }
}
