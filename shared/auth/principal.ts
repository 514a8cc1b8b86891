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

/** Who is logged in, `person`, and whose data they ask for, `resident`: the same, or the one named by `Acting-For` (ID-6, ID-7). */
export interface ResidentPrincipal {
  readonly kind: 'resident';
  readonly person: Person;
  readonly resident: Person;
}

export type Principal = StaffPrincipal | ResidentPrincipal;
