import * as z from 'zod';
import { unitPath } from '../../shared/contract/paths.ts';
import { shownDifferences } from '../../shared/domain/content/difference.ts';
import { momentFunctions } from '../../shared/domain/content/moment-functions.ts';
import { momentKind } from '../../shared/domain/content/outline.ts';
import { decimalDigits } from '../../shared/domain/decimal-digits.ts';
import { formKind } from '../../shared/domain/form/form-kind.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { catalogueState } from '../../shared/domain/moment/catalogue-entry.ts';
import { recallForStaff } from '../../shared/domain/moment/recall.ts';
import { highestVersionNumber, momentVersion } from '../../shared/domain/moment/version.ts';
import { catalogueSayings } from '../../shared/domain/sayings/catalogue-sayings.ts';
import { told } from '../../shared/domain/sayings/said.ts';

const major = decimalDigits({ min: 1, max: highestVersionNumber });
export const activationPath = unitPath.extend({ momentId: z.uuid(), major });

const mostOffered = 1000;

/** Whom a moment is offered to; a transaction bounds how many may come and go at once, not how many there are. */
export const offering = z
  .union(
    [
      z.literal('everyone'),
      z
        .array(hsaId)
        .max(mostOffered)
        .refine(
          (providers) => new Set(providers).size === providers.length,
          told(catalogueSayings['provider-twice']),
        ),
    ],
    told(catalogueSayings['offering-form'](mostOffered)),
  )
  .meta({ description: '`everyone`, or care providers by HSA-id; none where the list is empty' });

export const catalogueRow = z.object({
  momentId: z.uuid(),
  title: z.string(),
  kind: momentKind,
  open: z.boolean().meta({ description: 'An open moment (öppet moment)' }),
  state: catalogueState
    .or(z.literal('withdrawn'))
    .meta({ description: '`withdrawn`: activated here, but not offered to the provider any more' }),
  latest: momentVersion,
  versions: z
    .array(momentVersion)
    .meta({ description: 'The latest minor of each major, newest major first' }),
  publisherUnit: z.string(),
  publisherProvider: z.string(),
  publishedAt: utcInstant.optional(),
});
export type CatalogueRow = z.infer<typeof catalogueRow>;

export const activationRow = z.object({
  unitId: z.string(),
  major: z.int(),
  minor: z.int(),
  state: z.enum(['active', 'inactive']),
  etag: z.string().meta({ description: 'For `If-Match` of activateMinor', example: '"1"' }),
  waits: momentVersion
    .optional()
    .meta({ description: 'A later minor version that activateMinor can put in its place' }),
});

export const tableOfContents = {
  welcome: z.string(),
  functions: momentFunctions,
  modules: z.array(z.object({ moduleId: z.string(), title: z.string() })),
  forms: z.array(z.object({ formId: z.string(), title: z.string(), kind: formKind })),
};

export const publication = z.object({
  momentVersion,
  publishedAt: utcInstant,
  basis: momentVersion.optional().meta({ description: 'The version it went on from; the first has none' }),
  recall: recallForStaff.optional(),
  differences: shownDifferences.differences.optional().meta({ description: 'From `basis`' }),
  differencesLeft: shownDifferences.differencesLeft,
});
