import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import type { DirectoryPerson } from '../../../shared/domain/directory-person.ts';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { readBody } from '../api/read-body.ts';
import { type EnterPerson, entries } from './enter-person.ts';
import type { KnownPeople } from './known-people.ts';
import { type LookUp, lookUps } from './lookup-request.ts';
import {
  type Behaviour,
  createBehaviour,
  garbage,
  type RegisterMode,
  registerMode,
} from './register-mode.ts';

/** Both registers of shared/registers/README.md on one port of loopback. */
export interface LocalRegisters extends KnownPeople {
  readonly personRegisterUrl: string;
  readonly staffDirectoryUrl: string;
  /** Both registers, until told otherwise. Also `PUT /behaviour {"mode":"hang"}`, without a key. */
  behave(mode: RegisterMode): void;
  /** Lookups that hang are cut off. */
  stop(): Promise<void>;
}

interface Registers {
  readonly key: string;
  readonly behaviour: Behaviour;
  readonly lookUps: ReadonlyMap<string, LookUp>;
  readonly entries: ReadonlyMap<string, EnterPerson>;
}

const behaviourRequest = json.pipe(z.strictObject({ mode: registerMode }));

const textOf = async (request: IncomingMessage): Promise<string> =>
  (await readBody(request))?.toString('utf8') ?? '';

const send = (response: ServerResponse, status: number, content: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
};

const say = (response: ServerResponse, people: readonly object[], { answering }: Behaviour, turn: number) =>
  answering().then((mode) => {
    switch (mode) {
      case 'well':
        return send(response, 200, { people });
      case 'error':
        return send(response, 500, { error: 'Told to' });
      case 'slow-body':
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"people":[');
        return;
      case 'garbage': {
        const { type, body } = garbage[turn % garbage.length] ?? garbage[0];
        response.writeHead(200, { 'content-type': type }).end(body);
      }
    }
  });

/** What a register is told, where it is told anything: how to behave, or something of a person. Without a key. */
const answerToBeingTold = (
  { behaviour, entries: ways }: Registers,
  url: string,
  body: string,
): readonly [status: number, answer: object] | undefined => {
  if (url === '/behaviour') {
    const asked = behaviourRequest.safeParse(body);
    if (!asked.success) return [400, { error: z.prettifyError(asked.error) }];
    behaviour.behave(asked.data.mode);
    return [200, { mode: behaviour.now() }];
  }
  const entered = ways.get(url)?.(body);
  return entered && ['error' in entered ? 400 : 200, entered];
};

const listener = (registers: Registers) => {
  const { key, behaviour, lookUps: byPath } = registers;
  let turn = 0;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '', headers } = request;
    const body = await textOf(request);
    const told = method === 'PUT' ? answerToBeingTold(registers, url, body) : undefined;
    if (told) return send(response, ...told);
    const lookUp = byPath.get(url);
    if (method !== 'POST' || !lookUp) return send(response, 404, { error: 'No such register' });
    if (headers.authorization !== `Bearer ${key}`) return send(response, 401, { error: 'Wrong key' });
    const people = lookUp(body);
    if (!people) return send(response, 400, { error: 'At most 100 ids, each of this register’s kind' });
    turn += 1;
    await say(response, people, behaviour, turn);
  };
};

/** Starts both on 127.0.0.1; port 0 takes a free one. */
export const startRegisters = async (options: {
  port: number;
  key: string;
  persons: Iterable<RegisteredPerson>;
  staff: Iterable<DirectoryPerson>;
}): Promise<LocalRegisters> => {
  const persons = new Map([...options.persons].map((one) => [one.personnummer, one]));
  const staff = new Map([...options.staff].map((one) => [one.hsaId, one]));
  const known = { persons, staff };
  const behaviour = createBehaviour();
  const handle = listener({ key: options.key, behaviour, lookUps: lookUps(known), entries: entries(known) });
  const server = createServer((request, response) => {
    // A caller that gave up meanwhile is no fault of ours.
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    personRegisterUrl: `${at}/person-register`,
    staffDirectoryUrl: `${at}/staff-directory`,
    ...known,
    behave: behaviour.behave,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
