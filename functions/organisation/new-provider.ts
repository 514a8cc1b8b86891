import * as z from 'zod';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { organisationNumber } from '../../shared/domain/organisation-number.ts';
import { county, providerKind } from '../../shared/domain/provider.ts';
import { organisationSayings } from '../../shared/domain/sayings/organisation-sayings.ts';
import { told } from '../../shared/domain/sayings/said.ts';
import { name } from './shapes.ts';

/** Regions and municipalities lie in a county, which they must name. */
export const newProvider = z
  .strictObject({
    providerId: hsaId,
    name,
    kind: providerKind,
    organisationNumber,
    county: county.optional(),
  })
  .refine(({ kind, county: lies }) => (kind === 'private') === (lies === undefined), {
    path: ['county'],
    ...told(organisationSayings['county-of-kind']),
  });
