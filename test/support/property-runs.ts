const share = Number(process.env['PROPERTY_RUNS'] ?? 0.25);
if (!(share > 0))
  throw new Error('PROPERTY_RUNS is a share of the thorough runs, above nought; 1 is all of them');

/** How often a property is tried that is thoroughly tried so often: then in the endurance run, and a quarter of it in `npm test`. */
export const runs = (thorough: number): number => Math.ceil(thorough * share);
