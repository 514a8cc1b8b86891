import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { namedResident, oneResident } from '../../../shared/contract/named-resident.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { residentViewShape, staffViewShape } from '../../../shared/contract/shown-moment.ts';
import { plannedModule } from '../../../shared/domain/care/content-plan.ts';
import { endReason, longestNote, undoReason } from '../../../shared/domain/care/instance.ts';
import { inMaintenance } from '../../../shared/domain/content/in-maintenance.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { recallForResidents, recallForStaff } from '../../../shared/domain/moment/recall.ts';
import { highestVersionNumber, momentVersion } from '../../../shared/domain/moment/version.ts';
import { treatingProblems } from '../../../shared/domain/organisation.ts';
import { identityNumberProblems } from '../../../shared/domain/personal-identity-number.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { labelledResident } from '../../../shared/domain/registered-person.ts';
import {
  following,
  instancePath,
  moduleReading,
  ownReading,
  ownSummary,
  summary,
  unreadMessages,
} from '../shapes.ts';

const momentReading = { table: 'moments', actions: ['GetItem', 'Query'] } as const;
const staysOpen = inMaintenance
  .optional()
  .meta({ description: 'What stays open in maintenance; nothing where it is absent' });
/** As planContent takes it, with how each module stands today. */
const shownPlan = z.object({
  etag: z.string().meta({ description: 'For `If-Match` of planContent', example: '"0"' }),
  modules: z.array(
    z.object({
      ...{ moduleId: z.string(), title: z.string() },
      standing: z
        .enum(['open', 'dated', 'hidden'])
        .meta({ description: 'Today; `dated`: the resident sees its title and `from` until that day' }),
      from: z.iso.date().optional(),
      sections: plannedModule.shape.sections,
    }),
  ),
});
const opening = { params: instancePath, problems: ['not-found'] } as const;

export const startInstance = contract({
  operationId: 'startInstance',
  summary: 'Start an active moment on an approved resident',
  description:
    'The practitioner must hold that role on the unit and have a commission there that is valid now, so that they can open it. The latest activated minor version of `major` is started. The answer says who it is: look at it, as at lookUpResident before; a start on the wrong person is taken back by undoStart. Where the same moment runs for them on the unit already, the answer is `moment-runs-already`: send it again with `confirmed`, and another `Idempotency-Key`, where one more is meant.',
  method: 'POST',
  path: '/units/{unitId}/instances',
  caller: 'staff',
  permission: 'instance:start',
  activity: 'instance-started',
  params: unitPath,
  body: z
    .strictObject({
      ...namedResident,
      momentId: z.uuid(),
      major: z.int().min(1).max(highestVersionNumber),
      practitioner: hsaId,
      confirmed: z
        .boolean()
        .optional()
        .meta({ description: 'The same moment runs already, and one more is meant' }),
    })
    .refine(...oneResident),
  response: z.object({ instanceId: z.uuid(), momentVersion, resident: labelledResident }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    ...treatingProblems,
    'resident-not-approved',
    'moment-not-active',
    'moment-not-offered',
    'version-recalled',
    'practitioner-not-at-unit',
    'practitioner-without-commission',
    'moment-runs-already',
    'running-limit-reached',
    'resident-not-registered',
    'register-unavailable',
    'agreement-missing',
    'provider-not-connected',
    'illegal-state',
    ...identityNumberProblems,
  ],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem', 'UpdateItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'instances', actions: ['PutItem'] },
  ],
});

export const undoStart = contract({
  operationId: 'undoStart',
  summary: 'Take a start back',
  description:
    'For what was started on the wrong person, or by mistake: while the resident has neither opened it nor written in it, as if it had never begun; the log says that it was, and why it was not meant. `resident-has-opened` after that: end it instead.',
  method: 'POST',
  path: '/instances/{instanceId}/start-undoings',
  caller: 'staff',
  permission: 'instance:undo-start',
  activity: 'start-undone',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ reason: undoReason }),
  response: z.object({ undoneAt: utcInstant }),
  status: 201,
  problems: ['not-found', 'resident-has-opened', 'illegal-state'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'UpdateItem'] },
    { table: 'organisation', actions: ['UpdateItem'] },
  ],
});

const changingState = {
  method: 'POST',
  caller: 'staff',
  permission: 'instance:end',
  conceals: true,
  params: instancePath,
  status: 201,
  problems: ['not-found', 'illegal-state'],
} as const;

export const enterMaintenance = contract({
  ...changingState,
  operationId: 'enterMaintenance',
  summary: 'Take a moment into its maintenance phase',
  description:
    'From active alone, and never back. The resident keeps the content; of forms and messages what `maintenance` of openInstance says stays open, everything else is `closed-in-maintenance`.',
  path: '/instances/{instanceId}/maintenance',
  activity: 'maintenance-entered',
  response: z.object({ maintenanceSince: utcInstant }),
  grants: [{ table: 'instances', actions: ['GetItem', 'UpdateItem'] }],
});

export const endInstance = contract({
  ...changingState,
  operationId: 'endInstance',
  summary: 'End a moment',
  description:
    'For good: after it nobody writes in it, `illegal-state`. The resident goes on reading it until it is purged. `note` is for staff alone and is never shown to the resident. `urgent-flag-unseen`: acknowledge or clear it first.',
  path: '/instances/{instanceId}/endings',
  problems: [...changingState.problems, 'urgent-flag-unseen'],
  activity: 'instance-ended',
  body: z.strictObject({ reason: endReason, note: plainText({ min: 1, max: longestNote }).optional() }),
  response: z.object({ endedAt: utcInstant }),
  grants: [
    { table: 'instances', actions: ['GetItem', 'UpdateItem'] },
    { table: 'organisation', actions: ['UpdateItem'] },
  ],
});

export const openInstance = contract({
  ...following,
  ...opening,
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    momentReading,
    { table: 'organisation', actions: ['GetItem'] },
  ],
  operationId: 'openInstance',
  summary: 'Open a resident’s moment as staff',
  description:
    'Shows where the resident is, not what they have written: that is readForm. `momentVersion` is what the unit shows now.',
  path: '/instances/{instanceId}',
  activity: 'instance-opened',
  response: summary.extend({
    resident: labelledResident.meta({
      description: 'Without name and number where the identity is protected',
    }),
    practitioner: z.string(),
    test: z.boolean().meta({ description: 'A test resident’s: practice, and no care' }),
    recall: recallForStaff.optional(),
    openedAt: utcInstant
      .optional()
      .meta({ description: 'When the resident first met it; until then its start can be undone' }),
    unreadFromResident: unreadMessages,
    oldestUnreadAt: utcInstant.optional(),
    lastResidentActivityAt: utcInstant
      .optional()
      .meta({ description: 'When the resident last wrote something, to the hour' }),
    maintenance: staysOpen,
    maintenanceSince: utcInstant.optional(),
    ending: z
      .object({
        ...{ reason: z.string(), note: z.string().optional(), by: z.string(), at: utcInstant },
        readableUntil: z.iso.date().optional(),
      })
      .optional()
      .meta({
        description:
          'Why it ended. Where its start was undone or the approval withdrawn it is closed to the resident, at once or after `readableUntil`',
      }),
    ...staffViewShape,
    plan: shownPlan,
  }),
});

export const openModule = contract({
  ...following,
  ...moduleReading,
  operationId: 'openModule',
  summary: 'A module as the resident reads it, opened as staff',
  description: 'As openMyModule. `momentId` and `momentVersion` as openInstance gave them.',
  path: '/instances/{instanceId}/modules/{moduleId}',
  activity: 'module-opened',
});

export const listMyInstances = contract({
  ...ownReading,
  operationId: 'listMyInstances',
  summary: 'The resident’s own moments, newest first',
  description:
    'A moment started this second may take a moment to appear. Those under an earlier personnummer come last.',
  path: '/me/instances',
  activity: 'own-instances-listed',
  keepsToUnits: true,
  query: pageQuery({ most: 100 }),
  response: z.object({ instances: z.array(ownSummary), next: nextPage }),
  problems: [],
  grants: [{ table: 'instances', actions: ['Query'], indexes: ['byResident'] }],
});

export const openMyInstance = contract({
  ...ownReading,
  ...opening,
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'UpdateItem'] }, momentReading],
  operationId: 'openMyInstance',
  summary: 'One of the resident’s moments: what there is in it and what they have answered',
  problems: ['not-found', 'illegal-state'],
  description:
    '`momentVersion` is what the unit shows now: send it and `momentId` to openMyModule, openMyForm, saveAnswers and submitForm. A new minor version may come at any time; the major stays. `functions` says what the moment offers beside its content.',
  path: '/me/instances/{instanceId}',
  activity: 'own-instance-opened',
  response: ownSummary.extend({
    ...residentViewShape,
    maintenance: staysOpen,
    endedAt: utcInstant.optional().meta({ description: 'From then on it can only be read' }),
    recall: recallForResidents.optional(),
  }),
});

export const openMyModule = contract({
  ...ownReading,
  ...moduleReading,
  problems: [...moduleReading.problems, 'illegal-state'],
  grants: [...moduleReading.grants, { table: 'instances', actions: ['UpdateItem'] }],
  operationId: 'openMyModule',
  summary: 'A module of one of the resident’s moments, with its steps and media',
  description:
    'Media come as links that work for some minutes: open the module again for new ones. A form stands by its id; openMyForm has its questions.',
  path: '/me/instances/{instanceId}/modules/{moduleId}',
  activity: 'own-module-opened',
});
