/** As much of a template as is changed for the emulator. */
export interface TemplateResource {
  readonly Type: string;
  DependsOn?: string | readonly string[];
  readonly Properties: Record<string, unknown>;
}

export interface Template {
  readonly Resources: Record<string, TemplateResource>;
}

/** Changes the template of that stack and says, in words, what it no longer shows. */
export type TemplateChange = (template: Template, stack: string) => readonly string[];

export const resourcesOf = ({ Resources }: Template, type: string): TemplateResource[] =>
  Object.values(Resources).filter(({ Type }) => Type === type);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A function's variables, which are changed in place; none where it has none. */
export const variablesOf = ({ Properties: { Environment } }: TemplateResource): Record<string, unknown> =>
  isObject(Environment) && isObject(Environment['Variables']) ? Environment['Variables'] : {};
