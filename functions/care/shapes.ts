import * as z from 'zod';
import { instanceState } from '../../shared/domain/care/instance.ts';
import { keptContentId } from '../../shared/domain/content/content-id.ts';
import { shownModule } from '../../shared/domain/content/shown-module.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';

export const instancePath = z.strictObject({ instanceId: z.uuid() });
export const formPath = instancePath.extend({ formId: keptContentId });
export const modulePath = instancePath.extend({ moduleId: keptContentId });

/** What has been opened says these, and what is then looked into in it names them: so nothing waits for the instance. */
export const inVersion = {
  momentId: z.uuid().meta({ description: 'As the instance was opened with' }),
  momentVersion: momentVersion.meta({ description: 'As the instance was opened with' }),
};
export const versionQuery = z.strictObject(inVersion);

export const summary = z.object({
  instanceId: z.uuid(),
  momentId: z.uuid(),
  momentVersion,
  title: z.string(),
  unit: z.string(),
  state: instanceState,
  startedAt: utcInstant,
});

export const unreadMessages = z
  .int()
  .optional()
  .meta({ description: 'Messages not yet read; absent where there are none' });

/** The same to the resident themselves. */
export const ownSummary = summary.extend({
  unreadFromStaff: unreadMessages,
  readableUntil: z.iso.date().optional().meta({
    description:
      'Where it has been ended and will be closed: the last Swedish day on which it is here, to be read',
  }),
});

/** To staff without a role on its unit the instance is not there. */
export const following = {
  caller: 'staff',
  permission: 'instance:read',
  conceals: true,
  method: 'GET',
  status: 200,
} as const;
export const ownReading = {
  caller: 'resident',
  permission: 'own-data:view',
  method: 'GET',
  status: 200,
} as const;

/** A module in the version that the instance was opened with. */
export const moduleReading = {
  params: modulePath,
  query: versionQuery,
  response: shownModule,
  problems: ['not-found', 'form-version-mismatch'],
  grants: [
    { table: 'instances', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem', 'BatchGetItem'] },
  ],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
} as const;
