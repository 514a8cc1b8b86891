import type { Unit } from '../../../shared/domain/organisation.ts';

/** A value of a kind that is kept, to make changes with. */
export const aUnit = (rest: Partial<Unit> = {}): Unit => ({
  hsaId: 'TST5565594230-1001',
  provider: 'TST5565594230-1000',
  name: 'Enheten',
  kind: 'care',
  state: 'active',
  ...rest,
});
