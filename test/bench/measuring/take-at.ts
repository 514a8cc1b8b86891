import type { Take } from '../../../infra/local/demo/client.ts';
import type { Ask, openHttp } from '../serving/http-client.ts';
import { loginAs } from '../serving/logins.ts';

/** Takes the demo's steps against an API with tokens signed here; here every step must succeed, for nothing is done yet. */
export const takeAt =
  ({ send }: Pick<ReturnType<typeof openHttp>, 'send'>): Take =>
  async ({ says, as, claims, request, headers, body, expect }) => {
    if (!as || (expect !== 200 && expect !== 201)) throw new Error(`Not a step that succeeds: ${says}`);
    const [method, path = '/'] = request.split(' ') as [Ask['method'], string];
    const token = await loginAs(as, claims);
    const answer = await send({ method, path, token, body, status: expect, ...(headers ? { headers } : {}) });
    return { ...answer, etag: answer.etag ?? '', result: String(expect) };
  };
