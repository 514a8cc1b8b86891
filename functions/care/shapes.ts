import * as z from 'zod';
import { instanceState } from '../../shared/domain/care/instance.ts';
import { contentId } from '../../shared/domain/content/content-id.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';

export const instant = z.iso.datetime();

export const instancePath = z.strictObject({ instanceId: z.uuid() });
export const formPath = z.strictObject({ instanceId: z.uuid(), formId: contentId });
export const modulePath = z.strictObject({ instanceId: z.uuid(), moduleId: contentId });

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
  startedAt: instant,
});

export const moduleReads = {
  grants: [
    { table: 'instances', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem', 'BatchGetItem'] },
  ],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
} as const;
