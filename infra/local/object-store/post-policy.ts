import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { S3Error } from './s3-error.ts';
import { checkSignature, type Gate } from './signature.ts';

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
type Condition = z.infer<typeof policySchema>['conditions'][number];

/** A form without its file: names in small letters, as S3 compares them. */
export type Fields = ReadonlyMap<string, string>;

export interface Allowed {
  readonly accessKeyId: string;
  /** Bytes the file may have. */
  readonly range: readonly [number, number];
}

const needsNoCondition = (name: string): boolean =>
  ['policy', 'x-amz-signature', 'file'].includes(name) || name.startsWith('x-ignore-');

interface Rule {
  readonly name: string;
  readonly holds: (value: string) => boolean;
}

const rulesIn = (condition: Condition): Rule[] => {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, wanted]) => ({
      name: name.toLowerCase(),
      holds: (value) => value === wanted,
    }));
  const [match, name, wanted] = condition;
  if (match === 'content-length-range') return [];
  const holds = (value: string) => (match === 'eq' ? value === wanted : value.startsWith(wanted));
  return [{ name: name.slice(1).toLowerCase(), holds }];
};

const refuse = (detail: string): never => {
  throw new S3Error('AccessDenied', `Invalid according to Policy: ${detail}`);
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html: every condition holds, every field has one. */
export const checkPolicy = (fields: Fields, bucket: string, gate: Gate): Allowed => {
  const of = (name: string) => fields.get(name) ?? '';
  const encoded = of('policy');
  const accessKeyId = checkSignature(
    encoded,
    {
      credential: of('x-amz-credential'),
      stamp: of('x-amz-date'),
      signature: of('x-amz-signature'),
    },
    gate,
  );
  const policy = json.pipe(policySchema).safeParse(Buffer.from(encoded, 'base64').toString('utf8'));
  if (!policy.success) return refuse('the policy cannot be read');
  const { expiration, conditions } = policy.data;
  if (Date.parse(expiration) <= gate.now().getTime()) refuse('Policy expired.');
  const rules = conditions.flatMap(rulesIn);
  if ((fields.get('bucket') ?? bucket) !== bucket) refuse('another bucket than the one posted to');
  const actual = new Map([...fields, ['bucket', bucket]]);
  for (const { name, holds } of rules)
    if (!holds(actual.get(name) ?? '')) refuse(`Policy Condition failed: ["eq", "$${name}"]`);
  const ruled = new Set(rules.map(({ name }) => name));
  const extra = [...fields.keys()].filter((name) => !needsNoCondition(name) && !ruled.has(name));
  if (extra.length > 0) refuse(`Extra input fields: ${extra.join(', ')}`);
  const range = conditions.find((one) => Array.isArray(one) && one[0] === 'content-length-range');
  const [, least, most] = Array.isArray(range) ? range : [];
  return { accessKeyId, range: [Number(least ?? 0), Number(most ?? 5e9)] };
};
