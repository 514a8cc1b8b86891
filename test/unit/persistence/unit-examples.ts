import type { Unit } from '../../../shared/domain/organisation.ts';

/** A value of a kind that is kept, to make changes with. */
export const aUnit = (rest: Partial<Unit> = {}): Unit => ({
  hsaId: 'TST5565594230-1001',
  provider: 'TST5565594230-1000',
  name: 'Enheten',
  region: 'TST5565594230-1000',
  county: '12',
  kind: 'care',
  underAgreement: false,
  state: 'active',
  ...rest,
});
