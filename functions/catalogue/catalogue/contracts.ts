import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { providerPath } from '../../../shared/contract/paths.ts';
import { momentKind } from '../../../shared/domain/content/outline.ts';
import { longestTitle } from '../../../shared/domain/content/title.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { searchedWords, shortestWord } from '../../../shared/domain/moment/catalogue-words.ts';
import { plainLine } from '../../../shared/domain/plain-text.ts';
import { told } from '../../../shared/domain/sayings/said.ts';
import { textSayings } from '../../../shared/domain/sayings/text-sayings.ts';
import { activationRow, catalogueRow, publication, tableOfContents } from '../shapes.ts';

const listed = pageQuery({ most: 100 }).extend({
  view: z.enum(['all', 'available', 'active', 'unpublished', 'withdrawn']).default('all'),
  text: plainLine({ min: 1, max: longestTitle })
    .refine((text) => searchedWords(text).length > 0, told(textSayings['search-word-missing'](shortestWord)))
    .optional()
    .meta({
      description: 'Each word begins some word of the title. Å is not A; upper and lower case are alike',
    }),
  kind: momentKind.optional(),
  publishedBy: hsaId.optional().meta({ description: 'The care provider whose unit published it' }),
});

const reading = {
  caller: 'staff',
  permission: 'catalogue:read',
  conceals: true,
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;

export const listCatalogue = contract({
  ...reading,
  operationId: 'listCatalogue',
  summary: 'The catalogue of moments (innehållskatalogen) as a care provider has it',
  description:
    'Views: `all` that the provider is offered, `available` to activate, `active` on some of its units, `unpublished`. Only what the provider is offered is shown; a moment that is still active here though no longer offered stands in `active` as `withdrawn`, with what is active of it and no more. The view `withdrawn` tells of all such moments, those that have been inactivated and may run on too: nothing new of them is activated or started. `activations`, in these two views, are at most a hundred of a moment. A filtered page may be short or empty while `next` is there. What was published this second may take a moment to appear.',
  path: '/providers/{providerId}/catalogue',
  activity: 'catalogue-listed',
  params: providerPath,
  query: listed,
  response: z.object({
    moments: z.array(catalogueRow.extend({ activations: z.array(activationRow).optional() })),
    next: nextPage,
  }),
  grants: [{ table: 'moments', actions: ['Query', 'BatchGetItem'], indexes: ['byOwner'] }],
});

export const getCatalogueEntry = contract({
  ...reading,
  operationId: 'getCatalogueEntry',
  summary: 'A moment in the catalogue: what it holds, its versions, where it is active',
  description:
    'Welcome text, functions and table of contents are those of the latest version. `published` has the versions newest first, a page at a time, with what each changed. `activations` are those on the provider’s own units, at most a hundred.',
  path: '/providers/{providerId}/catalogue/{momentId}',
  activity: 'catalogue-entry-viewed',
  params: providerPath.extend({ momentId: z.uuid() }),
  query: pageQuery({ most: 20 }),
  response: catalogueRow.extend({
    ...tableOfContents,
    published: z.array(publication),
    next: nextPage,
    activations: z.array(activationRow),
  }),
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
});
