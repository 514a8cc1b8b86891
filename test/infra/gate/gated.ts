import { expect } from 'vitest';
import { addGate } from '../../../infra/gate/gate.ts';
import { readReport } from '../../../infra/gate/report.ts';
import type { RoutesAndTriggers } from '../../../infra/rights/routes-and-triggers.ts';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { newSystem } from '../synthesised.ts';

/** A stage’s templates after the gate, with what it found in them. */
export const gated = (name: string, from?: RoutesAndTriggers) => {
  const of = readStage(name, stageSettings);
  const { app } = newSystem(of, from);
  const gate = addGate(app, of);
  const assembly = synthesiseInRegion(app);
  const paths = app.node.findAll().map(({ node }) => node.path.replace(/\/Resource$/, ''));
  return { name, of, gate, assembly, paths, ...readReport(assembly.directory) };
};

export const expectPassing = ({ gate, assembly, findings }: ReturnType<typeof gated>): void => {
  expect(findings.filter(({ reason }) => reason === undefined)).toEqual([]);
  expect(gate.pass(assembly)).not.toMatch(/[1-9]\d* unacknowledged/);
};
