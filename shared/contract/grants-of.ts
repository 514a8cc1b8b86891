import { type ClosedContract, type Contract, isReplayable } from './contract.ts';
import type { DynamoAction, Grant, Table } from './grant.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** Where the thing asked for lies, where the organisation does not say. */
const placeReads = (contract: ClosedContract): Grant[] => {
  switch (whereaboutsOf(contract)) {
    case 'instance':
      return [{ table: 'instances', actions: ['GetItem'], leadingKeys: ['INSTANCE#'] }];
    case 'moment':
      return [{ table: 'moments', actions: ['GetItem'], leadingKeys: ['MOMENT#'] }];
    default:
      return [];
  }
};

/** Keys of the identity providers and, for staff, their roles; for residents, mandates and earlier numbers; units and providers. */
const pipelineReads = (contract: Contract): Grant[] =>
  contract.caller === 'anyone'
    ? []
    : [{ table: 'organisation', actions: ['GetItem', 'Query'] }, ...placeReads(contract)];

/** The activity of a read, a write or a denial, and how many of the caller's denials name others; the idempotency row of a POST. */
const pipelineWrites = (contract: Contract): Grant[] => {
  if (contract.caller === 'anyone') return [];
  const actions: DynamoAction[] = [
    'PutItem',
    'UpdateItem',
    ...(isReplayable(contract) ? (['GetItem'] as const) : []),
  ];
  return [{ table: 'activities', actions }];
};

/** Everything the function of a contract may do: its own grants and the pipeline's, one row a table, nothing twice. */
export const grantsOf = (contract: Contract): Grant[] => {
  const merged = new Map<
    Table,
    { actions: Set<DynamoAction>; indexes: Set<string>; leadingKeys: Set<string> }
  >();
  for (const { table, actions, indexes = [], leadingKeys = [''] } of [
    ...contract.grants,
    ...pipelineReads(contract),
    ...pipelineWrites(contract),
  ]) {
    const row = merged.get(table) ?? { actions: new Set(), indexes: new Set(), leadingKeys: new Set() };
    for (const action of actions) row.actions.add(action);
    for (const index of indexes) row.indexes.add(index);
    for (const beginning of leadingKeys) row.leadingKeys.add(beginning);
    merged.set(table, row);
  }
  return [...merged].map(([table, { actions, indexes, leadingKeys }]) => ({
    table,
    actions: [...actions].sort(),
    ...(indexes.size > 0 ? { indexes: [...indexes].sort() } : {}),
    // A row that says nothing, and so begins in nothing, opens the whole table for all.
    ...(leadingKeys.has('') ? {} : { leadingKeys: [...leadingKeys].sort() }),
  }));
};
