import type { ResidentPrincipal } from '../auth/principal.ts';
import type { RequestSubject } from './use-case.ts';

interface Asking {
  readonly caller: ResidentPrincipal;
  readonly nationalManagement: string;
}

/**
 * What is about a resident alone and lies at no care provider, for it may span several. What a guardian or proxy does with it is
 * filed with national management, whose auditors then see it.
 */
export const ownSubject = (
  { caller: { resident }, nationalManagement }: Asking,
  resource: Readonly<Record<string, string>> = {},
): RequestSubject => ({ provider: nationalManagement, patient: resident, resource });
