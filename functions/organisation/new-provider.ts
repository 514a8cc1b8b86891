import * as z from 'zod';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { organisationNumber } from '../../shared/domain/organisation-number.ts';
import { county, providerKind } from '../../shared/domain/provider.ts';
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
    message: 'A region and a municipality name their county, a private provider none',
  });
