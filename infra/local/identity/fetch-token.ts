import * as z from 'zod';
import { readSettings } from '../process/settings.ts';
import { type PersonaName, personas } from './personas.ts';

/** Claims to set beside or instead of the persona's own; null takes one away. */
export type ClaimOverrides = Readonly<Record<string, unknown>>;

/** The message says what to do; show it alone. */
export class TokenNotIssued extends Error {
  override readonly name = 'TokenNotIssued';
}

const issued = z.object({ access_token: z.string() });
const refused = z.object({ detail: z.string() });

/** Asks the running identity provider; throws `TokenNotIssued` when it is not running or refuses. */
export const fetchToken = async (persona: PersonaName, claims: ClaimOverrides = {}): Promise<string> => {
  const { kind } = personas[persona];
  const { issuer } = readSettings(process.env).issuers[kind];
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    persona,
    claims: JSON.stringify(claims),
  });
  const answer = await fetch(`${issuer}/token`, {
    ...{ method: 'POST', body },
    // The server may close a kept connection in the moment it is used again, where all of it runs in one busy process.
    headers: { connection: 'close' },
  }).catch((cause: unknown) => {
    throw new TokenNotIssued(
      `The identity provider does not answer at ${issuer}: start it with npm start, in another terminal; if it runs elsewhere, say the same ports here as there.`,
      { cause },
    );
  });
  const content: unknown = await answer.json().catch(() => undefined);
  const token = issued.safeParse(content);
  if (answer.ok && token.success) return token.data.access_token;
  const { detail } = refused.catch({ detail: `status ${answer.status}` }).parse(content);
  throw new TokenNotIssued(`The identity provider at ${issuer} gave no token: ${detail}`);
};
