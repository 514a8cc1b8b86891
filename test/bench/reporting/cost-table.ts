import type { Observation } from '../serving/observation.ts';
import { dollarsPerMillionUnits, kronorPerDollar } from './prices.ts';

/** What one use case took of the database, by its operationId. */
export type UseCaseUnits = Readonly<Record<string, Omit<Observation, 'answer'>>>;

/** Kronor for a million times, as the price list counts: units times price. */
const kronorPerMillion = ({
  readUnits,
  writeUnits,
  logUnits,
}: Pick<Observation, 'readUnits' | 'writeUnits' | 'logUnits'>): number =>
  (readUnits * dollarsPerMillionUnits.read + (writeUnits + logUnits) * dollarsPerMillionUnits.write) *
  kronorPerDollar;

const assumptions = [
  `DynamoDB on demand in Stockholm: ${dollarsPerMillionUnits.read} dollars per million read units,`,
  `${dollarsPerMillionUnits.write} per million write units; ${kronorPerDollar} kronor to the dollar.`,
  'Not in it: Lambda, API Gateway, storage, backups, lookups in the registers.',
  '“Log” is what the stream’s consumer writes afterwards, the entry and its five indexes.',
].join(' ');

/** The table of infra/costs.md, in Markdown, dearest first. */
export const costTable = (units: UseCaseUnits): string => {
  const rows = Object.entries(units)
    .toSorted(([, one], [, other]) => kronorPerMillion(other) - kronorPerMillion(one))
    .map(
      ([name, taken]) =>
        `| \`${name}\` | ${taken.readUnits} | ${taken.writeUnits} | ${taken.logUnits} | ${Math.round(kronorPerMillion(taken))} |`,
    );
  return [
    '| use case | read units | write units | log | kronor per million |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    assumptions,
  ].join('\n');
};

const between = /(<!-- cost -->\n)[\s\S]*?(<!-- \/cost -->)/;

/** The document with the table between its marks; throws where there are none. */
export const withCostTable = (document: string, units: UseCaseUnits): string => {
  if (!between.test(document))
    throw new Error('infra/costs.md has no <!-- cost --> … <!-- /cost --> to write between');
  return document.replace(between, (_, begin: string, end: string) => `${begin}${costTable(units)}\n${end}`);
};
