import * as z from 'zod';
import { nameInAws } from '../../functions/function-source.ts';
import type { Template, TemplateChange } from './template.ts';

/** The message says how it is written; show it alone. */
export class NothingWithheld extends Error {
  override readonly name = 'NothingWithheld';
}

/** One action that one function is to be without, to see that the run tells of it. */
export interface Withheld {
  readonly operationId: string;
  readonly action: string;
}

/** Reads `startInstance:dynamodb:PutItem`. Throws `NothingWithheld`. */
export const readWithheld = (text: string): Withheld => {
  const [, operationId, action] = /^(\w+):(\w+:\w+)$/.exec(text) ?? [];
  if (operationId !== undefined && action !== undefined) return { operationId, action };
  throw new NothingWithheld(
    `--without takes an operation and an action, as startInstance:dynamodb:PutItem, not "${text}"`,
  );
};

const roleReference = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const policies = z.array(
  z
    .object({
      PolicyDocument: z.object({
        Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]) }).loose()),
      }),
    })
    .loose(),
);

const roleOf = ({ Resources }: Template, functionName: string) => {
  const found = Object.values(Resources).find(
    ({ Properties }) => Properties['FunctionName'] === functionName,
  );
  const [id] = roleReference.safeParse(found?.Properties['Role']).data?.['Fn::GetAtt'] ?? [];
  return id === undefined ? undefined : Resources[id];
};

/** Takes the action from the function's role; counts in how many statements it stood. */
export const withhold = ({ operationId, action }: Withheld) => {
  let taken = 0;
  const change: TemplateChange = (template) => {
    const role = roleOf(template, nameInAws(operationId));
    if (!role) return [];
    const own = policies.parse(role.Properties['Policies']);
    for (const { PolicyDocument } of own) {
      PolicyDocument.Statement = PolicyDocument.Statement.flatMap((statement) => {
        const actions = [statement.Action].flat();
        if (!actions.includes(action)) return [statement];
        taken += 1;
        const left = actions.filter((one) => one !== action);
        return left.length > 0 ? [{ ...statement, Action: left }] : [];
      });
    }
    role.Properties['Policies'] = own;
    return [];
  };
  return {
    change,
    /** Throws `NothingWithheld` where there was nothing to take. */
    assertTaken(): void {
      if (taken === 0) throw new NothingWithheld(`The role of ${operationId} has no ${action} to be without`);
    },
  };
};
