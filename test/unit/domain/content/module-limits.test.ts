import { describe, expect, it } from 'vitest';
import { assertWithinModuleLimits } from '../../../../shared/domain/content/module-limits.ts';
import { problemIn } from '../../refusal.ts';
import { aLaidModule, aRef } from './module-examples.ts';

const steps = (count: number, more: Parameters<typeof aRef>[1] = {}) =>
  Array.from({ length: count }, (_, at) => aRef(`s${at}`, more));
const media = (count: number) => Array.from({ length: count }, (_, at) => `medium-${at}`);

describe('AUT-1 a module', () => {
  it.each([
    ['sixty steps', aLaidModule('m', steps(30), steps(30))],
    ['two megabytes', aLaidModule('m', steps(20, { bytes: 100_000 }))],
    ['two hundred files', aLaidModule('m', [aRef('s', { mediaIds: media(200) })])],
    ['the same file over and over', aLaidModule('m', steps(10, { mediaIds: media(100) }))],
  ])('has room for %s', (_, module) => {
    expect(problemIn(() => assertWithinModuleLimits(module))).toBeUndefined();
  });

  it.each([
    ['steps', aLaidModule('m', steps(30), steps(31))],
    ['bytes', aLaidModule('m', steps(20, { bytes: 100_000 }), [aRef('one-more', { bytes: 1 })])],
    ['files', aLaidModule('m', [aRef('s', { mediaIds: media(201) })])],
  ])('is refused more %s than one answer can carry, and is told what to do', (_, module) => {
    expect(problemIn(() => assertWithinModuleLimits(module))).toMatchObject({
      code: 'payload-too-large',
      faults: [{ pointer: '/body', detail: { en: expect.stringMatching(/: put some/) } }],
    });
  });
});
