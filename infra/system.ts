import type { App } from 'aws-cdk-lib';
import { ApiStack } from './api/api-stack.ts';
import { FunctionsStack } from './api/functions-stack.ts';
import { ArchiveStack } from './audit/archive-stack.ts';
import { AuditStack } from './audit/audit-stack.ts';
import { BackupStack } from './backup/backup-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { environmentOf } from './functions/environment.ts';
import { type CodeOf, capitalised } from './functions/function-source.ts';
import { ScheduleStack } from './functions/schedule-stack.ts';
import { MediaStack } from './media/media-stack.ts';
import { NetworkStack } from './network/network-stack.ts';
import { OperationsStack } from './operations/operations-stack.ts';
import { onlyOne, type RoutesAndTriggers } from './rights/routes-and-triggers.ts';
import { bucketNamesOf } from './rights/storage-grants.ts';
import type { Stage } from './stages/stage.ts';

const stackOf =
  ({ name, account, region }: Stage) =>
  (part: string) => ({
    stackName: `stod-och-behandling-${name}-${part}`,
    env: { account, region },
    terminationProtection: true,
  });
type StackOf = ReturnType<typeof stackOf>;

/** What is kept, and the network between; nothing here is made of functions. */
const foundations = (app: App, stack: StackOf, stage: Stage, rows: RoutesAndTriggers) => {
  const { auditRetentionYears, logRetentionDays, registers } = stage;
  const data = new DataStack(app, 'Data', { ...stack('data'), restoredTables: stage.restoredTables });
  const archive = new ArchiveStack(app, 'Archive', {
    ...stack('archive'),
    ...{ auditRetentionYears, logRetentionDays },
  });
  const logs = { encryptionKey: data.logKey, retention: logRetentionDays };
  const bucketNames = bucketNamesOf(stage);
  const network = new NetworkStack(app, 'Network', {
    ...stack('network'),
    ...{ logs, registers, rows, bucketNames },
  });
  return { data, archive, logs, network, bucketNames };
};

/** All stacks of one stage. */
export const createSystem = (app: App, stage: Stage, codeOf: CodeOf, rows: RoutesAndTriggers) => {
  const stack = stackOf(stage);
  const { routes, triggers } = rows;
  const founded = foundations(app, stack, stage, rows);
  const { data, archive, logs } = founded;
  const shared = { ...founded, codeOf, environment: environmentOf(stage, data) };
  const {
    allowedOrigins,
    media: { quarantineDays },
  } = stage;
  const media = new MediaStack(app, 'Media', {
    ...stack('media'),
    ...{ ...shared, rows, allowedOrigins, quarantineDays },
  });
  const backup = new BackupStack(app, 'Backup', { ...stack('backup'), data, media, backup: stage.backup });
  const authorizers = triggers.filter((one) => 'authorizer' in one);
  const functions = [...Map.groupBy(routes, ({ context }) => context)].map(
    ([context, own]) =>
      new FunctionsStack(app, `${capitalised(context)}Functions`, {
        ...stack(`${context}-functions`),
        ...{ ...shared, media, routes: own },
        authorizers: authorizers.filter((one) => one.context === context),
        suppressTemplateIndentation: true,
      }),
  );
  const api = new ApiStack(app, 'Api', {
    ...stack('api'),
    ...{ stage, logs, contracts: routes.map(({ contract }) => contract) },
    authorizer: onlyOne(authorizers, 'what the gateway asks'),
    // Indented, it would be half of the megabyte that CloudFormation accepts.
    suppressTemplateIndentation: true,
  });
  // It calls the functions by name, of which CloudFormation knows nothing.
  for (const one of functions) api.addStackDependency(one);
  const audit = new AuditStack(app, 'Audit', { ...stack('audit'), ...shared, triggers });
  const schedule = new ScheduleStack(app, 'Schedule', { ...stack('schedule'), ...shared, triggers });
  const operations = new OperationsStack(app, 'Operations', {
    ...stack('operations'),
    ...{ data, logs, archive, media, api, audit, schedule, backup },
    stage,
  });
  return { data, archive, media, backup, functions, api, audit, schedule, operations };
};
