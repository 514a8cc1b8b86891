import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { providerPath, unitPath } from '../../shared/contract/paths.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { unitKind, unitState } from '../../shared/domain/organisation.ts';
import { plainText } from '../../shared/domain/plain-text.ts';
import { usualMonths } from '../../shared/domain/statistics.ts';
import { unitContacts } from '../../shared/domain/unit-contacts.ts';
import { newProvider } from './new-provider.ts';
import {
  agreementBody,
  agreementPath,
  agreementShape,
  longestNotice,
  name,
  providerShape,
  serviceAgreementBody,
  serviceAgreementShape,
  unitShape,
} from './shapes.ts';
import { statisticsPage, statisticsQuery } from './statistics-shapes.ts';

/** Looked at by those who have a role there; to others it is not there. */
const reading = {
  caller: 'staff',
  conceals: true,
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;
const providerReading = { ...reading, params: providerPath } as const;
const unitReading = { ...reading, params: unitPath } as const;
const readingGrants = [{ table: 'organisation', actions: ['GetItem', 'Query'] }] as const;
const list = {
  query: pageQuery({ most: 100 }),
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
} as const;
const addition = { caller: 'staff', method: 'POST', status: 201 } as const;
const change = { caller: 'staff', method: 'PUT', status: 200 } as const;
const unitChange = { ...change, params: unitPath, ifMatch: true } as const;
const checkedGrants = [
  { table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
] as const;

/** Moments active on a unit, and those made there. */
const useReads = { table: 'moments', actions: ['Query'], indexes: ['byOwner'] } as const;
const confirmed = z.boolean().optional().meta({ description: 'The caller knows what there is on the unit' });

export const registerProvider = contract({
  ...addition,
  operationId: 'registerProvider',
  summary: 'Register a care provider',
  description:
    'For national management. A region and a municipality say their county, and are connected by setServiceAgreement. Kind, organisation number and county never change. An HSA-id that a unit has is taken too.',
  path: '/providers',
  permission: 'provider:register',
  activity: 'provider-registered',
  body: newProvider,
  response: z.object({ providerId: z.string() }),
  problems: ['already-exists'],
  grants: [{ table: 'organisation', actions: ['PutItem', 'ConditionCheckItem'] }],
});

export const changeProvider = contract({
  ...change,
  operationId: 'changeProvider',
  summary: 'Rename a care provider',
  description: 'For national management.',
  path: '/providers/{providerId}',
  permission: 'provider:register',
  activity: 'provider-changed',
  params: providerPath,
  body: z.strictObject({ name }),
  response: providerShape,
  ifMatch: true,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const setServiceAgreement = contract({
  ...change,
  operationId: 'setServiceAgreement',
  summary: 'Connect a region or a municipality: make or replace its service agreement',
  description:
    'For national management. The processor agreement is part of it. There is one: this replaces it. To end it, send `validTo` as now: once it has ended, nothing new is activated, started, approved or opened on its units, nor on those of private providers under a region; what runs goes on. `version-mismatch` means that somebody else set it in the same instant: send it again.',
  path: '/providers/{providerId}/service-agreement',
  permission: 'provider:register',
  activity: 'service-agreement-set',
  params: providerPath,
  body: serviceAgreementBody,
  response: serviceAgreementShape.extend({
    providerId: z.string(),
    connected: z
      .boolean()
      .meta({ description: 'In force now: look at it, for an end set too early stops everything new' }),
  }),
  problems: ['not-found', 'connected-through-region', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const getProvider = contract({
  ...providerReading,
  operationId: 'getProvider',
  summary: 'A care provider and its agreements',
  description:
    'A region or a municipality has a service agreement, and is `connected` while that is in force. Agreements are those of a private provider, past and coming ones included; compare their times with now. Send the `ETag` in `If-Match` of changeProvider.',
  path: '/providers/{providerId}',
  permission: 'provider:read',
  activity: 'provider-viewed',
  response: providerShape.extend({
    connected: z.boolean().optional().meta({ description: 'Regions and municipalities alone' }),
    serviceAgreement: serviceAgreementShape.optional(),
    agreements: z.array(agreementShape),
  }),
  grants: readingGrants,
});

export const setAgreement = contract({
  ...change,
  operationId: 'setAgreement',
  summary: 'Make or replace a region’s agreement with a private provider',
  description:
    'For the region’s administrator; `providerId` is the region, which must be connected. It mirrors the terms of the region’s service agreement and ends no later: where that has an end, say one (`agreement-outlives-region`). There is one agreement between the two: this replaces it. To end one, send `validTo` as now. `version-mismatch` means that somebody else set either in the same instant: send it again.',
  path: '/providers/{providerId}/agreements/{privateProviderId}',
  permission: 'agreement:set',
  activity: 'agreement-set',
  params: agreementPath,
  body: agreementBody,
  response: agreementShape.extend({ provider: z.string() }),
  problems: [
    'not-found',
    'provider-not-connected',
    'agreement-not-needed',
    'agreement-outlives-region',
    'version-mismatch',
  ],
  grants: checkedGrants,
});

export const listAgreements = contract({
  ...providerReading,
  ...list,
  operationId: 'listAgreements',
  summary: 'The agreements a region has made',
  description:
    'By private provider, past and coming ones included; compare their times with now. One made this second may take a moment to appear.',
  path: '/providers/{providerId}/agreements',
  permission: 'agreement:read',
  activity: 'agreements-listed',
  response: z.object({
    agreements: z.array(agreementShape.extend({ provider: z.string() })),
    next: nextPage,
  }),
});

export const handOutService = contract({
  ...addition,
  operationId: 'handOutService',
  summary: 'Hand out the service to a unit',
  description:
    'For the administrator of a connected region, in the path; `providerId` in the body is the unit’s own provider: the region itself, a municipality in its county, or a private provider with an agreement in force with this region. The unit’s HSA-id begins as that provider’s or the region’s own. The provider’s administrator then activates the unit with setUnitState.',
  path: '/providers/{providerId}/services',
  permission: 'service:hand-out',
  activity: 'service-handed-out',
  params: providerPath,
  body: z.strictObject({ unitId: hsaId, providerId: hsaId, name, kind: unitKind }),
  response: z.object({ unitId: z.string(), state: unitState }),
  problems: [
    'not-found',
    'provider-not-connected',
    'agreement-missing',
    'hsa-id-of-another',
    'already-exists',
  ],
  grants: checkedGrants,
});

export const listUnits = contract({
  ...providerReading,
  ...list,
  operationId: 'listUnits',
  summary: 'The units of a care provider, by HSA-id',
  description:
    'Closed ones too: they are kept for the sake of the log. A unit handed out this second may take a moment to appear.',
  path: '/providers/{providerId}/units',
  permission: 'unit:list',
  activity: 'units-listed',
  response: z.object({
    units: z.array(unitShape),
    next: nextPage,
  }),
});

export const getUnit = contract({
  ...unitReading,
  operationId: 'getUnit',
  summary: 'A unit, its own text and what its provider has to say now',
  description:
    'Whatever its state. `messages` are the provider’s that are visible now, the latest first, among the hundred it posted last. Send the `ETag` in `If-Match` of setUnitState and setUnitInformation.',
  path: '/units/{unitId}',
  permission: 'unit:read',
  activity: 'unit-viewed',
  response: unitShape.extend({
    provider: z.string(),
    region: z.string(),
    county: z.string(),
    information: z.string().optional(),
    contacts: unitContacts.optional(),
    messages: z.array(
      z.object({
        messageId: z.uuid(),
        text: z.string(),
        visibleFrom: utcInstant,
        visibleTo: utcInstant.optional(),
      }),
    ),
  }),
  grants: readingGrants,
});

export const setUnitState = contract({
  ...unitChange,
  operationId: 'setUnitState',
  summary: 'Activate, inactivate or re-activate a unit',
  description:
    'A unit is activated only while its provider’s service agreement is in force or, where the provider is private, its agreement and its region’s service agreement. Whoever inactivates it while something runs, can be started or has been made there is told how much (`unit-in-use`), and sends it again with `confirmed`. `illegal-state` where it has that state already. Nothing is deleted when a unit is closed.',
  path: '/units/{unitId}/state',
  permission: 'unit:activate',
  activity: 'unit-state-changed',
  body: z.strictObject({ state: unitState.exclude(['handed-out']), confirmed }),
  response: z.object({ unitId: z.string(), state: unitState }),
  problems: ['not-found', 'illegal-state', 'unit-in-use', 'agreement-missing', 'provider-not-connected'],
  grants: [...checkedGrants, useReads],
});

export const renameUnit = contract({
  ...unitChange,
  operationId: 'renameUnit',
  summary: 'Rename a unit',
  description:
    'For the provider’s administrator, whatever state the unit has. Residents see the name at once. Whoever renames it while something runs, can be started or has been made there is told how much (`unit-in-use`), and sends it again with `confirmed`.',
  path: '/units/{unitId}/name',
  permission: 'unit:activate',
  activity: 'unit-renamed',
  body: z.strictObject({ name, confirmed }),
  response: z.object({ unitId: z.string(), name: z.string() }),
  problems: ['not-found', 'unit-in-use'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query', 'PutItem'] }, useReads],
});

export const setUnitInformation = contract({
  ...unitChange,
  operationId: 'setUnitInformation',
  summary: 'Write the unit’s own text to residents (Övrig information)',
  description:
    'Shown to residents as it is, in plain text: newlines and emoji are kept, nothing is interpreted. The same text for all. Empty takes it away.',
  path: '/units/{unitId}/information',
  permission: 'unit:inform',
  activity: 'unit-informed',
  body: z.strictObject({ text: plainText({ min: 0, max: longestNotice }) }),
  response: z.object({ unitId: z.string(), information: z.string() }),
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const setUnitContacts = contract({
  ...unitChange,
  operationId: 'setUnitContacts',
  summary: 'Say how the unit is reached',
  description:
    'Its telephone number and its own video service, as residents and staff are shown them where a moment offers contacts. Both are replaced.',
  path: '/units/{unitId}/contacts',
  permission: 'unit:inform',
  activity: 'unit-informed',
  body: unitContacts.strict(),
  response: unitContacts.extend({ unitId: z.string() }),
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

const statistics = {
  activity: 'statistics-viewed',
  query: statisticsQuery,
  response: statisticsPage,
  csv: true,
  grants: readingGrants,
} as const;
const statisticsDescription = `Counts, never people: of the instances of a moment that were started in a month, how many have ended since and how many are ongoing. Months are Swedish ones; without \`from\` and \`to\` the last ${usualMonths}. With \`Accept: text/csv\` the same rows as CSV, each page with its header row, the next page in \`Link\`. A Swedish Excel reads it by Data > From Text/CSV.`;

export const viewUnitStatistics = contract({
  ...unitReading,
  ...statistics,
  operationId: 'viewUnitStatistics',
  summary: 'What was started on a unit, by month and moment',
  description: statisticsDescription,
  path: '/units/{unitId}/statistics',
  permission: 'statistics:read-unit',
});

export const viewProviderStatistics = contract({
  ...providerReading,
  ...statistics,
  operationId: 'viewProviderStatistics',
  summary: 'What was started on a care provider’s units, by unit, month and moment',
  description: `${statisticsDescription} A page may be short or empty while \`next\` says there is more.`,
  path: '/providers/{providerId}/statistics',
  permission: 'statistics:read-provider',
});
