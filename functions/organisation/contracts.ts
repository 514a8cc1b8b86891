import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { instant } from '../../shared/domain/instant.ts';
import { unitKind, unitState } from '../../shared/domain/organisation.ts';
import { plainLine, plainText } from '../../shared/domain/plain-text.ts';
import { newProvider } from './new-provider.ts';
import {
  agreementPath,
  agreementShape,
  name,
  providerPath,
  providerShape,
  unitPath,
  unitShape,
} from './shapes.ts';
import { statisticsPage, statisticsQuery } from './statistics-shapes.ts';

export const registerProvider = contract({
  operationId: 'registerProvider',
  summary: 'Register a care provider',
  description:
    'For national management. A region says its county and may be connected at once; connecting others is for changeProvider. Kind, organisation number and county never change. An HSA-id that a unit has is taken too.',
  method: 'POST',
  path: '/providers',
  caller: 'staff',
  permission: 'provider:register',
  activity: 'provider-registered',
  body: newProvider,
  response: z.object({ providerId: z.string() }),
  status: 201,
  problems: ['already-exists'],
  grants: [{ table: 'organisation', actions: ['PutItem', 'ConditionCheckItem'] }],
});

export const changeProvider = contract({
  operationId: 'changeProvider',
  summary: 'Rename a care provider, connect or disconnect a region',
  description:
    'For national management. `connected` left out leaves it as it is; only a region has it. Once a region is disconnected, nothing new is activated or started under its agreements; what runs goes on.',
  method: 'PUT',
  path: '/providers/{providerId}',
  caller: 'staff',
  permission: 'provider:register',
  activity: 'provider-changed',
  params: providerPath,
  body: z.strictObject({ name, connected: z.boolean().optional() }),
  response: providerShape,
  status: 200,
  ifMatch: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const getProvider = contract({
  operationId: 'getProvider',
  summary: 'A care provider and its agreements',
  description:
    'Agreements are those of a private provider, past and coming ones included; compare their times with now. Send the `ETag` in `If-Match` of changeProvider.',
  method: 'GET',
  path: '/providers/{providerId}',
  caller: 'staff',
  permission: 'provider:read',
  activity: 'provider-viewed',
  conceals: true,
  params: providerPath,
  response: providerShape.extend({ agreements: z.array(agreementShape) }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const setAgreement = contract({
  operationId: 'setAgreement',
  summary: 'Make or replace a region’s agreement with a private provider',
  description:
    'For the region’s administrator; `providerId` is the region, which must be connected. There is one agreement between the two: this replaces it. To end one, send `validTo` as now. `version-mismatch` means that somebody else set it in the same instant: send it again.',
  method: 'PUT',
  path: '/providers/{providerId}/agreements/{privateProviderId}',
  caller: 'staff',
  permission: 'agreement:set',
  activity: 'agreement-set',
  params: agreementPath,
  body: z
    .strictObject({
      reference: plainLine({ min: 1, max: 100 }),
      validFrom: instant,
      validTo: instant.optional(),
    })
    .refine(({ validFrom, validTo }) => validTo === undefined || validTo > validFrom, {
      path: ['validTo'],
      message: 'Later than validFrom',
    }),
  response: agreementShape.extend({ provider: z.string() }),
  status: 200,
  problems: ['not-found', 'region-not-connected', 'agreement-not-needed', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const listAgreements = contract({
  operationId: 'listAgreements',
  summary: 'The agreements a region has made',
  description:
    'By private provider, past and coming ones included; compare their times with now. One made this second may take a moment to appear.',
  method: 'GET',
  path: '/providers/{providerId}/agreements',
  caller: 'staff',
  permission: 'agreement:read',
  activity: 'agreements-listed',
  conceals: true,
  params: providerPath,
  query: pageQuery(100),
  response: z.object({
    agreements: z.array(agreementShape.extend({ provider: z.string() })),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
});

export const handOutService = contract({
  operationId: 'handOutService',
  summary: 'Hand out the service to a unit',
  description:
    'For the administrator of a connected region, in the path; `providerId` in the body is the unit’s own provider: the region itself, a municipality, or a private provider with an agreement in force with this region. The provider’s administrator then activates the unit with setUnitState.',
  method: 'POST',
  path: '/providers/{providerId}/services',
  caller: 'staff',
  permission: 'service:hand-out',
  activity: 'service-handed-out',
  params: providerPath,
  body: z.strictObject({ unitId: hsaId, providerId: hsaId, name, kind: unitKind }),
  response: z.object({ unitId: z.string(), state: unitState }),
  status: 201,
  problems: ['not-found', 'region-not-connected', 'agreement-missing', 'already-exists'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const listUnits = contract({
  operationId: 'listUnits',
  summary: 'The units of a care provider, by HSA-id',
  description:
    'Closed ones too: they are kept for the sake of the log. A unit handed out this second may take a moment to appear.',
  method: 'GET',
  path: '/providers/{providerId}/units',
  caller: 'staff',
  permission: 'unit:list',
  activity: 'units-listed',
  conceals: true,
  params: providerPath,
  query: pageQuery(100),
  response: z.object({
    units: z.array(unitShape),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
});

export const getUnit = contract({
  operationId: 'getUnit',
  summary: 'A unit, its own text and what its provider has to say now',
  description:
    'Whatever its state. `messages` are the provider’s that are visible now, the latest first, among the hundred it posted last. Send the `ETag` in `If-Match` of setUnitState and setUnitInformation.',
  method: 'GET',
  path: '/units/{unitId}',
  caller: 'staff',
  permission: 'unit:read',
  activity: 'unit-viewed',
  conceals: true,
  params: unitPath,
  response: unitShape.extend({
    provider: z.string(),
    region: z.string(),
    county: z.string(),
    information: z.string().optional(),
    messages: z.array(
      z.object({
        messageId: z.uuid(),
        text: z.string(),
        visibleFrom: z.iso.datetime(),
        visibleTo: z.iso.datetime().optional(),
      }),
    ),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const setUnitState = contract({
  operationId: 'setUnitState',
  summary: 'Activate, inactivate or re-activate a unit',
  description:
    'A unit of a private provider is activated only while its agreement is in force and its region connected. `illegal-state` where it has that state already. Nothing is deleted when a unit is closed.',
  method: 'PUT',
  path: '/units/{unitId}/state',
  caller: 'staff',
  permission: 'unit:activate',
  activity: 'unit-state-changed',
  params: unitPath,
  body: z.strictObject({ state: unitState.exclude(['handed-out']) }),
  response: z.object({ unitId: z.string(), state: unitState }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'illegal-state', 'agreement-missing', 'region-not-connected'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const setUnitInformation = contract({
  operationId: 'setUnitInformation',
  summary: 'Write the unit’s own text to residents (Övrig information)',
  description:
    'Shown to residents as it is, in plain text: newlines and emoji are kept, nothing is interpreted. The same text for all. Empty takes it away.',
  method: 'PUT',
  path: '/units/{unitId}/information',
  caller: 'staff',
  permission: 'unit:inform',
  activity: 'unit-informed',
  params: unitPath,
  body: z.strictObject({ text: plainText({ min: 0, max: 2000 }) }),
  response: z.object({ unitId: z.string(), information: z.string() }),
  status: 200,
  ifMatch: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const postInformationMessage = contract({
  operationId: 'postInformationMessage',
  summary: 'Post a message to all units of a care provider',
  description:
    'Their staff see it in getUnit from `visibleFrom`, now where left out, until `visibleTo`, for ever where left out. Send an `Idempotency-Key`, so that a repeated request does not become a second message.',
  method: 'POST',
  path: '/providers/{providerId}/information-messages',
  caller: 'staff',
  permission: 'provider:inform',
  activity: 'information-message-posted',
  params: providerPath,
  body: z.strictObject({
    text: plainText({ min: 1, max: 2000 }),
    visibleFrom: instant.optional(),
    visibleTo: instant.optional(),
  }),
  response: z.object({ messageId: z.uuid() }),
  status: 201,
  problems: [],
  grants: [{ table: 'organisation', actions: ['PutItem'] }],
});

const statisticsDescription =
  'Counts, never people: of the instances of a moment that were started in a month, how many have ended since and how many are ongoing. Months are Swedish ones; without `from` and `to` the last twelve. With `Accept: text/csv` the same rows as CSV, each page with its header row, the next page in `Link`. A Swedish Excel reads it by Data > From Text/CSV.';

export const viewUnitStatistics = contract({
  operationId: 'viewUnitStatistics',
  summary: 'What was started on a unit, by month and moment',
  description: statisticsDescription,
  method: 'GET',
  path: '/units/{unitId}/statistics',
  caller: 'staff',
  permission: 'statistics:read-unit',
  activity: 'statistics-viewed',
  conceals: true,
  params: unitPath,
  query: statisticsQuery,
  response: statisticsPage,
  status: 200,
  csv: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const viewProviderStatistics = contract({
  operationId: 'viewProviderStatistics',
  summary: 'What was started on a care provider’s units, by unit, month and moment',
  description: `${statisticsDescription} A page may be short or empty while \`next\` says there is more.`,
  method: 'GET',
  path: '/providers/{providerId}/statistics',
  caller: 'staff',
  permission: 'statistics:read-provider',
  activity: 'statistics-viewed',
  conceals: true,
  params: providerPath,
  query: statisticsQuery,
  response: statisticsPage,
  status: 200,
  csv: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});
