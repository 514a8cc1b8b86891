import type { MomentFunctions } from '../content/moment-functions.ts';
import type { FormRef } from './draft.ts';

/** What a moment has, by name: an activation's, or a draft's. */
export interface TableOfContents {
  readonly title: string;
  readonly welcome: string;
  readonly functions: MomentFunctions;
  readonly modules: readonly {
    readonly moduleId: string;
    readonly title: string;
    /** The Swedish day on which it opens, where that is to come. */
    readonly opensOn?: string | undefined;
  }[];
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
  /** Where it is one page of the form. */
  readonly page?: string | undefined;
  readonly version: number;
  readonly draft?: ({ readonly savedAt: string } & Writing) | undefined;
  readonly submitted?: ({ readonly submittedAt: string } & Writing) | undefined;
}

/** Said where it was not the resident themselves. */
const actedBy = (writer: Writer | undefined) => (writer?.as === 'self' ? undefined : writer?.as);

/** How far somebody has come with a form, or with one page of it. */
export const answeredState = ({ version = 0, draft, submitted }: Partial<Answered> = {}) => ({
  version,
  draftSavedAt: draft?.savedAt,
  draftBy: actedBy(draft?.writtenBy),
  draftBegunBy: actedBy(draft?.begunBy),
  submittedAt: submitted?.submittedAt,
  submittedBy: actedBy(submitted?.writtenBy),
});

/**
 * What a resident meets when they open a moment (CARE-4): what there is, what they have answered, how far they have come. The same
 * whether it runs for them or a test resident tries a draft (AUT-6). Forms with a page an occasion are kept as long as the moment runs,
 * and never finished: they are no part of the progress.
 */
export const residentOverview = (
  { title, welcome, functions, modules, forms }: TableOfContents,
  answered: readonly Answered[],
) => {
  const whole = answered.filter(({ page }) => page === undefined);
  const given = new Map(whole.map((one) => [one.formId, one]));
  const shown = forms.map(({ formId, title: name, kind }) => ({
    ...{ formId, title: name, kind },
    ...answeredState(given.get(formId)),
  }));
  const finished = shown.filter(({ kind }) => kind === 'ordinary');
  return {
    ...{ title, welcome, functions },
    modules: modules.map(({ moduleId, title: name, opensOn }) => ({ moduleId, title: name, opensOn })),
    forms: shown,
    progress: {
      formsSubmitted: finished.filter(({ submittedAt }) => submittedAt !== undefined).length,
      forms: finished.length,
    },
  };
};
