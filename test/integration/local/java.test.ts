import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JavaMissing, withJava } from '../../../infra/local/data/java.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'java-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A `java` in a folder of its own that says so of itself. */
const javaThatSays = async (said: string): Promise<string> => {
  const home = join(directory, `${Math.random()}`);
  await mkdir(join(home, 'bin'), { recursive: true });
  const file = join(home, 'bin', 'java');
  await writeFile(file, `#!/bin/sh\necho '${said}' >&2\n`);
  await chmod(file, 0o755);
  return home;
};
const version = (number: string) => javaThatSays(`openjdk version "${number}" 2025-04-15`);
const onPath = (home: string): NodeJS.ProcessEnv => ({ PATH: join(home, 'bin') });

describe('the Java that DynamoDB Local runs on', () => {
  it.each(['17', '17.0.15', '21-ea', '25.0.1'])('may be %s', async (number) => {
    const environment = onPath(await version(number));
    expect(await withJava(environment)).toEqual(environment);
  });

  it.each([
    ['1.8.0_392', 'Java 8'],
    ['11.0.2', 'Java 11'],
    ['16', 'Java 16'],
  ])('may not be %s, and is told by name', async (number, name) => {
    const looking = withJava(onPath(await version(number)));
    await expect(looking).rejects.toThrow(JavaMissing);
    await expect(looking).rejects.toThrow(`on the PATH is ${name}.`);
  });

  it('is JAVA_HOME’s before the PATH’s', async () => {
    const [home, other] = [await version('21.0.1'), await version('11.0.2')];
    const { PATH } = await withJava({ ...onPath(other), JAVA_HOME: home });
    expect(PATH?.startsWith(join(home, 'bin'))).toBe(true);
    const looking = withJava({ ...onPath(home), JAVA_HOME: other });
    await expect(looking).rejects.toThrow(`in JAVA_HOME, which is ${other} is Java 11`);
  });

  it('is not looked for elsewhere where JAVA_HOME leads nowhere', async () => {
    const looking = withJava({ ...onPath(await version('21')), JAVA_HOME: join(directory, 'gone') });
    await expect(looking).rejects.toThrow('there is no `java` in JAVA_HOME');
  });

  it('is none where it only says that there is none, as on macOS', async () => {
    const looking = withJava(onPath(await javaThatSays('Unable to locate a Java Runtime.')));
    await expect(looking).rejects.toThrow(JavaMissing);
  });
});

/** Runs as npm does, where `node` is at hand and `java` is not. */
const run = (file: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const env = { PATH: directory, LOCAL_DIRECTORY: join(directory, 'data') };
    execFile(process.execPath, [file], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });

describe.each([
  ['npm start', 'infra/local/start.ts'],
  ['npm test', 'infra/local/check-java.ts'],
])('%s without Java', (_, file) => {
  it('says a line for each platform and nothing else, and starts nothing', async () => {
    const { code, said } = await run(file);
    expect(code).toBe(1);
    const [first, ...lines] = said.trimEnd().split('\n');
    expect(first).toContain('there is no `java` on the PATH');
    expect(lines.map((line) => line.trim().split(/\s{2,}/)[0])).toEqual([
      ...['Debian, Ubuntu', 'Fedora', 'macOS', 'Windows'],
    ]);
  });
});
