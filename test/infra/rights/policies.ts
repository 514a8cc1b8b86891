import { ofType, only, type Resource, text } from '../synthesised.ts';

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

interface Document {
  readonly Statement: readonly Statement[];
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

/** The statements of a policy document, with what is one or many always as many. */
export const statementsOf = (document: unknown) =>
  (document as Document).Statement.map(({ Action, ...statement }) => ({
    ...statement,
    actions: list(Action),
  }));

/** Whether a statement speaks of everyone, without exceptions. */
export const ofEveryone = ({ Principal }: { readonly Principal?: unknown }): boolean =>
  JSON.stringify(Principal) === '{"AWS":"*"}' || Principal === '*';

export const named = (type: string, path: string): Resource =>
  only(ofType(type).filter((one) => one.path === path));

export const bucketPolicy = (path: string) => {
  const policy = only(
    ofType('AWS::S3::BucketPolicy').filter(
      ({ stack, properties }) => text(stack, properties['Bucket']) === path,
    ),
  );
  return statementsOf(policy.properties['PolicyDocument']);
};
