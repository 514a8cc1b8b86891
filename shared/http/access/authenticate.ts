import { assertCaller, assertMethod } from '../../auth/authorise.ts';
import type { PersonKeys } from '../../auth/person-keys.ts';
import type { Principal } from '../../auth/principal.ts';
import { hasAssurance, principalOf } from '../../auth/principal-of.ts';
import type { ClosedContract } from '../../contract/contract.ts';
import { Problem } from '../../domain/problem.ts';
import { type Held, outcomeOf } from '../held.ts';
import type { Runtime } from '../runtime.ts';

/** A caller whose token holds, with the problem that bars them from this route, if any: known, so it can be logged. */
interface Authenticated {
  readonly principal: Principal;
  readonly barred: Problem | undefined;
}

const bearer = (header: string | undefined): string => {
  const token = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(header ?? '')?.[1];
  if (!token) throw new Problem(header === undefined ? 'token-missing' : 'token-invalid');
  return token;
};

const problemIn = (check: () => void): Problem | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

/** Names whose data is asked for; on residents’ routes alone. Whether that is allowed is decided later, and logged. */
const actingFor = (
  principal: Principal,
  personKeys: PersonKeys,
  named: string | undefined,
): Held<Principal> => {
  if (principal.kind !== 'resident' || named === undefined) return { value: principal };
  try {
    return { value: { ...principal, resident: personKeys.identify(named) } };
  } catch (error) {
    return { error };
  }
};

type Headers = Readonly<Record<string, string | undefined>>;

/** The function checks the token itself: it can be invoked without the gateway. */
export const authenticate = async (
  { verifyToken, personKeys, careWithoutCard }: Runtime,
  contract: ClosedContract,
  headers: Headers,
): Promise<Authenticated> => {
  const verified = await verifyToken(bearer(headers['authorization']));
  const alone = principalOf(verified, personKeys);
  const barred = problemIn(() => {
    assertCaller(contract.caller, alone);
    if (!hasAssurance(verified)) throw new Problem('assurance-too-low');
    if (contract.caller === 'staff' && alone.kind === 'staff')
      assertMethod(contract.permission, alone, careWithoutCard);
  });
  const acting = actingFor(alone, personKeys, headers['acting-for']);
  // Whoever is barred hears that, whatever else is wrong.
  if (barred && 'error' in acting) return { principal: alone, barred };
  return { principal: outcomeOf(acting), barred };
};
