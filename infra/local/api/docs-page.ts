import { readFile } from 'node:fs/promises';
import type { APIGatewayProxyResult } from 'aws-lambda';

/** Swagger UI by its own address for the document; without `validatorUrl: null` it would ask swagger.io about it. */
const script = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: true,
  displayOperationId: true,
  tryItOutEnabled: true,
});
`;

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Stöd och behandling: API reference</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/reference.js"></script>
  </body>
</html>
`;

/** The browser itself sees to it that the page fetches nothing from elsewhere. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

const answer = (type: string, content: Buffer): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  },
  body: content.toString('base64'),
  isBase64Encoded: true,
});

const made: ReadonlyMap<string, readonly [type: string, content: string]> = new Map([
  ['/docs', ['text/html; charset=utf-8', html]],
  ['/docs/reference.js', ['text/javascript; charset=utf-8', script]],
]);

const distributed: ReadonlyMap<string, readonly [type: string, url: string]> = new Map([
  [
    '/docs/swagger-ui.css',
    ['text/css; charset=utf-8', import.meta.resolve('swagger-ui-dist/swagger-ui.css')],
  ],
  [
    '/docs/swagger-ui-bundle.js',
    ['text/javascript; charset=utf-8', import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')],
  ],
  ['/docs/favicon-32x32.png', ['image/png', import.meta.resolve('swagger-ui-dist/favicon-32x32.png')]],
]);

/** The page at `/docs` and its files; undefined for every other path. */
export const referencePage = async (path: string): Promise<APIGatewayProxyResult | undefined> => {
  const own = made.get(path);
  if (own) return answer(own[0], Buffer.from(own[1]));
  const file = distributed.get(path);
  return file && answer(file[0], await readFile(new URL(file[1])));
};
