import { type Route, routes } from '../../functions/routes.ts';
import { triggers } from '../../functions/triggers.ts';
import type { MediaBucket, S3Action, StorageGrant } from '../../shared/contract/grant.ts';

/** The tables that the stacks are made from. */
export interface RoutesAndTriggers {
  readonly routes: readonly Route[];
  readonly triggers: typeof triggers;
}

/** Those of the system; tests give others, to see what happens when there are more. */
export const routesAndTriggers: RoutesAndTriggers = { routes, triggers };

/** The one that does something: without it, or with two, it would be left undone or be done twice. */
export const onlyOne = <T>(found: readonly T[], what: string): T => {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} rows for ${what}: one does it`);
  return one;
};

interface Storing {
  readonly name: string;
  readonly storage: readonly StorageGrant[];
}

/** Every function that touches stored objects, or signs a link or a ticket to one. */
export const storing = ({ routes, triggers }: RoutesAndTriggers): Storing[] => [
  ...routes.flatMap(({ contract: { operationId: name, storage } }) => (storage ? [{ name, storage }] : [])),
  ...triggers.flatMap((one) =>
    'storage' in one && one.storage ? [{ name: one.name, storage: one.storage }] : [],
  ),
];

/** Names of the functions that are granted one of the actions on a bucket's objects. */
export const grantedOn = (
  bucket: MediaBucket,
  actions: readonly S3Action[],
  of: RoutesAndTriggers,
): string[] =>
  storing(of)
    .filter(({ storage }) =>
      storage.some((grant) => grant.bucket === bucket && grant.actions.some((one) => actions.includes(one))),
    )
    .map(({ name }) => name);
