import type * as z from 'zod';
import type { ActivityCode } from '../audit/activity-catalogue.ts';
import type { ResidentPermission, StaffPermission } from '../auth/permissions.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Grant, StorageGrant } from './grant.ts';

interface Common {
  /** kebab-cased it is the use case's file name. */
  readonly operationId: string;
  readonly summary: string;
  /** What a front-end developer must know beyond the summary; Markdown. */
  readonly description: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Bytes of body accepted; `defaultBodyLimit` where nothing is said. */
  readonly bodyLimit?: number;
  readonly response: z.ZodType;
  readonly status: 200 | 201;
  /** Whoever asks for `text/csv` gets the rows so, with the next page in `Link`; the use case says how. */
  readonly csv?: true;
  /** The change is refused unless `If-Match` carries the version that was read (412, 428). */
  readonly ifMatch?: true;
  /** Refusals of this use case, beyond those every route of its kind can give. */
  readonly problems: readonly ProblemCode[];
  /** What the use case itself reads and writes; the pipeline's own needs are added by `grantsOf`. */
  readonly grants: readonly Grant[];
  /** Objects it signs links or tickets for; a function without it is bundled without S3’s client. */
  readonly storage?: readonly StorageGrant[];
}

interface StaffContract extends Common {
  readonly caller: 'staff';
  readonly permission: StaffPermission;
  readonly activity: ActivityCode;
  /** Those without a role there get 404, so that they do not learn that it exists. */
  readonly conceals?: true;
}

interface ResidentContract extends Common {
  readonly caller: 'resident';
  readonly permission: ResidentPermission;
  readonly activity: ActivityCode;
  /** It lies on no unit and itself shows a proxy no more than the units their mandate reaches; others are closed to such. */
  readonly keepsToUnits?: true;
}

/** Every contract that demands a token. */
export type ClosedContract = StaffContract | ResidentContract;

/** A contract for anyone: it says why nothing is logged. */
export interface OpenContract extends Common {
  readonly caller: 'anyone';
  readonly permission: 'public';
  readonly activity: { readonly none: string };
}

/**
 * One row of the API: pure data, touching no AWS. Types, checks, OpenAPI, gateway routes, grants, the table of routes and
 * the local server all come from it.
 */
export type Contract = ClosedContract | OpenContract;

/** A request as it could be sent, less who sends it. */
export interface RequestSample {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Keeps a contract's literal types, so that handlers are typed from it. */
export const contract = <const C extends Contract>(row: C): C => row;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
export type ParamsOf<C extends Contract> = Parsed<C['params']>;
export type QueryOf<C extends Contract> = Parsed<C['query']>;
export type BodyOf<C extends Contract> = Parsed<C['body']>;
/** What the use case hands back, before the response schema has dropped what is not declared. */
export type AnswerOf<C extends Contract> = z.input<C['response']>;

/** Bytes, where the contract says nothing. */
const defaultBodyLimit = 64 * 1024;

export const bodyLimitOf = ({ bodyLimit = defaultBodyLimit }: Pick<Contract, 'bodyLimit'>): number =>
  bodyLimit;

/** POSTs that write take an `Idempotency-Key`; a search by POST changes nothing and is simply sent again. */
export const isReplayable = ({ method, status, caller }: Contract): boolean =>
  method === 'POST' && status === 201 && caller !== 'anyone';
