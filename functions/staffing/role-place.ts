import { found } from '../../shared/domain/found.ts';
import type { ProviderKind } from '../../shared/domain/staffing.ts';
import type { RequestSubject } from '../../shared/http/use-case.ts';
import type { Stores } from '../../shared/persistence/stores.ts';

/** Where a role is held: on a unit, or on the provider itself where no unit is named. */
export interface Place {
  readonly provider: string;
  readonly unit?: string;
}

/** The log names whose role was touched, and which. */
export const subjectAt = (
  { provider, unit }: Place,
  touched?: { readonly staff: string; readonly role: string },
): RequestSubject => ({
  provider,
  ...(unit === undefined ? {} : { unit }),
  resource: touched ? { staff: touched.staff, role: touched.role } : {},
});

interface AskedAt {
  readonly params: { readonly providerId: string };
  readonly nationalManagement: string;
}

/** Kind of a registered provider, or `not-found`; the national management alone needs no registration. */
export const providerKind = async (
  { organisation }: Stores,
  { params: { providerId }, nationalManagement }: AskedAt,
): Promise<ProviderKind> =>
  providerId === nationalManagement
    ? 'national-management'
    : found(await organisation.provider(providerId)).value.kind;
