import * as z from 'zod';
import { issuers } from '../../shared/auth/issuer-settings.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { backup, logRetentionDays, media } from './media-and-backup-schema.ts';
import { region } from './region.ts';
import { registers } from './register-schema.ts';

const origin = z
  .url({ protocol: /^https$/, abort: true })
  .refine((url) => new URL(url).origin === url, 'Scheme and host only, such as https://personal.example');

const domain = z.strictObject({
  /** Such as api.example; its record in DNS points at the stack's output. */
  name: z.hostname(),
  /** A certificate of ACM for that name: it must lie in the same Region. */
  certificateArn: z.string().regex(new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/[\\w-]+$`)),
});

const throttling = z.strictObject({
  /** Requests a second, and at once, to the whole API; what is over them gets 429. */
  rate: z.int().min(1),
  burst: z.int().min(1),
  /** Requests of one login in five minutes: two a second is a page that asks by itself. */
  requestsPerToken: z.int().min(10),
  /** Requests from one address in five minutes; a household or a clinic shares one. Preflights do not count. */
  requestsPerAddress: z.int().min(10),
  /** Networks of the regions, whose people are limited by their logins alone: a hospital has one address. */
  knownNetworks: z.array(z.cidrv4()),
});

const settings = z.strictObject({
  /** Deploying with credentials of any other account fails, so that no stage lands on another (SEC-5). */
  account: z.string().regex(/^\d{12}$/, 'An AWS account has twelve digits'),
  region: z.literal(region, `Everything stays in Sweden: only ${region} (SEC-1)`),
  issuers,
  /** HSA-id that owns log entries no care provider owns. */
  nationalManagement: hsaId,
  /** HSA-ids of those who register care providers: nobody gives them that role, for somebody must be first (ORG-1). */
  nationalAdministrators: z.array(hsaId).min(1),
  /** Whether care work may be done with another two-factor login than a SITHS card; all other work never is (ID-2). */
  careWithoutCard: z.boolean(),
  registers,
  /** The front ends whose pages may call the API. */
  allowedOrigins: z.array(origin).min(1),
  /** Null until the stage has a name: said, so that it is not forgotten. With one, the execute-api address is closed. */
  domain: domain.nullable(),
  throttling,
  logRetentionDays,
  /** How many years the archived audit log cannot be removed by anyone (LOG-18). */
  auditRetentionYears: z.int().min(5),
  media,
  backup,
  /** How often each table was replaced by its restored copy (How to restore, infra/README.md). */
  restoredTables: z.partialRecord(
    z.enum(['organisation', 'moments', 'instances', 'activities']),
    z.int().positive(),
  ),
  /** Who is told when an alarm goes off (SEC-6). */
  alarmAddresses: z.array(z.email()).min(1),
  /** Where else: what wakes people at night; null where mail is enough. */
  alarmWebhook: z.url({ protocol: /^https$/ }).nullable(),
  /** Whether somebody asks something at any hour, so that an hour without a request is wrong. */
  expectsTraffic: z.boolean(),
});

export type StageName = 'dev' | 'test' | 'prod' | 'emulated';
export type StageSettings = z.input<typeof settings>;
export type Stage = z.output<typeof settings> & { readonly name: string };

/** The stage of that name, or an error that names everything missing or wrong in it at once. */
export const readStage = (name: string, all: Readonly<Record<string, unknown>>): Stage => {
  if (!Object.hasOwn(all, name))
    throw new Error(`No stage "${name}": choose with -c stage=${Object.keys(all).join('|')}`);
  const parsed = settings.safeParse(all[name]);
  if (parsed.success) return { name, ...parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'stage'}: ${message}`);
  throw new Error(`Stage "${name}" in infra/stages/stage-settings.ts is not usable: ${wrong.join('; ')}`);
};
