import type { Subject } from '../auth/authorise.ts';
import type { PersonKeys } from '../auth/person-keys.ts';
import type { Principal, ResidentPrincipal, StaffPrincipal } from '../auth/principal.ts';
import type { Representation } from '../auth/represent.ts';
import type {
  AnswerOf,
  BodyOf,
  ClosedContract,
  Contract,
  OpenContract,
  ParamsOf,
  QueryOf,
} from '../contract/contract.ts';
import type { StatedReason } from '../domain/care/participation.ts';
import type { MediaLimits } from '../domain/media/limits.ts';
import type { Person } from '../domain/person.ts';
import type { Role } from '../domain/role.ts';
import type { Language } from '../domain/wording.ts';
import type { Change } from '../persistence/engine/change.ts';
import type { Registers, Stores } from '../persistence/stores.ts';

type CallerOf<C extends Contract> = C['caller'] extends 'staff'
  ? StaffPrincipal
  : C['caller'] extends 'resident'
    ? ResidentPrincipal
    : undefined;

/** The parts of a request that no contract types. */
interface Surroundings {
  /** ISO instant at which the request began; the same throughout it. */
  readonly now: string;
  /** A UUIDv7: later ids sort after earlier ones. */
  newId(): string;
  /** The roles that let the caller in, on the unit or provider concerned; known once let in, so not in `load`. */
  readonly roles: readonly Role[];
  /** On residents' routes: as whom they act, known once let in, so not in `load`. What they write is theirs (ID-8). */
  readonly representation: Representation;
  /** HSA-id of those who administer the whole platform: a place for roles that no provider is. */
  readonly nationalManagement: string;
  /** In which the caller wants to be told things. */
  readonly language: Language;
  /** How large media may be and of which formats. */
  readonly mediaLimits: MediaLimits;
  /** Reads a personnummer out of the body; throws an `identity-number-…` problem. */
  identify(text: string): Person;
  /** The ids under which a viewer is shown people, so that no key leaves: staff by the unit they act at. */
  readonly shownIdFor: PersonKeys['shownIdFor'];
}

/** What a use case is told: input that fits the contract, who asks, and the time and ids it may not make itself. */
export interface Request<C extends Contract> extends Surroundings {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly caller: CallerOf<C>;
}

/** What the request is about: the ground for the permission, and what the log says of it. */
export interface RequestSubject extends Subject {
  /** The residents that a list shows, for the log. */
  readonly shown?: readonly Person[];
  /** Ids for the log, such as `instanceId`; never content. */
  readonly resource: Readonly<Record<string, string>>;
  /** Why the caller is let into a moment they take no part in (CARE-17). */
  readonly statedReason?: StatedReason;
  /** Whom a mandate in it lets act: the log names them beside the patient. */
  readonly proxy?: Person;
  /** Version as stored; `If-Match` must name it where the contract asks for one. 0 = not there yet. */
  readonly version?: number;
}

interface Answer<Body> {
  readonly body: Body;
  /** Becomes `ETag`. */
  readonly version?: number;
}

interface Decision<Body> extends Answer<Body> {
  readonly changes: readonly Change[];
  /**
   * Kept for a repeat in place of the answer, where that opens something or shows what may be hidden later: what the answer can be made
   * from anew, by `again`.
   */
  readonly kept?: unknown;
  /** Ids that were made here and belong in the log beside the subject's. */
  readonly resource?: Readonly<Record<string, string>>;
}

interface Steps<R, Loaded> {
  /**
   * The first round trip, beside the caller's roles. Throws `not-found` where there is nothing to speak about. What it throws is told
   * to nobody before they are let in; what it finds neither. Asks no register about anybody else: `ask` and `fetch` do.
   */
  load(stores: Stores, request: R): Promise<Loaded>;
  subject(loaded: Loaded, request: R): RequestSubject;
}

/** A read: load, be let in, store the activity and fetch the rest side by side, answer. */
interface ReadSteps<R, Body, Loaded, Fetched> extends Steps<R, Loaded> {
  /** The second round trip, beside the activity; only once let in. */
  fetch?(stores: Stores, loaded: Loaded, request: R): Promise<Fetched>;
  /**
   * What must hold for it to be told, and what a first reading leaves behind: the ways in which that may be so, the likeliest first. The
   * first that holds is stored with the activity in one transaction; where none does, nothing is. None where nothing need hold. Pure.
   */
  begins?(loaded: Loaded, request: R): readonly (readonly Change[])[];
  answer(loaded: Loaded, fetched: Fetched, request: R): Answer<Body>;
  /** The same answer as RFC 4180 text, where the contract offers `csv`. */
  csv?(body: unknown): string;
}

/** A write: load, be let in, decide; the pipeline commits the changes with their activity in one transaction. */
interface WriteSteps<R, Body, Loaded, Asked> extends Steps<R, Loaded> {
  /** What the registers say, once let in: throws first of all what needs no register to be refused. */
  ask?(stores: Pick<Stores, keyof Registers>, loaded: Loaded, request: R): Promise<Asked>;
  /**
   * What it writes is merged with what is there: where somebody else was quicker, it is loaded and decided anew, which the caller never
   * notices.
   */
  readonly merges?: true;
  /** Pure: throws a problem, or says what to change and what to answer. */
  decide(loaded: Loaded, request: R, asked: Asked): Decision<Body>;
  /** The answer to a repeat, made anew from what `decide` kept for it. */
  again?(stores: Stores, loaded: Loaded, kept: unknown): Promise<Body>;
}

/** Anyone may ask; nobody's data is touched. */
interface PublicSteps<R, Body> {
  answer(stores: Stores, request: R): Promise<Answer<Body>>;
}

/** A request whose input fits its contract, as the pipeline sees it: the contract's types are known to the steps alone. */
export interface AnyRequest extends Surroundings {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Principal | undefined;
}

export interface ReadUseCase {
  readonly kind: 'read';
  readonly contract: ClosedContract;
  readonly steps: ReadSteps<AnyRequest, unknown, unknown, unknown>;
}
export interface WriteUseCase {
  readonly kind: 'write';
  readonly contract: ClosedContract;
  readonly steps: WriteSteps<AnyRequest, unknown, unknown, unknown>;
}
export type ClosedUseCase = ReadUseCase | WriteUseCase;
export type UseCase =
  | ClosedUseCase
  | {
      readonly kind: 'public';
      readonly contract: OpenContract;
      readonly steps: PublicSteps<AnyRequest, unknown>;
    };

// The casts forget what the compiler has checked; the pipeline parses the input with the same contract before any step
// sees it.
export const readUseCase = <C extends ClosedContract, Loaded, Fetched>(
  contract: C,
  steps: ReadSteps<Request<C>, AnswerOf<C>, Loaded, Fetched>,
): UseCase => ({
  kind: 'read',
  contract,
  steps: steps as ReadSteps<unknown, unknown, unknown, unknown>,
});

export const writeUseCase = <C extends ClosedContract, Loaded, Asked>(
  contract: C,
  steps: WriteSteps<Request<C>, AnswerOf<C>, Loaded, Asked>,
): UseCase => ({
  kind: 'write',
  contract,
  steps: steps as WriteSteps<unknown, unknown, unknown, unknown>,
});

export const publicUseCase = <C extends OpenContract>(
  contract: C,
  steps: PublicSteps<Request<C>, AnswerOf<C>>,
): UseCase => ({ kind: 'public', contract, steps: steps as PublicSteps<unknown, unknown> });
