import * as z from 'zod';
import { person } from './person.ts';

/** What a mandate can open: seeing moments and forms, answering them, reading and writing messages (ID-7). */
export const mandatePurpose = z.enum(['view', 'answer', 'messages']);
export type MandatePurpose = z.infer<typeof mandatePurpose>;

/**
 * A resident gives a mandate (`given`), or a unit registers it for them (`registered`) and another of its administrators confirms
 * it (`confirmed`). Only once the proxy has accepted it does it open anything, and until they lay it down (`resigned`).
 */
const mandateState = z.enum([
  'given',
  'registered',
  'confirmed',
  'accepted',
  'refused',
  'resigned',
  'revoked',
]);

/**
 * Lets `proxy` act for `resident` (ombud, ID-7). In force from `validFrom` until, and not at, `validTo`. One that a unit
 * registered reaches that unit’s moments alone, for no unit may open another’s (ORG-1). Revoked ones are kept as they were.
 */
export const mandate = z.object({
  mandateId: z.string(),
  resident: person,
  proxy: person,
  purposes: z.array(mandatePurpose).min(1),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** Until when, and not at, the proxy may accept it. */
  answerBy: z.iso.datetime(),
  state: mandateState,
  /** Since when the giver and the unit may know who the proxy is. */
  acceptedAt: z.iso.datetime().optional(),
  /** How often the proxy has named another than whom it is from. */
  wrongNumbers: z.int().optional(),
  registered: z
    .object({ unit: z.string(), by: z.string(), reason: z.string(), confirmedBy: z.string().optional() })
    .optional(),
});
export type Mandate = z.infer<typeof mandate>;

const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

/** Accepted, not revoked, and in force at `now`, an ISO instant. */
export const isInForce = ({ state, validFrom, validTo }: Mandate, now: string): boolean =>
  state === 'accepted' && !isBefore(now, validFrom) && isBefore(now, validTo);

/** States in which a mandate is the proxy’s to accept or refuse. */
export const askedStates = ['given', 'confirmed'] as const satisfies readonly Mandate['state'][];

/** Has been put to the proxy, who has not answered. */
export const isAsked = ({ state }: Pick<Mandate, 'state'>): boolean =>
  askedStates.some((one) => one === state);

/** Over by somebody’s word: revoked, or laid down by the proxy. */
export const isEnded = ({ state }: Pick<Mandate, 'state'>): boolean =>
  state === 'revoked' || state === 'resigned';

/**
 * How often a proxy may name somebody else than whom a mandate is from, in all: of those born on one day the number of one is
 * found by five hundred tries.
 */
export const mostWrongNumbers = 5;

/** Can be accepted by nobody any more, whatever number is written: the giver has to give it anew. */
export const isLocked = ({ wrongNumbers = 0 }: Mandate): boolean => wrongNumbers >= mostWrongNumbers;

/** Waits for the proxy, who may accept or refuse it still. */
export const awaitsProxy = (asked: Mandate, now: string): boolean =>
  isAsked(asked) && !isLocked(asked) && isBefore(now, asked.answerBy);

/** From when on it is open to the proxy. `now` is an ISO instant. */
export const accepted = (now: string) => ({ state: 'accepted', acceptedAt: now }) as const;

/**
 * May the resident see the number of the proxy? The one they wrote themselves, yes; one that only a unit has written is a stranger’s,
 * perhaps by mistake, until the proxy has accepted.
 */
export const knowsNumber = ({ registered, acceptedAt }: Mandate): boolean =>
  registered === undefined || acceptedAt !== undefined;

const later = (now: string, years: number, days: number): string => {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  end.setUTCDate(end.getUTCDate() + days);
  return end.toISOString();
};

export const longestMandateYears = 5;

/** The latest a mandate given at `now` may end: what nobody thinks of any more must not stay open. */
export const mandateEnds = (now: string): string => later(now, longestMandateYears, 0);

export const shortestMandateHours = 24;

/** The earliest a mandate may end, of which nothing is in force before `now`. */
export const mandateLastsTo = (validFrom: string, now: string): string => {
  const begins = new Date(isBefore(validFrom, now) ? now : validFrom);
  return new Date(begins.getTime() + shortestMandateHours * 3_600_000).toISOString();
};

/** Days a proxy has to answer: a request nobody takes up must not stay open. */
const daysToAnswer = 30;

/** Until when a mandate that is given at `now` may be accepted. */
export const answerEnds = (now: string, validTo: string): string => {
  const end = later(now, 0, daysToAnswer);
  return isBefore(end, validTo) ? end : validTo;
};

/**
 * Until when a mandate that is put to the proxy at `now` takes its giver’s room: as long as it lasts, and no shorter than others may be
 * answered. What ends without an answer stays among what the proxy was asked: of short ones there could be any number.
 */
export const roomEnds = (now: string, validTo: string): string => {
  const answered = later(now, 0, daysToAnswer);
  return isBefore(answered, validTo) ? validTo : answered;
};

/** How a mandate stands, as it is shown. */
export const mandateStanding = z.enum([
  'registered',
  'confirmed',
  'given',
  'accepted',
  'lapsed',
  'resigned',
  'revoked',
]);

/** How a mandate stands to whom it is from: that it was refused is the proxy’s own affair, and looks as if nobody had answered. */
export const standingOf = (
  { state, answerBy, registered }: Mandate,
  now: string,
): z.infer<typeof mandateStanding> => {
  if (state === 'accepted' || state === 'resigned' || state === 'revoked') return state;
  if (!isBefore(now, answerBy)) return 'lapsed';
  if (state === 'registered') return state;
  return registered ? 'confirmed' : 'given';
};

/** A mandate as the unit that registered it keeps it: a copy that is written with every change of the resident’s. */
export const unitMandate = mandate.required({ registered: true });
export type UnitMandate = z.infer<typeof unitMandate>;

/** The numbers a person had before their present one, each with its key: what lies under them is theirs still. */
export const personLinks = z.object({ personKey: z.string(), earlier: z.array(person) });
export type PersonLinks = z.infer<typeof personLinks>;
