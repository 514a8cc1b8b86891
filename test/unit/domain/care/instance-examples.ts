import type { Instance } from '../../../../shared/domain/care/instance.ts';
import { usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';

export const anInstance = (rest: Partial<Instance> = {}): Instance => ({
  instanceId: 'i',
  momentId: 'm',
  momentVersion: '2.1',
  title: 'Ett moment',
  functions: usualFunctions,
  unit: 'U',
  provider: 'P',
  resident: { key: 'k', personnummer: '199005082392' },
  test: false,
  practitioner: 'S',
  state: 'active',
  startedAt: '2026-11-23T10:00:00.000Z',
  ...{ priority: '9', since: '2026-11-23T10:00:00.000Z' },
  ...rest,
});
