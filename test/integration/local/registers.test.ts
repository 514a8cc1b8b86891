import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterMode } from '../../../infra/local/registers/register-mode.ts';
import { type LocalRegisters, startRegisters } from '../../../infra/local/registers/registers-server.ts';
import { directoryPerson } from '../../../shared/domain/directory-person.ts';
import { type RegisteredPerson, registeredPerson } from '../../../shared/domain/registered-person.ts';

const key = 'the key of the tests';
const number = '199005082392';
const hsaId = 'TST5565594230-PRA1';
const resident: RegisteredPerson = {
  personnummer: number,
  name: 'Britta Lundmossen',
  birthDate: '1990-05-08',
  registeredInSweden: true,
  deceased: false,
  protected: false,
  test: false,
  custody: [],
  children: [],
  earlierNumbers: [],
};
const practitioner = { hsaId, name: 'Petra Raskmark', protected: false, commissions: [] };

let registers: LocalRegisters;

beforeEach(async () => {
  registers = await startRegisters({ port: 0, key, persons: [resident], staff: [practitioner] });
});

afterEach(() => registers.stop());

const post = (url: string, body: string, authorization = `Bearer ${key}`, within = 2000) =>
  fetch(`${url}/lookup`, {
    method: 'POST',
    headers: { authorization },
    body,
    signal: AbortSignal.timeout(within),
  });

const lookUp = (body: object, url = registers.personRegisterUrl) => post(url, JSON.stringify(body));

const peopleIn = async (answer: Response) => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  return ((await answer.json()) as { people: unknown[] }).people;
};

describe('a lookup', () => {
  test('gives those the person register knows, each once, and leaves the others out', async () => {
    const people = await peopleIn(await lookUp({ numbers: ['199605032383', number, number] }));
    expect(people.map((one) => registeredPerson.parse(one))).toEqual([resident]);
  });

  test('gives those the staff directory knows', async () => {
    const people = await peopleIn(
      await lookUp({ hsaIds: [hsaId, 'TST5565594230-NON1'] }, registers.staffDirectoryUrl),
    );
    expect(people.map((one) => directoryPerson.parse(one))).toEqual([practitioner]);
  });

  test('finds what has been entered, changed and taken out since the start', async () => {
    registers.persons.set(number, { ...resident, protected: true });
    expect(await peopleIn(await lookUp({ numbers: [number] }))).toEqual([{ ...resident, protected: true }]);
    registers.persons.delete(number);
    expect(await peopleIn(await lookUp({ numbers: [number] }))).toEqual([]);
  });

  test('asks for at most a hundred', async () => {
    const many = (count: number) => ({ numbers: Array.from({ length: count }, () => number) });
    expect((await lookUp(many(100))).status).toBe(200);
    expect((await lookUp(many(101))).status).toBe(400);
  });

  test.each([
    '',
    '[',
    'null',
    '{}',
    `{"numbers":"${number}"}`,
    `{"numbers":["${number}"],"why":"curious"}`,
    `{"hsaIds":["${hsaId}"]}`,
    '{"numbers":["9005082392"]}',
  ])('of the person register is refused as %j', async (body) => {
    expect((await post(registers.personRegisterUrl, body)).status).toBe(400);
  });

  test.each(['', 'Bearer', 'Bearer another key', `Basic ${key}`, key])(
    'with the authorization %j is refused, whatever the mode',
    async (authorization) => {
      const asked = () => post(registers.personRegisterUrl, `{"numbers":["${number}"]}`, authorization);
      expect((await asked()).status).toBe(401);
      registers.behave('hang');
      expect((await asked()).status).toBe(401);
    },
  );

  test('is made by POST at the two paths and nowhere else', async () => {
    expect((await fetch(`${registers.personRegisterUrl}/lookup`)).status).toBe(404);
    expect((await post(`${registers.personRegisterUrl}/x`, '{}')).status).toBe(404);
  });
});

describe('a register that is told something of a person', () => {
  const tell = async (url: string, body: string) => {
    const answer = await fetch(url, { method: 'PUT', body });
    return { status: answer.status, body: (await answer.json()) as { person?: unknown; error?: string } };
  };

  test('puts it over what it knows, and says how they stand there now', async () => {
    const told = await tell(registers.personRegisterUrl, `{"personnummer":"${number}","protected":true}`);
    expect(told).toEqual({ status: 200, body: { person: { ...resident, protected: true } } });
    expect(await peopleIn(await lookUp({ numbers: [number] }))).toEqual([{ ...resident, protected: true }]);
  });

  test('takes away what is null, and enters whom it did not know', async () => {
    await tell(registers.personRegisterUrl, `{"personnummer":"${number}","county":"12"}`);
    await tell(registers.personRegisterUrl, `{"personnummer":"${number}","county":null}`);
    const newcomer = { ...practitioner, hsaId: 'TST5565594230-NEW1' };
    await tell(registers.staffDirectoryUrl, JSON.stringify(newcomer));
    expect(await peopleIn(await lookUp({ numbers: [number] }))).toEqual([resident]);
    const asking = { hsaIds: [newcomer.hsaId] };
    expect(await peopleIn(await lookUp(asking, registers.staffDirectoryUrl))).toEqual([newcomer]);
  });

  test.each([
    ['', 'JSON'],
    ['[]', 'record'],
    ['{"protected":true}', 'personnummer'],
    [`{"personnummer":"${number}","dead":true}`, 'dead'],
    [`{"personnummer":"${number}","deceased":"yes"}`, 'deceased'],
    ['{"personnummer":"199605032383","name":"Ebbe"}', 'birthDate'],
  ])('is told what is wrong with %j, and knows what it knew', async (body, said) => {
    const { status, body: answer } = await tell(registers.personRegisterUrl, body);
    expect(status).toBe(400);
    expect(answer.error).toContain(said);
    expect(await peopleIn(await lookUp({ numbers: [number, '199605032383'] }))).toEqual([resident]);
  });
});

const asked = (within = 300) => post(registers.personRegisterUrl, '{"numbers":[]}', undefined, within);
const outcome = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: Error) => error.name,
  );

describe('a register that is told to', () => {
  test('hang does not answer, until it is told otherwise', async () => {
    registers.behave('hang');
    expect(await outcome(asked())).toBe('TimeoutError');
    const late = asked(2000);
    await wait(100);
    registers.behave('well');
    expect(await peopleIn(await late)).toEqual([]);
  });

  test('send garbage sends another’s page, and JSON of another shape', async () => {
    registers.behave('garbage');
    const answers = await Promise.all([asked(), asked(), asked()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(bodies.toSorted()).toEqual([
      expect.stringMatching(/^<html>/),
      expect.stringMatching(/^\{"people":/),
      '{"result":null}',
    ]);
  });

  test('fail answers 500', async () => {
    registers.behave('error');
    expect((await asked()).status).toBe(500);
  });

  test('be slow sends its headers at once and its body never', async () => {
    registers.behave('slow-body');
    const answer = await asked();
    expect(answer.status).toBe(200);
    expect(await outcome(answer.text())).toBe('TimeoutError');
  });

  test('behave does so again after each of the others', async () => {
    for (const mode of ['hang', 'garbage', 'error', 'slow-body'] as const) {
      registers.behave(mode);
      await outcome(asked(50).then((answer) => answer.text()));
      registers.behave('well');
      expect(await peopleIn(await asked())).toEqual([]);
    }
  });

  const put = (body: string) =>
    fetch(registers.personRegisterUrl.replace('person-register', 'behaviour'), { method: 'PUT', body });

  test('behave otherwise can be told over HTTP', async () => {
    expect((await put('{"mode":"error"}')).status).toBe(200);
    expect((await asked()).status).toBe(500);
  });

  test.each(['', '{"mode":"sulk"}', '{"mode":"well","for":"ever"}'])(
    'behave as %j is not impressed',
    async (body) => {
      expect((await put(body)).status).toBe(400);
      expect((await asked()).status).toBe(200);
    },
  );
});

test.each(['hang', 'slow-body'] satisfies RegisterMode[])(
  'stopping cuts off what is unanswered under %s',
  async (mode) => {
    registers.behave(mode);
    const unanswered = outcome(asked(10_000).then((answer) => answer.text()));
    await wait(100);
    const began = performance.now();
    await registers.stop();
    expect(await unanswered).toBe('TypeError');
    expect(performance.now() - began).toBeLessThan(500);
    registers = await startRegisters({ port: 0, key, persons: [], staff: [] });
  },
);
