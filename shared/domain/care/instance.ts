import * as z from 'zod';
import { momentFunctions } from '../content/moment-functions.ts';
import { answers } from '../form/answers/answers.ts';
import { outcome } from '../form/answers/outcome.ts';
import { majorOf, momentVersion } from '../moment/version.ts';
import { person } from '../person.ts';
import { Problem } from '../problem.ts';

/** CARE-2. Only `active` and `maintenance` can be written in. */
export const instanceState = z.enum(['active', 'maintenance', 'ended']);
export type InstanceState = z.infer<typeof instanceState>;

/** States in which resident and staff may still write; as a DynamoDB condition in every such write. */
export const writableStates = ['active', 'maintenance'] as const satisfies InstanceState[];

/**
 * A moment running for one resident (processinstans). `momentVersion` is what it was started in: its major stays, and what its unit has
 * activated says which minor is shown (PUB-7). `functions` are the major's, copied so that a write need not look them up (AUT-4).
 */
export const instance = z.object({
  instanceId: z.string(),
  momentId: z.string(),
  momentVersion,
  title: z.string(),
  functions: momentFunctions,
  unit: z.string(),
  provider: z.string(),
  resident: person,
  /** A test resident’s: practice, and no care. It stands in no count, list, export or deadline of care (ID-12). */
  test: z.boolean(),
  practitioner: z.string(),
  state: instanceState,
  startedAt: z.iso.datetime(),
});
export type Instance = z.infer<typeof instance>;

/** Who wrote: the resident, or the guardian or proxy who acted for them (ID-8). */
const writer = z.object({ as: z.enum(['self', 'guardian', 'proxy']), person });

const given = { momentVersion, formVersion: z.string(), answers, writtenBy: writer };

/**
 * The one shared instance of an ordinary form (CARE-5). `draft` is what the resident has saved but not submitted;
 * `submitted` is the latest submission and all that staff see. Both keep the version they were given in, and `formVersion`, the digest
 * of the form as it was then.
 */
export const formInstance = z.object({
  instanceId: z.string(),
  formId: z.string(),
  draft: z.object({ ...given, savedAt: z.iso.datetime() }).optional(),
  submitted: z.object({ ...given, submittedAt: z.iso.datetime() }).optional(),
});
export type FormInstance = z.infer<typeof formInstance>;

/** What one submission came to; kept for every submission, so that scores can be followed over time (CARE-8). */
export const result = z.object({
  instanceId: z.string(),
  resultId: z.string(),
  formId: z.string(),
  submittedAt: z.iso.datetime(),
  outcome,
});
export type Result = z.infer<typeof result>;

/** Characters of a message. */
export const longestMessage = 4000;

/** CARE-10. `author` is an HSA-id for staff, a person key for residents. */
export const message = z.object({
  instanceId: z.string(),
  messageId: z.string(),
  from: z.enum(['staff', 'resident']),
  author: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
});
export type Message = z.infer<typeof message>;

/** Ended instances are read-only (CARE-2). The write's own condition decides; this gives the answer early. */
export const assertWritable = ({ state }: Instance): void => {
  if (!writableStates.some((writable) => writable === state)) throw new Problem('illegal-state');
};

/** What the moment does not offer nobody does in it (AUT-4): `function-switched-off`. */
export const assertOffers = (
  { functions }: Pick<Instance, 'functions'>,
  wanted: keyof Instance['functions'],
): void => {
  if (!functions[wanted]) throw new Problem('function-switched-off');
};

/** Structure is the same throughout a major version, so answers to any of its minors can be checked and scored (AUT-8). */
export const assertSameMajor = (
  running: Instance,
  given: { momentId: string; momentVersion: string },
): void => {
  const same =
    running.momentId === given.momentId && majorOf(running.momentVersion) === majorOf(given.momentVersion);
  if (!same) throw new Problem('form-version-mismatch');
};
