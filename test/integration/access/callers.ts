import { type Role, role } from '../../../shared/domain/role.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  login,
  loginResident,
  otherProvider,
  provider,
  residents,
  units,
} from '../../support/people.ts';
import { residentLoa3, residentToken, sign, staffIssuer, staffToken } from '../../support/tokens.ts';
import { nationalAdministrator, nationalManagement, type Sent, type World } from '../../support/world.ts';
import { type Caller, isInOwnMoments, type MatrixRow } from './outcomes.ts';

const weakly = { acr: 'http://id.sambi.se/loa/loa2' };

/** A member of staff made for one caller of one row, with a commission valid now, `C1`, and an expired one, `C2`. */
const employ = (world: World, hsaId: string, at: { provider: string; unit: string }): void => {
  const common = { ...at, purpose: 'Vård och behandling', validFrom: '2020-01-01T00:00:00Z' };
  world.registers.staff.set(hsaId, {
    ...{ hsaId, name: `Namn ${hsaId.slice(-4)}`, protected: false },
    commissions: [
      { ...common, hsaId: `${hsaId}C1` },
      { ...common, hsaId: `${hsaId}C2`, validTo: '2021-01-01T00:00:00Z' },
    ],
  });
};

interface Post {
  readonly role: Role;
  /** Absent where the role is the provider’s. */
  readonly unit?: string;
  readonly provider: string;
}

let employed = 0;

/** Employs somebody new in a post and logs them in; `claims` overrides. */
const logInAs = async (
  world: World,
  post: Post,
  { held = true, claims = {} }: { held?: boolean; claims?: Readonly<Record<string, unknown>> } = {},
): Promise<string> => {
  employed += 1;
  const hsaId = `TST5565594230-X${employed}`;
  employ(world, hsaId, { provider: post.provider, unit: post.unit ?? units.care });
  const assignment = { staff: hsaId, ...post, ...given };
  if (held) await world.have(entities.roleAssignment, assignment);
  const expired = claims['commissionHsaId'] === 'expired' ? { commissionHsaId: `${hsaId}C2` } : {};
  return staffToken({ hsaId, provider: post.provider, commission: `${hsaId}C1` }, { ...claims, ...expired });
};

const posts = (who: string, home: string): { right: Post; otherUnit: Post; otherProvider: Post } => {
  const [name, place] = who.split('@');
  const held = role.parse(name);
  return {
    right: { role: held, provider, ...(place === 'unit' ? { unit: home } : {}) },
    otherUnit: { role: held, provider, unit: units.otherCare },
    otherProvider: {
      role: held,
      provider: otherProvider,
      ...(place === 'unit' ? { unit: units.elsewhere } : {}),
    },
  };
};

const staffCaller = async (world: World, who: string, home: string, caller: Caller): Promise<string> => {
  const { right, otherUnit, otherProvider: there } = posts(who, home);
  switch (caller) {
    case 'weak':
      return logInAs(world, right, { claims: weakly });
    case 'unit':
      return logInAs(world, otherUnit);
    case 'provider':
      return logInAs(world, there);
    case 'withdrawn':
      return logInAs(world, right, { held: false });
    case 'expired':
      return logInAs(world, right, { claims: { commissionHsaId: 'expired' } });
    default:
      return logInAs(world, right);
  }
};

const nationalCaller = async (world: World, caller: Caller): Promise<string> => {
  const administrator = { hsaId: nationalAdministrator, provider: nationalManagement };
  switch (caller) {
    case 'weak':
      return staffToken(administrator, weakly);
    // Nobody holds it on a unit, and whoever the stage does not name holds it nowhere, whatever a row says.
    case 'unit':
      return logInAs(world, { role: 'national-admin', provider, unit: units.care });
    case 'provider':
      return logInAs(world, { role: 'national-admin', provider: nationalManagement });
    case 'withdrawn':
      return logInAs(world, { role: 'national-admin', provider }, { held: false });
    default:
      return staffToken(administrator);
  }
};

const residentCaller = async (world: World, caller: Caller): Promise<string> => {
  if (caller === 'rightful') return loginResident('approved');
  if (caller === 'weak') return residentToken(residents.approved, { acr: residentLoa3.replace('3', '2') });
  return staffCaller(world, 'practitioner@unit', units.care, caller);
};

/** The token and headers of a caller; the request itself is the row’s own. `home` is the unit the request is about. */
export const credentialsOf = async (
  world: World,
  row: MatrixRow,
  caller: Caller,
  home: string,
): Promise<Pick<Sent, 'token' | 'headers'>> => {
  const { who } = row;
  // Whom every moment of the scene names as the practitioner responsible.
  if (caller === 'rightful' && isInOwnMoments(row)) return { token: await login('practitioner') };
  if (caller === 'none') return { token: undefined };
  if (caller === 'issuer') return { token: await sign(staffIssuer, { iss: 'https://elsewhere.test' }) };
  if (caller === 'thirteen')
    return { token: await loginResident('guardian'), headers: { 'Acting-For': residents.teenager } };
  if (caller === 'revoked')
    return { token: await loginResident('proxy'), headers: { 'Acting-For': residents.approved } };
  const isResidents = who === 'resident';
  if (caller === 'kind')
    return {
      token: isResidents
        ? await staffCaller(world, 'practitioner@unit', home, 'rightful')
        : await loginResident('approved'),
    };
  if (isResidents) return { token: await residentCaller(world, caller) };
  if (who === 'national-admin') return { token: await nationalCaller(world, caller) };
  return { token: await staffCaller(world, who === 'anyone' ? 'practitioner@unit' : who, home, caller) };
};
