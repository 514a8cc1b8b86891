import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { createPersonRegister } from '../../../shared/registers/person-register.ts';
import { createStaffDirectory } from '../../../shared/registers/staff-directory.ts';
import { registered, residents } from '../../support/people.ts';

const key = 'a key of the tests, long enough';
const number = residents.approved;
let server: Server | undefined;
let asked = 0;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const listen = async (handle: RequestListener): Promise<string> => {
  asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    handle(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const registerThat = async (handle: RequestListener) =>
  createPersonRegister({ url: await listen(handle), key });

const saying =
  (people: readonly object[]): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ people }));

/** Elsewhere answers well, and about the right person: only that it is elsewhere is wrong. */
const redirected: RequestListener = (request, response) =>
  request.url === '/elsewhere'
    ? saying([registered(number)])(request, response)
    : response.writeHead(307, { location: '/elsewhere' }).end();

const code = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );

const without = (field: keyof RegisteredPerson): object => {
  const { [field]: _, ...rest } = registered(number);
  return rest;
};

describe('ID-4 ID-6 ID-9 the person register fails closed', () => {
  it('asks with the key, in the body, never in the address', async () => {
    let seen: unknown;
    const register = await registerThat((request, response) => {
      seen = { url: request.url, authorization: request.headers.authorization };
      saying([registered(number)])(request, response);
    });
    expect(await register.person(number)).toEqual(registered(number));
    expect(seen).toEqual({ url: '/lookup', authorization: `Bearer ${key}` });
  });

  it.each<[string, RequestListener]>([
    ['about somebody else', saying([registered(residents.guardian)])],
    ['twice about one', saying([registered(number, { protected: true }), registered(number)])],
    ['without a list', (_, response) => response.end('{}')],
    ['that is no JSON', (_, response) => response.end('<html>')],
    ['of 204', (_, response) => response.writeHead(204).end()],
    ['from elsewhere', redirected],
    ...(['protected', 'test', 'registeredInSweden', 'deceased', 'custody', 'birthDate'] as const).map(
      (field): [string, RequestListener] => [`without ${field}`, saying([without(field)])],
    ),
    ['with protection as text', saying([{ ...registered(number), protected: 'false' }])],
  ])('takes an answer %s for none', async (_, handle) => {
    const register = await registerThat(handle);
    expect(await code(register.person(number))).toBe('register-unavailable');
    const shown = await register.shown([{ key: 'k', personnummer: number }], ({ key }) => key);
    expect(shown.get('k')).toEqual({ protected: true, id: 'k' });
  });

  it('quotes nothing of what it could not read', async () => {
    const register = await registerThat((_, response) => response.end(`{"name":Selma Skyddad ${number}}`));
    const error: unknown = await register.person(number).catch((caught: unknown) => caught);
    const { cause } = error as Error;
    expect(`${(cause as Error).stack}`).not.toMatch(/Selma|Skyddad|1990/);
  });

  it('shows more people than one lookup takes, each once', async () => {
    const register = await registerThat(saying([]));
    const many = Array.from({ length: 201 }, (_, at) => ({ key: `k${at}`, personnummer: String(at) }));
    expect((await register.shown(many, ({ key }) => key)).size).toBe(201);
    expect(asked).toBe(3);
  });

  it('does not know whom the register leaves out', async () => {
    const register = await registerThat(saying([]));
    expect(await register.person(number)).toBeUndefined();
  });

  it('tries a lost connection once more', async () => {
    const register = await registerThat((request, response) => {
      if (asked === 1) request.socket.destroy();
      else saying([registered(number)])(request, response);
    });
    expect(await register.person(number)).toEqual(registered(number));
    expect(asked).toBe(2);
  });

  it('leaves a register alone that failed five times in a row', async () => {
    const register = await registerThat((_, response) => response.writeHead(500).end());
    for (let time = 0; time < 5; time += 1)
      expect(await code(register.person(number))).toBe('register-unavailable');
    const before = asked;
    expect(await code(register.person(number))).toBe('register-unavailable');
    expect(asked).toBe(before);
  });

  it('asks for at most a hundred at a time, each once, and not at all for nobody', async () => {
    const register = await registerThat(saying([registered(number)]));
    await register.people([number, number]);
    expect(asked).toBe(1);
    await register.people([]);
    expect(asked).toBe(1);
    const many = Array.from({ length: 101 }, (_, at) => String(at));
    await expect(register.people(many)).rejects.toThrow('At most 100');
  });
});

describe('ID-3 ID-10 the staff directory', () => {
  const hsaId = 'TST5565594230-PRA1';
  const person = { hsaId, name: 'Petra', protected: false, commissions: [] };

  it('is asked again when a minute has passed, and not before', async () => {
    let now = 0;
    const url = await listen(saying([person]));
    const directory = createStaffDirectory({ url, key }, () => now);
    await directory.person(hsaId);
    now = 59_999;
    expect(await directory.person(hsaId)).toEqual(person);
    expect(asked).toBe(1);
    now = 60_000;
    await directory.person(hsaId);
    expect(asked).toBe(2);
  });

  it('does not keep that somebody is unknown', async () => {
    const directory = createStaffDirectory({ url: await listen(saying([])), key }, () => 0);
    expect(await directory.person(hsaId)).toBeUndefined();
    expect(await directory.person(hsaId)).toBeUndefined();
    expect(asked).toBe(2);
  });

  it('is asked again where what is kept does not suffice, and then keeps what it says', async () => {
    const directory = createStaffDirectory({ url: await listen(saying([person])), key }, () => 0);
    await directory.person(hsaId);
    expect(await directory.person(hsaId, () => false)).toEqual(person);
    expect(asked).toBe(2);
    await directory.person(hsaId, () => true);
    expect(asked).toBe(2);
  });

  it('names only those who are not protected, and nobody when it does not answer', async () => {
    const hidden = { ...person, hsaId: 'TST5565594230-PRA2', protected: true };
    const directory = createStaffDirectory({ url: await listen(saying([person, hidden])), key }, () => 0);
    expect(await directory.named([hsaId, hidden.hsaId])).toEqual(new Map([[hsaId, 'Petra']]));
    server?.closeAllConnections();
    server?.close();
    const silent = createStaffDirectory({ url: 'http://127.0.0.1:9', key }, () => 0);
    expect(await silent.named([hsaId])).toEqual(new Map());
  });
});
