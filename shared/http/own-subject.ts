import type { ResidentPrincipal } from '../auth/principal.ts';
import type { RequestSubject } from './use-case.ts';

/** What is about a resident alone and lies at no provider, for it may span several. */
export const ownSubject = (
  { resident }: ResidentPrincipal,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ provider: 'none', patient: resident, resource });
