import { purposeOf, ruleOf } from '../auth/permissions.ts';
import type { Contract } from './contract.ts';

const who = (contract: Contract): string => {
  if (contract.caller === 'anyone') return 'anyone';
  if (contract.caller === 'resident')
    return purposeOf(contract.permission) ? 'resident, guardian, proxy' : 'resident';
  return ruleOf(contract.permission)
    .grounds.flatMap(({ roles }) => roles)
    .join(', ');
};

const logged = ({ activity }: Contract): string => (typeof activity === 'string' ? `\`${activity}\`` : '–');

/** The table of functions/routes.md, in Markdown; a test keeps the two equal. */
export const routeTable = (routes: readonly { context: string; contract: Contract }[]): string =>
  [
    '| context | operation | route | who | activity |',
    '| --- | --- | --- | --- | --- |',
    ...routes.map(({ context, contract }) => {
      const { operationId, method, path, summary } = contract;
      return `| ${context} | \`${operationId}\` ${summary} | \`${method} ${path}\` | ${who(contract)} | ${logged(contract)} |`;
    }),
  ].join('\n');
