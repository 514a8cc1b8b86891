import { routes } from '../../functions/routes.ts';
import { bodyLimitOf, type Contract } from '../../shared/contract/contract.ts';
import { parseInput } from '../../shared/http/parse-input.ts';
import { problemOf, problemResponse } from '../../shared/http/problem-response.ts';
import { hostileBodies } from '../support/hostile-bodies.ts';
import { anEvent } from '../unit/http/an-event.ts';

interface Worst {
  readonly name: string;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Of the process, not of the clock: what else the machine does is not the body's doing. */
const timed = (act: () => number): Omit<Worst, 'name'> => {
  const before = process.cpuUsage();
  const bytes = act();
  const { user, system } = process.cpuUsage(before);
  return { bytes, milliseconds: (user + system) / 1000 };
};

const answerBytes = ({ params: _, ...contract }: Contract, body: string): number => {
  try {
    parseInput(contract, anEvent({ body, headers: { 'content-type': 'application/json' } }));
    return 0;
  } catch (error) {
    return problemResponse(problemOf(error), { correlationId: 'x', acceptLanguage: 'sv' }).body.length;
  }
};

const rounds = 3;

/** The quickest of its rounds: in the others it waits for code to be compiled, or for what bodies before it left to be cleared. */
const worstOf = (contract: Contract, text: string): Omit<Worst, 'name'> =>
  Array.from({ length: rounds }, () => timed(() => answerBytes(contract, text))).reduce((one, other) =>
    other.milliseconds < one.milliseconds ? other : one,
  );

const measured = (contract: Contract): Worst[] =>
  [...hostileBodies(contract, bodyLimitOf(contract))].map(({ name, text }) => ({
    name,
    ...worstOf(contract, text),
  }));

console.log('| route | limit, kB | slowest | ms | largest answer, kB |\n| --- | --- | --- | --- | --- |');
for (const { contract } of routes.filter((route) => route.contract.body)) {
  const all = measured(contract);
  const slowest = all.toSorted((one, other) => other.milliseconds - one.milliseconds)[0];
  const largest = Math.max(...all.map(({ bytes }) => bytes));
  const limit = Math.round(bodyLimitOf(contract) / 1000);
  console.log(
    `| ${contract.operationId} | ${limit} | ${slowest?.name} | ${slowest?.milliseconds.toFixed(0)} | ${(largest / 1000).toFixed(1)} |`,
  );
}
