import { form } from '../../../../shared/domain/form/form.ts';

const issuesOf = (value: unknown) => form.safeParse(value).error?.issues ?? [];

/** What is wrong with a form, as `path: message`. */
export const faultsOf = (value: unknown): string[] =>
  issuesOf(value).map(({ path, message }) => `${path.join('.')}: ${message}`);

export const faultPaths = (value: unknown): string[] => issuesOf(value).map(({ path }) => path.join('.'));
