/**
 * Organisations and people that do not exist: HSA-ids with the test prefix, personnummer of the Tax Agency's test series.
 * Their names and commissions are the registers' to know (infra/local/registers), their roles the API's (infra/local/demo).
 */
export const nationalManagement = 'TST5565594230-0001';
export const region = 'TST5565594230-1000';
export const privateProvider = 'TST5560000167-2000';

export const units = {
  care: 'TST5565594230-1001',
  otherCare: 'TST5565594230-1002',
  publisher: 'TST5565594230-1003',
  training: 'TST5565594230-1004',
  privateCare: 'TST5560000167-2001',
} as const;

export const staff = {
  nationalAdmin: 'TST5565594230-NAT1',
  regionAdmin: 'TST5565594230-REG1',
  careProviderAdmin: 'TST5565594230-CPA1',
  authorizationAdmin: 'TST5565594230-AUT1',
  authorizationAdmin2: 'TST5565594230-AUT2',
  designer: 'TST5565594230-DES1',
  publisher: 'TST5565594230-PUB1',
  publisher2: 'TST5565594230-PUB2',
  practitioner: 'TST5565594230-PRA1',
  /** Protected: their name is shown to nobody (ID-10). */
  protectedPractitioner: 'TST5565594230-PRA2',
  residentAdmin: 'TST5565594230-RES1',
  residentAdmin2: 'TST5565594230-RES2',
  dataAdmin: 'TST5565594230-DAT1',
  auditor: 'TST5565594230-AUD1',
  nationalAuditor: 'TST5565594230-AUD0',
  privateCareProviderAdmin: 'TST5560000167-CPA9',
  privateAuthorizationAdmin: 'TST5560000167-AUT9',
  privatePractitioner: 'TST5560000167-PRA9',
  privateAuditor: 'TST5560000167-AUD9',
} as const;

export const people = {
  resident: '199005082392',
  protectedResident: '199005092383',
  /** No unit has approved this one: for trying the refusal. */
  neverApproved: '199605032383',
  abroad: '199605042390',
  /** Had another number before, `200105042394`. */
  changedNumber: '200105032387',
  guardian: '197906189282',
  child: '201805042387',
  /** The guardian's too, thirteen since 2026-04-26. */
  teenager: '201304262387',
  proxy: '196405112985',
  /** Nobody: the register marks them as there to practise on (ID-12). The second has protected identity. */
  testResident: '195805223087',
  protectedTestResident: '193505098743',
} as const;
