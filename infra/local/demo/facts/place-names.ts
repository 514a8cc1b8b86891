import { nationalManagement, privateProvider, region, units } from '../../data/demo-data.ts';

/** What the demo's organisations are called, when they are registered and when the story is told. */
export const placeNames: Readonly<Record<string, string>> = {
  [nationalManagement]: 'the national management',
  [region]: 'Region Exempel',
  [privateProvider]: 'Vårdbolaget AB',
  [units.care]: 'Psykiatrimottagningen Söder',
  [units.otherCare]: 'Vårdcentralen Norr',
  [units.publisher]: 'Utgivarenheten',
  [units.training]: 'Utbildningsenheten',
  [units.privateCare]: 'Vårdbolaget Centrum',
};
