import type { Person } from '../domain/person.ts';

/** Whom a verified staff token names. What they may do is read live, never taken from the token (ORG-6). */
export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly hsaId: string;
  /** The commission chosen at login; absent when the identity provider gave none. */
  readonly commission: string | undefined;
  readonly provider: string | undefined;
  /** Authentication methods (`amr`), translated by the issuer's configuration. */
  readonly methods: readonly ('siths' | 'sms-otp')[];
}

export interface ResidentPrincipal {
  readonly kind: 'resident';
  readonly person: Person;
}

export type Principal = StaffPrincipal | ResidentPrincipal;
