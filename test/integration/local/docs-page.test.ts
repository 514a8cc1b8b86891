import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiServer, startApiServer } from '../../../infra/local/api/api-server.ts';
import { referencePage } from '../../../infra/local/api/docs-page.ts';

let server: ApiServer;
let origin: string;

beforeAll(async () => {
  server = await startApiServer(0, {
    routes: [],
    allowedOrigins: [],
    load: () => Promise.reject(new Error('There is no function here')),
    page: referencePage,
    onError: () => undefined,
  });
  origin = `http://127.0.0.1:${server.address.port}`;
});

afterAll(() => server.stop());

describe('the reference page', () => {
  test('names files of this server alone, and all of them are there', async () => {
    const page = await fetch(`${origin}/docs`);
    const html = await page.text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    const types = await Promise.all(
      files.map(async (file) => {
        const answer = await fetch(new URL(file, origin));
        await answer.arrayBuffer();
        return [file, answer.status, answer.headers.get('content-type')];
      }),
    );
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(types).toEqual([
      ['/docs/swagger-ui.css', 200, 'text/css; charset=utf-8'],
      ['/docs/favicon-32x32.png', 200, 'image/png'],
      ['/docs/swagger-ui-bundle.js', 200, 'text/javascript; charset=utf-8'],
      ['/docs/reference.js', 200, 'text/javascript; charset=utf-8'],
    ]);
  });

  test('forbids the browser to fetch from anywhere else', async () => {
    const policy = (await fetch(`${origin}/docs`)).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toContain('http');
  });

  test('gives no file beside those it needs', async () => {
    expect((await fetch(`${origin}/docs/package.json`)).status).toBe(404);
    expect((await fetch(`${origin}/docs/..%2Fpackage.json`)).status).toBe(404);
  });
});
