import { assertCaller, assertMethod } from '../auth/authorise.ts';
import type { Principal } from '../auth/principal.ts';
import { hasAssurance, principalOf } from '../auth/principal-of.ts';
import type { ClosedContract } from '../contract/contract.ts';
import { Problem } from '../domain/problem.ts';
import type { Runtime } from './runtime.ts';

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

/** The function checks the token itself: it can be invoked without the gateway (design.md, A request). */
export const authenticate = async (
  { verifyToken, personKeys }: Runtime,
  contract: ClosedContract,
  authorization: string | undefined,
): Promise<Authenticated> => {
  const verified = await verifyToken(bearer(authorization));
  const principal = principalOf(verified, personKeys);
  const barred = problemIn(() => {
    assertCaller(contract.caller, principal);
    if (!hasAssurance(verified)) throw new Problem('assurance-too-low');
    if (contract.caller === 'staff' && principal.kind === 'staff')
      assertMethod(contract.permission, principal);
  });
  return { principal, barred };
};
