import * as z from 'zod';
import { providerPath } from '../../shared/contract/paths.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { unitKind, unitState } from '../../shared/domain/organisation.ts';
import { plainLine } from '../../shared/domain/plain-text.ts';
import { county, type Provider, providerKind } from '../../shared/domain/provider.ts';

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
  connected: z.boolean().optional().meta({ description: 'Regions alone' }),
});

export const shownProvider = ({
  hsaId: providerId,
  state,
  ...rest
}: Provider): z.infer<typeof providerShape> => ({
  ...rest,
  providerId,
  ...(rest.kind === 'region' ? { connected: state === 'connected' } : {}),
});

export const agreementShape = z.object({
  region: z.string(),
  reference: z.string(),
  validFrom: utcInstant,
  validTo: utcInstant.optional().meta({ description: 'Not included; absent = until further notice' }),
});

export const unitShape = z.object({ unitId: z.string(), name: z.string(), kind: unitKind, state: unitState });
