import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { watchedEvents } from '../../../infra/operations/watched-events.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem, ofType } from '../synthesised.ts';

const tables = ['Organisation', 'Moments', 'Instances', 'Activities', 'AuditLog'];

/** The names in the first column of the runbook's table. */
const inRunbook = (): string[] => {
  const text = readFileSync('infra/README.md', 'utf8');
  const [, table = ''] = text.split('## Runbook');
  const rows = [...(table.split('\n## ')[0]?.matchAll(/^\| ([^|]+) \|/gm) ?? [])].map(
    ([, first = '']) => first,
  );
  return rows
    .flatMap((first) => first.split('·'))
    .map((name) => name.trim().replaceAll('\\', ''))
    .filter((name) => name !== 'alarm' && name !== '---')
    .flatMap((name) =>
      name.startsWith('<Table>') ? tables.map((one) => name.replace('<Table>', one)) : [name],
    );
};

/** Of the stage that has all of them: with a name of its own, and traffic at any hour. */
const raised = (): string[] => {
  const { app } = newSystem(readStage('prod', stageSettings));
  const operations = app.node.findChild('Operations');
  const kinds = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];
  return operations.node
    .findAll()
    .filter((one) => kinds.includes((one as { cfnResourceType?: string }).cfnResourceType ?? ''))
    .map(({ node }) => node.path.split('/')[1] ?? '');
};

describe('SEC-6 whoever is woken finds the alarm in the runbook', () => {
  const there = [...raised(), ...watchedEvents.map(({ name }) => name)];

  test('every alarm has its line', () => {
    expect(there.length).toBeGreaterThan(ofType('AWS::CloudWatch::CompositeAlarm').length);
    expect(there.filter((name) => !inRunbook().includes(name)).sort()).toEqual([]);
  });

  test('and every line its alarm', () => {
    expect(
      inRunbook()
        .filter((name) => !there.includes(name))
        .sort(),
    ).toEqual([]);
  });
});
