import { type PersonaName, personas } from '../../../infra/local/identity/personas.ts';
import { residentIssuer, residentToken, sign, staffIssuer } from '../../support/tokens.ts';

/** Seconds; just under what the verifier allows, so that no login ends within a run. */
const lifetime = 3500;

const exp = () => Math.floor(Date.now() / 1000) + lifetime;

const kept = new Map<string, Promise<string>>();

const remembered = (who: string, make: () => Promise<string>): Promise<string> => {
  const token = kept.get(who) ?? make();
  kept.set(who, token);
  return token;
};

/** One of `npm start`'s personas, with a token signed here; made once, as a session has one. */
export const loginAs = (
  name: PersonaName,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  remembered(`${name} ${JSON.stringify(overrides)}`, () => {
    const { kind, claims } = personas[name];
    return sign(kind === 'staff' ? staffIssuer : residentIssuer, { ...claims, ...overrides, exp: exp() });
  });

export const loginOf = (personnummer: string): Promise<string> =>
  remembered(personnummer, () => residentToken(personnummer, { exp: exp() }));
