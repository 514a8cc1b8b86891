import type { App } from 'aws-cdk-lib';
import { ApiStack } from './api-stack.ts';
import { ArchiveStack } from './archive-stack.ts';
import { AuditStack } from './audit-stack.ts';
import { BackupStack } from './backup-stack.ts';
import { DataStack } from './data-stack.ts';
import { environmentOf } from './environment.ts';
import type { CodeOf } from './function-source.ts';
import { MediaStack } from './media-stack.ts';
import { NetworkStack } from './network-stack.ts';
import { OperationsStack } from './operations-stack.ts';
import { ScheduleStack } from './schedule-stack.ts';
import type { Stage } from './stage.ts';

/** All stacks of one stage. */
export const createSystem = (app: App, stage: Stage, codeOf: CodeOf) => {
  const { name, account, region, allowedOrigins } = stage;
  const stack = (part: string) => ({
    stackName: `stod-och-behandling-${name}-${part}`,
    env: { account, region },
    terminationProtection: true,
  });
  const data = new DataStack(app, 'Data', stack('data'));
  const { auditRetentionYears, logRetentionDays } = stage;
  const archive = new ArchiveStack(app, 'Archive', {
    ...stack('archive'),
    ...{ auditRetentionYears, logRetentionDays },
  });
  const logs = { encryptionKey: data.logKey, retention: stage.logRetentionDays };
  const { registers } = stage;
  const network = new NetworkStack(app, 'Network', { ...stack('network'), logs, registers });
  const shared = { data, network, codeOf, logs, environment: environmentOf(stage, data) };
  const { quarantineDays } = stage.media;
  const media = new MediaStack(app, 'Media', { ...stack('media'), archive, allowedOrigins, quarantineDays });
  const backup = new BackupStack(app, 'Backup', { ...stack('backup'), data, media, backup: stage.backup });
  const api = new ApiStack(app, 'Api', {
    ...stack('api'),
    ...{ ...shared, stage },
    // Indented, with eighty use cases, it would be as large as the megabyte that CloudFormation accepts.
    suppressTemplateIndentation: true,
  });
  const audit = new AuditStack(app, 'Audit', { ...stack('audit'), ...shared, archive });
  const schedule = new ScheduleStack(app, 'Schedule', { ...stack('schedule'), ...shared });
  const operations = new OperationsStack(app, 'Operations', {
    ...stack('operations'),
    ...{ data, archive, api, audit, schedule, backup },
    stageName: name,
    alarmAddresses: stage.alarmAddresses,
  });
  return { data, archive, media, backup, api, audit, schedule, operations };
};
