import * as z from 'zod';
import { region } from '../../stages/region.ts';
import type { Emulator } from './start-emulator.ts';

interface Asked {
  readonly service: 'cloudformation' | 'lambda' | 'secretsmanager';
  readonly path: string;
  /** As JSON, unless it is a form. */
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As the account's root: the emulator reads of a signature only who it says it is. A client of the SDK for each service would be a package more. */
const ask = async (
  { endpoint, environment }: Emulator,
  { service, path, body, headers }: Asked,
): Promise<unknown> => {
  const scope = `${environment['AWS_ACCESS_KEY_ID']}/20260101/${region}/${service}/aws4_request`;
  const answer = await fetch(`${endpoint}${path}`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      ...headers,
    },
    body: body instanceof URLSearchParams ? body : JSON.stringify(body),
  });
  const content: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || answer.headers.has('x-amz-function-error'))
    throw new Error(`${service} ${path} answered ${answer.status}: ${JSON.stringify(content)}`);
  return content;
};

/** So that a stack whose first deployment failed can be removed. Throws where there is none. */
export const unprotect = async (emulator: Emulator, stackName: string): Promise<void> => {
  const Action = 'UpdateTerminationProtection';
  const body = new URLSearchParams({ Action, StackName: stackName, EnableTerminationProtection: 'false' });
  await ask(emulator, { service: 'cloudformation', path: '/', body });
};

/** Waits for what it answers. Throws where it fails. */
export const invoke = (emulator: Emulator, functionName: string, event: unknown): Promise<unknown> =>
  ask(emulator, {
    service: 'lambda',
    path: `/2015-03-31/functions/${functionName}/invocations`,
    body: event as object,
  });

const askSecrets = (emulator: Emulator, operation: string, body: object): Promise<unknown> =>
  ask(emulator, {
    ...{ service: 'secretsmanager', path: '/', body },
    headers: { 'x-amz-target': `secretsmanager.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
  });

const listed = z.object({ SecretList: z.array(z.object({ Name: z.string() })) });
const told = z.object({ SecretString: z.string() });

/** The secret of that construct; CloudFormation puts more after the name. */
export const secretOf = async (emulator: Emulator, construct: string): Promise<string> => {
  const { SecretList } = listed.parse(await askSecrets(emulator, 'ListSecrets', {}));
  const name = SecretList.find(({ Name }) => Name.includes(construct))?.Name;
  return told.parse(await askSecrets(emulator, 'GetSecretValue', { SecretId: name })).SecretString;
};
