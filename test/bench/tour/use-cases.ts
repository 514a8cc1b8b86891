import { routes } from '../../../functions/routes.ts';

/** They answer without asking for anybody’s data: they cost nothing worth a row. */
const without = ['getHealth', 'getMediaLimits', 'getOpenApi'];

/** Every use case that touches data, by operationId. */
export const useCases: readonly string[] = routes
  .map(({ contract }) => contract.operationId)
  .filter((operationId) => !without.includes(operationId));

/** Throws with the name of each use case the tour left out, and of each stop that belongs to none. */
export const assertAllVisited = (visited: readonly string[]): void => {
  const leftOut = useCases.filter((name) => !visited.includes(name));
  const unknown = visited.filter((name) => !useCases.includes(name));
  if (leftOut.length > 0) throw new Error(`The tour of the bench leaves out ${leftOut.join(', ')}`);
  if (unknown.length > 0) throw new Error(`No such use case: ${unknown.join(', ')}`);
};
