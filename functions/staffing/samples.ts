import type { Sample, SamplesOf } from '../sample-scene.ts';
import type * as contracts from './contracts.ts';

const onUnit: Sample = ({ staff, unitRole }) => ({ body: { staff, role: unitRole } });
const atProvider: Sample = ({ staff, providerRole }) => ({ body: { staff, role: providerRole } });

export const samples = {
  giveUnitRole: onUnit,
  withdrawUnitRole: onUnit,
  giveProviderRole: atProvider,
  withdrawProviderRole: atProvider,
} satisfies SamplesOf<typeof contracts>;
