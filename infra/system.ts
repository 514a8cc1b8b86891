import type { App } from 'aws-cdk-lib';
import { ApiStack } from './api-stack.ts';
import { AuditStack } from './audit-stack.ts';
import { DataStack } from './data-stack.ts';
import { environmentOf } from './environment.ts';
import type { CodeOf } from './function-source.ts';
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
  const shared = { data, codeOf, environment: environmentOf(stage, data) };
  return {
    data,
    api: new ApiStack(app, 'Api', { ...stack('api'), ...shared, stageName: name, allowedOrigins }),
    audit: new AuditStack(app, 'Audit', { ...stack('audit'), ...shared }),
    schedule: new ScheduleStack(app, 'Schedule', { ...stack('schedule'), ...shared }),
  };
};
