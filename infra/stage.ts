import * as z from 'zod';
import { issuers } from '../shared/auth/issuer.ts';
import { hsaId } from '../shared/domain/hsa-id.ts';
import { region } from './region.ts';

const origin = z
  .url({ protocol: /^https$/ })
  .refine((url) => new URL(url).origin === url, 'Scheme and host only, such as https://personal.example');

const settings = z.strictObject({
  /** Deploying with credentials of any other account fails, so that no stage lands on another (SEC-5). */
  account: z.string().regex(/^\d{12}$/, 'An AWS account has twelve digits'),
  region: z.literal(region, `Everything stays in Sweden: only ${region} (SEC-1)`),
  issuers,
  /** HSA-id that owns log entries no care provider owns. */
  nationalManagement: hsaId,
  /** The front ends whose pages may call the API. */
  allowedOrigins: z.array(origin).min(1),
});

export type StageName = 'dev' | 'test' | 'prod';
export type StageSettings = z.input<typeof settings>;
export type Stage = z.output<typeof settings> & { readonly name: string };

/** The stage of that name, or an error that names everything missing or wrong in it at once. */
export const readStage = (name: string, all: Readonly<Record<string, unknown>>): Stage => {
  if (!Object.hasOwn(all, name))
    throw new Error(`No stage "${name}": choose with -c stage=${Object.keys(all).join('|')}`);
  const parsed = settings.safeParse(all[name]);
  if (parsed.success) return { name, ...parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'stage'}: ${message}`);
  throw new Error(`Stage "${name}" in infra/stage-settings.ts is not usable: ${wrong.join('; ')}`);
};
