import * as z from 'zod';
import { providerPath } from '../../shared/contract/paths.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { instant, utcInstant } from '../../shared/domain/instant.ts';
import { unitKind, unitState } from '../../shared/domain/organisation.ts';
import { plainLine } from '../../shared/domain/plain-text.ts';
import { county, type Provider, providerKind } from '../../shared/domain/provider.ts';
import { organisationSayings } from '../../shared/domain/sayings/organisation-sayings.ts';
import { told } from '../../shared/domain/sayings/said.ts';

const longestName = 200;
/** Of a care provider or a unit. */
export const name = plainLine({ min: 1, max: longestName });

/** Characters of what a unit or a care provider tells people. */
export const longestNotice = 2000;

export const agreementPath = providerPath.extend({ privateProviderId: hsaId });

export const providerShape = z.object({
  providerId: z.string(),
  name: z.string(),
  kind: providerKind,
  organisationNumber: z.string(),
  county: county.optional(),
});

export const shownProvider = ({ hsaId: providerId, ...rest }: Provider): z.infer<typeof providerShape> => ({
  ...rest,
  providerId,
});

const validity = {
  validFrom: utcInstant,
  validTo: utcInstant.optional().meta({ description: 'Not included; absent = until further notice' }),
};

export const agreementShape = z.object({
  region: z.string(),
  reference: z.string(),
  serviceAgreement: z
    .string()
    .meta({ description: 'Reference of the region’s service agreement, whose terms it mirrors' }),
  ...validity,
});

export const serviceAgreementShape = z.object({
  reference: z.string(),
  processorAgreement: z
    .string()
    .meta({ description: 'Reference of the processor agreement (personuppgiftsbiträdesavtal)' }),
  ...validity,
});

const reference = plainLine({ min: 1, max: 100 });
const terms = { reference, validFrom: instant, validTo: instant.optional() };

const endsLater = ({ validFrom, validTo }: { validFrom: string; validTo?: string | undefined }): boolean =>
  validTo === undefined || validTo > validFrom;
const orElse = { path: ['validTo'], ...told(organisationSayings['not-later-than-from']) };

export const agreementBody = z.strictObject(terms).refine(endsLater, orElse);
export const serviceAgreementBody = z
  .strictObject({ ...terms, processorAgreement: reference })
  .refine(endsLater, orElse);

export const unitShape = z.object({ unitId: z.string(), name: z.string(), kind: unitKind, state: unitState });
