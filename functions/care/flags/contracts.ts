import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { atPage } from '../../../shared/contract/shown-moment.ts';
import { clearedFlag, flag, longestClearingNote } from '../../../shared/domain/care/flag.ts';
import { keptContentId } from '../../../shared/domain/content/content-id.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { following, formPath, instancePath } from '../shapes.ts';

const listing = {
  ...following,
  params: instancePath,
  query: pageQuery({ most: 100 }),
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
} as const;

const handling = {
  method: 'POST',
  caller: 'staff',
  permission: 'flag:handle',
  conceals: true,
  status: 201,
} as const;

const handlingOne = {
  ...handling,
  params: formPath.extend({ flagId: keptContentId }),
  query: z.strictObject(atPage),
  problems: ['not-found', 'illegal-state', 'flag-raised-again'],
} as const;
const seen = {
  resultId: z.uuid().meta({ description: 'The submission that you have seen: as listFlags has it' }),
};

const shownFlag = flag.omit({ instanceId: true }).meta({
  id: 'Flag',
  description:
    '`raisedAt`: since when it is open. `resultId` and `latestAt` are of the latest of the `times` it was raised. `acknowledged` is gone when it has been raised again',
});

export const listFlags = contract({
  ...listing,
  operationId: 'listFlags',
  summary: 'The open flags of a moment, urgent ones that nobody has seen first',
  description:
    'A rule of a form raises one flag at a time, on each page where the form has pages. The order is within a page of the list.',
  path: '/instances/{instanceId}/flags',
  activity: 'flags-viewed',
  response: z.object({ flags: z.array(shownFlag), next: nextPage }),
});

export const listClearedFlags = contract({
  ...listing,
  operationId: 'listClearedFlags',
  summary: 'What became of flags that were cleared, newest first',
  description:
    'With who saw them last, who cleared them and what they noted. `reopened`: it was cleared too soon.',
  path: '/instances/{instanceId}/cleared-flags',
  activity: 'flags-viewed',
  response: z.object({ flags: z.array(clearedFlag.omit({ instanceId: true })), next: nextPage }),
});

export const acknowledgeFlag = contract({
  ...handlingOne,
  operationId: 'acknowledgeFlag',
  summary: 'Say that a flag has been seen',
  description:
    'An urgent one stands first in the lists until somebody has. It stays open until it is cleared, and is unseen again when it is raised again.',
  path: '/instances/{instanceId}/forms/{formId}/flags/{flagId}/acknowledgements',
  activity: 'flag-acknowledged',
  body: z.strictObject(seen),
  response: z.object({ acknowledgedAt: utcInstant }),
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] }],
});

export const clearFlag = contract({
  ...handlingOne,
  operationId: 'clearFlag',
  summary: 'Clear a flag, with a note on what was done about it',
  description: 'Whoever clears it has seen it. The note is kept; a later submission raises the flag anew.',
  path: '/instances/{instanceId}/forms/{formId}/flags/{flagId}/clearings',
  activity: 'flag-cleared',
  body: z.strictObject({ ...seen, note: plainText({ min: 1, max: longestClearingNote }) }),
  response: z.object({ clearingId: z.uuid(), clearedAt: utcInstant }),
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] }],
});

export const reopenFlag = contract({
  ...handling,
  operationId: 'reopenFlag',
  summary: 'Open a flag again that was cleared too soon',
  description:
    'As it was before, and seen. `already-exists`: a later submission has raised the same flag anew, and that one is open.',
  path: '/instances/{instanceId}/cleared-flags/{clearingId}/reopenings',
  activity: 'flag-reopened',
  params: instancePath.extend({ clearingId: z.uuid() }),
  response: z.object({ reopenedAt: utcInstant }),
  problems: ['not-found', 'illegal-state', 'already-exists'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'UpdateItem'] }],
});
