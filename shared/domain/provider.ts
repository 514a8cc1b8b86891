import * as z from 'zod';
import { prefixOf } from './hsa-id.ts';
import { Problem } from './problem.ts';
import { organisationSayings } from './sayings/organisation-sayings.ts';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';

export const providerKind = z.enum(['region', 'municipality', 'private']);

/** Swedish county codes (länskoder): 01 Stockholm to 25 Norrbotten, with the gaps history left. */
export const county = z
  .string()
  .regex(/^(0[13-9]|1[02-47-9]|2[0-5])$/, told(textSayings['county-form']))
  .meta({ description: 'County code (länskod)', example: '12' });

/**
 * A care provider (vårdgivare), the data controller (ORG-1). Regions and municipalities lie in a county and are connected by a service
 * agreement; a private provider uses the platform through an agreement with a region that is (ORG-2).
 */
export const provider = z.object({
  hsaId: z.string(),
  name: z.string(),
  kind: providerKind,
  organisationNumber: z.string(),
  county: county.optional(),
});
export type Provider = z.infer<typeof provider>;

/**
 * What connects a region or a municipality (tjänsteavtal), the agreement on processing personal data for it included (ORG-2). In force
 * from `validFrom` until, and not at, `validTo`.
 */
export const serviceAgreement = z.object({
  provider: z.string(),
  reference: z.string(),
  /** Reference of the processor agreement (personuppgiftsbiträdesavtal). */
  processorAgreement: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime().optional(),
});
export type ServiceAgreement = z.infer<typeof serviceAgreement>;

/** A private provider’s agreement (avtal) with a region (ORG-2). In force from `validFrom` until, and not at, `validTo`. */
export const agreement = z.object({
  provider: z.string(),
  region: z.string(),
  reference: z.string(),
  /** Reference of the region’s service agreement, whose terms it mirrors. */
  serviceAgreement: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime().optional(),
});
export type Agreement = z.infer<typeof agreement>;

/** Posted to all units of a provider (ORG-10); shown from `visibleFrom` until, and not at, `visibleTo`. */
export const informationMessage = z.object({
  provider: z.string(),
  messageId: z.string(),
  text: z.string(),
  visibleFrom: z.iso.datetime(),
  visibleTo: z.iso.datetime().optional(),
  postedBy: z.string(),
  /** A withdrawn one is kept, and shown on no unit. */
  state: z.enum(['posted', 'withdrawn']),
});
export type InformationMessage = z.infer<typeof informationMessage>;

type Validity = Pick<ServiceAgreement, 'validFrom' | 'validTo'>;

export const isInForce = ({ validFrom, validTo }: Validity, now: string): boolean =>
  validFrom <= now && (validTo === undefined || validTo > now);

/** A private provider is connected through an agreement with a region. */
export const assertHasServiceAgreement = ({ kind }: Pick<Provider, 'kind'>): void => {
  if (kind === 'private') throw new Problem('connected-through-region');
};

/** What a region that hands out the service and makes agreements stands on: its county, and the service agreement in force. */
export const assertConnectedRegion = (
  { kind, county }: Provider,
  service: ServiceAgreement | undefined,
  now: string,
): { county: string; service: ServiceAgreement } => {
  const isConnected = service !== undefined && isInForce(service, now);
  if (kind !== 'region' || county === undefined || !isConnected) throw new Problem('provider-not-connected');
  return { county, service };
};

/** A private provider’s agreement ends no later than the service agreement of its region, whose terms it mirrors (ORG-2). */
export const assertNotOutliving = (
  { validTo }: Pick<Agreement, 'validTo'>,
  { validTo: until }: Pick<ServiceAgreement, 'validTo'>,
): void => {
  if (until === undefined || (validTo !== undefined && validTo <= until)) return;
  throw new Problem('agreement-outlives-region', [
    { pointer: '/body/validTo', ...organisationSayings['agreement-outlives'](until) },
  ]);
};

/**
 * Whose units a region hands out to (ORG-3): its own, those of municipalities in its county, and those of private providers, whose
 * agreement is demanded as it is written.
 */
export const assertMayBeGiven = (owner: Provider, region: Provider): void => {
  const isTheirs = {
    region: owner.hsaId === region.hsaId,
    municipality: owner.county !== undefined && owner.county === region.county,
    private: true,
  };
  if (!isTheirs[owner.kind]) throw new Problem('role-missing');
};

/** An HSA-id is its owner’s, whose organisation number it begins with: of one who is none of these it is refused. */
export const assertOwnHsaId = (hsaId: string, owners: readonly Provider[]): void => {
  const prefix = prefixOf(hsaId);
  const isTheirs = owners.some(
    (one) => prefix === prefixOf(one.hsaId) || prefix.endsWith(one.organisationNumber),
  );
  if (!isTheirs) throw new Problem('hsa-id-of-another');
};

export const isVisible = ({ state, visibleFrom, visibleTo }: InformationMessage, now: string): boolean =>
  state === 'posted' && visibleFrom <= now && (visibleTo === undefined || visibleTo > now);

/** A message ends after it has begun. */
export const assertVisibleFor = ({
  visibleFrom,
  visibleTo,
}: Pick<InformationMessage, 'visibleFrom' | 'visibleTo'>): void => {
  if (visibleTo === undefined || visibleTo > visibleFrom) return;
  throw new Problem('validation-failed', [
    { pointer: '/body/visibleTo', ...organisationSayings['not-later-than-shown'](visibleFrom) },
  ]);
};

/** One that was withdrawn is neither corrected nor withdrawn again. */
export const assertPosted = ({ state }: Pick<InformationMessage, 'state'>): void => {
  if (state !== 'posted') throw new Problem('illegal-state');
};
