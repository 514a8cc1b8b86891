/** The units of the demo organisation that the story visits (demo-data.ts). */
export const units = {
  care: 'TST5565594230-1001',
  otherCare: 'TST5565594230-1002',
  publisher: 'TST5565594230-1003',
} as const;

export const practitioner = 'TST5565594230-PRA1';
