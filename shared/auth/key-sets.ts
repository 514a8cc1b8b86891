import type { Issuer } from './issuer-settings.ts';

/** A JSON Web Key as the refresher has stored it: public members only, with a `kid`. */
export type StoredKey = { kid: string; kty: string } & { [member: string]: string };

/** An issuer's public keys (RFC 7517) and when they were fetched from it, as an ISO instant. */
export interface KeySet {
  readonly issuer: string;
  readonly keys: readonly StoredKey[];
  readonly fetchedAt: string;
}

/** Where functions find the keys: they have no way to the internet (SEC-3), a refresher puts them there. */
export interface KeySetSource {
  keySet(issuer: Issuer['issuer']): Promise<KeySet | undefined>;
}
