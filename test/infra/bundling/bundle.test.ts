import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bundle } from '../../../infra/bundling/bundle.ts';
import { bundleLimitOf } from '../../../infra/bundling/bundle-limit.ts';
import { functionSources } from '../../../infra/functions/function-source.ts';
import { createLocalTables } from '../../../infra/local/data/tables.ts';
import { routesAndTriggers, storing } from '../../../infra/rights/routes-and-triggers.ts';
import { stage } from '../synthesised.ts';

// Outside the tree, so that whatever a bundle left out is not found by chance in node_modules.
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const bundles = join(folder, 'bundles');
const sourceMaps = join(folder, 'source-maps');
const names = functionSources.map(({ name }) => name);
const fileOf = (name: string) => join(bundles, name, 'index.mjs');

/** In a Node of its own, as Lambda does it: the test runner's would rewrite the files first. */
const run = async (script: string, env: Record<string, string> = {}): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

let sizes: ReadonlyMap<string, number>;
beforeAll(async () => {
  ({ sizes } = await bundle(functionSources, { bundles, sourceMaps }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('every function', () => {
  test('is one file that loads by itself and has a handler', async () => {
    for (const name of names) expect(readdirSync(join(bundles, name))).toEqual(['index.mjs']);
    const loaded = await run(`const kinds = {};
      for (const name of ${JSON.stringify(names)})
        kinds[name] = typeof (await import(\`${bundles}/\${name}/index.mjs\`)).handler;
      console.log(JSON.stringify(kinds));`);
    expect(loaded).toEqual(Object.fromEntries(names.map((name) => [name, 'function'])));
  });

  const withS3 = storing(routesAndTriggers).map(({ name }) => name);

  test('is small, so that it starts fast, and smaller without S3’s client', () => {
    expect(sizes.size).toBe(names.length);
    expect(withS3.length).toBeGreaterThan(2);
    for (const [name, size] of sizes)
      expect(size, name).toSatisfy((bytes: number) => bytes > 0 && bytes < bundleLimitOf(name));
  });

  test('has S3’s client only if its row names storage', () => {
    const carrying = names.filter((name) => readFileSync(fileOf(name), 'utf8').includes('x-amz-copy-source'));
    expect(carrying.toSorted()).toEqual(withS3.toSorted());
  });

  test('has a source map, which is not uploaded with it and which it does not point to', () => {
    for (const name of names) {
      const map = JSON.parse(readFileSync(join(sourceMaps, name, 'index.mjs.map'), 'utf8')) as {
        sources: string[];
      };
      expect(map.sources.length).toBeGreaterThan(0);
      for (const source of map.sources.filter((one) => !one.includes(':') && !one.includes('node_modules')))
        expect(existsSync(join(sourceMaps, name, source)), source).toBe(true);
      expect(readFileSync(fileOf(name), 'utf8')).not.toContain('sourceMappingURL');
    }
  });
});

describe('a bundle speaks to AWS as Lambda runs it', () => {
  const keys = {
    AWS_ACCESS_KEY_ID: 'AKIDLAMBDA',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'session',
  };
  const heard: IncomingHttpHeaders[] = [];
  let relay: Server;
  let environment: Record<string, string>;

  beforeAll(async () => {
    const endpoint = inject('dynamoDbEndpoint');
    relay = createServer((asked, answer) => {
      heard.push(asked.headers);
      const { method, headers } = asked;
      asked.pipe(
        request(endpoint, { method, headers }, (got) => {
          answer.writeHead(got.statusCode ?? 500, got.headers);
          got.pipe(answer);
        }),
      );
    });
    await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
    const client = new DynamoDBClient({
      endpoint,
      region: stage.region,
      credentials: { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY },
    });
    const tables = await createLocalTables(client, inject('tables'), 'bundled-');
    environment = {
      AWS_REGION: stage.region,
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
      TABLE_ORGANISATION: tables.organisation,
      TABLE_MOMENTS: tables.moments,
      TABLE_INSTANCES: tables.instances,
      TABLE_ACTIVITIES: tables.activities,
      TABLE_AUDIT_LOG: tables.auditLog,
      ISSUERS: JSON.stringify(stage.issuers),
      PERSON_KEY_SECRET: 'a secret of the tests, long enough to be one',
      REGISTER_KEY: 'a key of the tests, long enough to be one',
      PERSON_REGISTER_URL: stage.registers.person.url,
      STAFF_DIRECTORY_URL: stage.registers.staff.url,
      NATIONAL_MANAGEMENT: stage.nationalManagement,
      NATIONAL_ADMINISTRATORS: stage.nationalAdministrators.join(','),
      CARE_WITHOUT_CARD: String(stage.careWithoutCard),
      MEDIA_LIMITS: JSON.stringify(stage.media.limits),
      ALLOWED_ORIGINS: stage.allowedOrigins.join(','),
    };
  });
  afterAll(() => relay.close());

  const askHealth = (env: Record<string, string>) =>
    run(
      `const { handler } = await import('${fileOf('getHealth')}');
       const event = { headers: {}, requestContext: { requestId: 'r' }, httpMethod: 'GET', path: '/health' };
       const { statusCode } = await handler(event, {});
       console.log(JSON.stringify(statusCode));`,
      env,
    );

  test('to DynamoDB with the role’s keys and session token from the environment', async () => {
    heard.length = 0;
    expect(await askHealth({ ...environment, ...keys })).toBe(200);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      authorization: expect.stringContaining(`Credential=${keys.AWS_ACCESS_KEY_ID}/`),
      'x-amz-security-token': keys.AWS_SESSION_TOKEN,
    });
  });

  test('and to S3: what no moment knows of is removed from quarantine, in that version, and from where it may have come', async () => {
    const asked: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders }[] = [];
    const s3 = createServer(({ method, url, headers }, answer) => {
      asked.push({ method, url, headers });
      answer.writeHead(204).end();
    });
    await new Promise<void>((listening) => s3.listen(0, '127.0.0.1', listening));
    const key = 'moments/0197f000-0000-7000-8000-000000000001/0197f000-0000-7000-8000-000000000002';
    await run(
      `const { handler } = await import('${fileOf('verifyUpload')}');
       await handler({ Records: [{ s3: { object: { key: '${key}', versionId: 'v1' } } }] });
       console.log('"done"');`,
      {
        ...{ ...environment, ...keys },
        AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(s3.address() as AddressInfo).port}`,
        MEDIA_QUARANTINE_BUCKET: 'quarantine',
        MEDIA_PUBLISHED_BUCKET: 'published',
      },
    );
    s3.close();
    const removed = (url: string) => ({
      method: 'DELETE',
      url: expect.stringMatching(url),
      headers: expect.objectContaining({ 'x-amz-security-token': keys.AWS_SESSION_TOKEN }),
    });
    expect(asked[0]).toEqual(removed(`^/quarantine/${key}\\?.*versionId=v1`));
    expect(asked.slice(1).toSorted((a, b) => String(a.url).localeCompare(String(b.url)))).toEqual([
      removed(`^/published/${key}\\?x-id=DeleteObject$`),
      removed(`^/quarantine/${key}\\?x-id=DeleteObject$`),
    ]);
  });

  test('and with no keys from anywhere else', async () => {
    heard.length = 0;
    expect(await askHealth(environment)).toBeGreaterThanOrEqual(500);
    expect(heard).toEqual([]);
  });
});
