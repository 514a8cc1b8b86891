import type { Form } from '../form.ts';
import type { Question } from './question.ts';

/** Everything on the form's pages, in the order it is shown. */
export const questionsOf = ({ pages }: Pick<Form, 'pages'>): Question[] =>
  pages.flatMap(({ questions }) => questions);
