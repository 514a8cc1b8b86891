import type { Question } from './question.ts';

/** What has questions on pages: a form, or a part of one. */
export interface Paged {
  readonly pages: readonly { readonly questions: readonly Question[] }[];
}

/** Everything on the form's pages, in the order it is shown. */
export const questionsOf = ({ pages }: Paged): Question[] => pages.flatMap(({ questions }) => questions);
