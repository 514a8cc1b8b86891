import * as z from 'zod';
import { contentType, mediaKind } from '../media/format.ts';
import { contentId } from './content-id.ts';
import type { ModuleOutline } from './module-outline.ts';
import { type StepContent, step } from './step.ts';

/** A file that may be seen, with the link that leads to it for some minutes (MED-4). */
const shownMedium = z
  .object({
    mediaId: z.string(),
    kind: mediaKind,
    fileName: z.string(),
    contentType,
    bytes: z.int(),
    url: z.url(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ShownMedium' });
export type ShownMedium = z.infer<typeof shownMedium>;

/** A module with all it says, as whoever may see it reads it: designer, test resident, resident and staff alike. */
export const shownModule = z
  .object({
    moduleId: contentId,
    title: z.string(),
    sections: z.array(
      z.object({
        ...{ sectionId: contentId, title: z.string(), steps: z.array(step) },
        opensOn: z.iso.date().optional().meta({
          description: 'To the resident: the Swedish day on which it opens; until then it has no steps',
        }),
      }),
    ),
    media: z.array(shownMedium).meta({
      description: 'Those of its files that are uploaded and found good; blocks name them by mediaId',
    }),
  })
  .meta({ id: 'ShownModule' });
export type ShownModule = z.infer<typeof shownModule>;

/** A step without its content is an error, never left out: what is hidden from care may harm. */
const contentOf = (contents: ReadonlyMap<string, StepContent>, digest: string): StepContent => {
  const content = contents.get(digest);
  if (!content) throw new Error(`No content for a step: ${digest}`);
  return content;
};

export const shownModuleOf = (
  { moduleId, title, sections }: ModuleOutline,
  contents: ReadonlyMap<string, StepContent>,
  media: readonly ShownMedium[],
): ShownModule => ({
  moduleId,
  title,
  sections: sections.map(({ sectionId, title: name, steps }) => ({
    sectionId,
    title: name,
    steps: steps.map(({ stepId, digest }) => ({ stepId, ...contentOf(contents, digest) })),
  })),
  media: [...media],
});
