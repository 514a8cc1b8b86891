import type { MomentFunctions } from '../content/moment-functions.ts';
import type { FormRef } from './draft.ts';

/** What a moment has, by name: an activation's, or a draft's. */
export interface TableOfContents {
  readonly title: string;
  readonly welcome: string;
  readonly functions: MomentFunctions;
  readonly modules: readonly { readonly moduleId: string; readonly title: string }[];
  readonly forms: readonly Pick<FormRef, 'formId' | 'title' | 'kind'>[];
}

interface Writer {
  readonly as: 'self' | 'guardian' | 'proxy';
}

interface Writing {
  readonly writtenBy?: Writer | undefined;
  readonly begunBy?: Writer | undefined;
}

/** A form that something has been answered in, with its version as stored. */
export interface Answered {
  readonly formId: string;
  readonly version: number;
  readonly draft?: ({ readonly savedAt: string } & Writing) | undefined;
  readonly submitted?: ({ readonly submittedAt: string } & Writing) | undefined;
}

/** Said where it was not the resident themselves. */
const actedBy = (writer: Writer | undefined) => (writer?.as === 'self' ? undefined : writer?.as);

/**
 * What a resident meets when they open a moment (CARE-4): what there is, what they have answered, how far they have come. The same
 * whether it runs for them or a test resident tries a draft (AUT-6).
 */
export const residentOverview = (
  { title, welcome, functions, modules, forms }: TableOfContents,
  answered: readonly Answered[],
) => {
  const given = new Map(answered.map((one) => [one.formId, one]));
  const shown = forms.map(({ formId, title: name, kind }) => {
    const { version = 0, draft, submitted } = given.get(formId) ?? {};
    return {
      ...{ formId, title: name, kind, version },
      draftSavedAt: draft?.savedAt,
      draftBy: actedBy(draft?.writtenBy),
      draftBegunBy: actedBy(draft?.begunBy),
      submittedAt: submitted?.submittedAt,
      submittedBy: actedBy(submitted?.writtenBy),
    };
  });
  return {
    ...{ title, welcome, functions },
    modules: modules.map(({ moduleId, title: name }) => ({ moduleId, title: name })),
    forms: shown,
    progress: {
      formsSubmitted: shown.filter(({ submittedAt }) => submittedAt !== undefined).length,
      forms: shown.length,
    },
  };
};
