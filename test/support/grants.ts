import type { UseCase } from '../../shared/http/use-case.ts';

/** Every grant of a use case’s own, named as `World.used` names what was used. */
export const grantsIn = ({ contract: { operationId, grants } }: UseCase): string[] =>
  grants.flatMap(({ table, actions, indexes = [] }) => [
    ...actions.map((action) => [operationId, table, action].join(' ')),
    ...indexes.map((index) => [operationId, table, 'Query', index].join(' ')),
  ]);
