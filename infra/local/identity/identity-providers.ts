import { AssertionError } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { Events, type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import * as z from 'zod';
import type { Issuer } from '../../../shared/auth/issuer-settings.ts';
import { json } from '../../../shared/config/json.ts';
import { keptFile } from '../process/kept-file.ts';
import { type LocalSettings, pathIn } from '../process/settings.ts';
import { isPersona, personas } from './personas.ts';

const tokenRequest = z.object({
  persona: z.string().refine(isPersona, 'Must be a persona'),
  claims: json.pipe(z.record(z.string(), z.unknown())).default({}),
});

/** The server answers 400 to this kind of error alone, with the message as `detail`. */
const refusal = (message: string): Error => new AssertionError({ message });

/** Makes the token the persona's; a claim set to null is left out, so that refusals can be tried. */
const dress = (token: MutableToken, { kind, audience }: Issuer, body: unknown): void => {
  const asked = tokenRequest.safeParse(body);
  if (!asked.success) throw refusal(z.prettifyError(asked.error));
  const persona = personas[asked.data.persona];
  if (persona.kind !== kind) throw refusal(`${asked.data.persona} logs in at the other identity provider`);
  const { scope: _, ...issued } = token.payload;
  const claims = { ...issued, aud: audience, sub: randomUUID(), ...persona.claims, ...asked.data.claims };
  const kept = Object.entries(claims).filter(([, value]) => value !== null);
  token.payload = Object.fromEntries(kept) as MutableToken['payload'];
};

const startOne = async (settings: LocalSettings, kind: Issuer['kind']): Promise<OAuth2Server> => {
  const issuer = settings.issuers[kind];
  const [algorithm = 'RS256'] = issuer.algorithms;
  const server = new OAuth2Server();
  const { keys } = server.issuer;
  // Kept, so that a token outlives a restart.
  const key = await keptFile(pathIn(settings, 'identity-providers', `${kind}.json`), async () =>
    JSON.stringify(await keys.generate(algorithm)),
  );
  await keys.add(JSON.parse(key) as Record<string, unknown>);
  server.issuer.url = issuer.issuer;
  server.service.on(Events.BeforeTokenSigning, (token: MutableToken, request: { body: unknown }) =>
    dress(token, issuer, request.body),
  );
  await server.start(settings.ports[kind], '127.0.0.1');
  return server;
};

/**
 * One identity provider for staff and one for residents, on loopback. `POST /token` with the form fields `grant_type`
 * (`client_credentials`), `persona` and, as JSON, `claims` gives a token without asking for a password.
 */
export const startIdentityProviders = async (settings: LocalSettings): Promise<{ stop(): Promise<void> }> => {
  const staff = await startOne(settings, 'staff');
  try {
    const resident = await startOne(settings, 'resident');
    return {
      async stop() {
        await Promise.all([staff.stop(), resident.stop()]);
      },
    };
  } catch (error) {
    await staff.stop();
    throw error;
  }
};
