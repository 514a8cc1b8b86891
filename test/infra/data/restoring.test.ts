import { describe, expect, test } from 'vitest';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { newSystem, ofType, only, stacks, stage } from '../synthesised.ts';

const restored = synthesiseInRegion(newSystem({ ...stage, restoredTables: { instances: 1 } }).app).stacks;

describe('SEC-2 a table in use can be replaced by its restored copy', () => {
  test('no stack holds another to a value: an export that is in use can never change', () => {
    const templates = stacks.map(({ template }) => JSON.stringify(template));
    expect(templates.filter((template) => /Fn::ImportValue|"Export"/.test(template))).toEqual([]);
  });

  test('the copy is a resource of its own, so that the import can bring it beside the old one', () => {
    const tables = Object.entries(restored.find(({ id }) => id === 'Data')?.template.Resources ?? {})
      .filter(([, resource]) => (resource as { Type: string }).Type === 'AWS::DynamoDB::GlobalTable')
      .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(tables).toEqual(['Organisation', 'Moments', 'Instances1', 'Activities', 'AuditLog']);
  });

  test('every stack that uses the table changes, so that no deployment leaves one at the old table', () => {
    const old = only(ofType('AWS::DynamoDB::GlobalTable').filter(({ path }) => path === 'Data/Instances'));
    const naming = (all: typeof stacks) =>
      all.filter(({ template }) => JSON.stringify(template).includes(old.logicalId)).map(({ id }) => id);
    expect(naming(stacks)).toContain('CareFunctions');
    expect(naming(restored)).toEqual([]);
  });
});
