/**
 * Skatteverket's published test numbers, never given to a person, licence CC0: Testpersonnummer, dataset
 * b4de7df7-63c0-4e7e-bb59-1f156a591763 at skatteverket.entryscape.net. `turnThirteen…` are for a clock that stands in that month.
 */
export const personnummer = {
  adults: [
    '199005082392',
    '199005092383',
    '199605032383',
    '199605042390',
    '200105032387',
    '200105042394',
    '200405022385',
    '200405032392',
    '200704152388',
    '197906189282',
    '197905169251',
    '196405112985',
    '195805223087',
    '194805111855',
    '193505098743',
    '189001019802',
  ],
  teenagers: ['201002032389', '201202282388', '201304262387'],
  children: ['201405032390', '201405042381', '201605012382', '201805042387', '202002212385', '202205022383'],
  turnThirteenAroundNovember2026: ['201311212391', '201311222382', '201311232399', '201312012394'],
};

/** Skatteverket's too: its data set of test samordningsnummer, which has month 00 and days 60 and 91. */
export const samordningsnummer = {
  'day 79': '199001792382',
  'month 00': '191500722390',
  'day 60': '191711602399',
  'day 91': '191603912385',
};

export const invalid = {
  checksum: '199005082393',
  'month 13': '199013082390',
  '30 February': '199002302398',
  'eleven digits': '19900508239',
  'reserve number': '19810829M071',
};
