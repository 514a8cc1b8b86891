const share = Number(process.env['PROPERTY_RUNS'] ?? 0.1);
if (!(share > 0))
  throw new Error('PROPERTY_RUNS is a share of the thorough runs, above nought; 1 is all of them');

/** How often a property is tried that is thoroughly tried so often: then in the endurance run, and a tenth of it, twice at least, in `npm test`. */
export const runs = (thorough: number): number => Math.max(2, Math.ceil(thorough * share));
