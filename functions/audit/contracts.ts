import * as z from 'zod';
import { residentActor, staffActor } from '../../shared/audit/activity.ts';
import { activityCodes } from '../../shared/audit/activity-catalogue.ts';
import { auditEntry } from '../../shared/audit/entry.ts';
import { contract } from '../../shared/contract/contract.ts';
import { cursor } from '../../shared/contract/paging.ts';
import { providerPath } from '../../shared/contract/paths.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { instant } from '../../shared/domain/instant.ts';
import { person } from '../../shared/domain/person.ts';
import {
  identityNumberProblems,
  longestIdentityNumber,
} from '../../shared/domain/personal-identity-number.ts';
import { plainLine } from '../../shared/domain/plain-text.ts';
import { usualDays } from './search-period.ts';

/** As the law wants the person named; the key they have in the tables is nobody's business outside. */
const namedPerson = person.pick({ personnummer: true });
const shownEntry = auditEntry.extend({
  actor: z.discriminatedUnion('kind', [
    staffActor,
    residentActor.extend({ person: namedPerson, onBehalfOf: namedPerson.optional() }),
  ]),
  patient: namedPerson.optional(),
  patients: z.array(namedPerson).optional(),
  proxy: namedPerson.optional(),
});

/** Entries of a page. */
const mostEntries = 200;
const usualEntries = 50;

export const listAuditEntries = contract({
  operationId: 'listAuditEntries',
  summary: 'Who did what, where, when, about whom: newest first',
  description: `Within the auditor’s own provider. Filters combine. A search, not a query string: the patient’s number must not stand in an address. \`from\` defaults to ${usualDays} days before \`to\`, \`to\` to now. A page may be short or empty while \`next\` is there. Reading the log is itself logged.`,
  method: 'POST',
  path: '/providers/{providerId}/audit-entries/search',
  caller: 'staff',
  permission: 'log:read',
  activity: 'log-read',
  params: providerPath,
  body: z.strictObject({
    patient: plainLine({ min: 0, max: longestIdentityNumber })
      .optional()
      .meta({ description: 'Twelve digits, YYYYMMDDNNNN' }),
    staff: hsaId.optional(),
    unit: hsaId.optional(),
    activity: z.enum(activityCodes).optional(),
    from: instant.optional(),
    to: instant.optional(),
    limit: z.int().min(1).max(mostEntries).default(usualEntries),
    cursor: cursor.optional(),
  }),
  response: z.object({
    entries: z.array(shownEntry),
    target: z.string().optional().meta({
      description:
        'The id that stands for the patient searched for in entries that name nobody: of a caller who was denied too often within an hour',
    }),
    earlierNumbers: z.array(z.string()).meta({
      description:
        'Numbers the patient searched for had before and under which this provider has dealt with them: search for these as well',
    }),
    next: z.string().optional(),
  }),
  status: 200,
  problems: [...identityNumberProblems],
  grants: [
    {
      table: 'auditLog',
      actions: ['Query'],
      indexes: ['byActivity', 'byPatient', 'byProvider', 'byStaff', 'byUnit'],
    },
  ],
});
