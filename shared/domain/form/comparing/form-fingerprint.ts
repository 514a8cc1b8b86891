import { shortDigestOf } from '../../content/content-digest.ts';
import type { Form } from '../form-shape.ts';
import { isWording } from '../questions/wording.ts';

const digested = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(digested);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      isWording(name) && part !== undefined ? shortDigestOf(part) : digested(part),
    ]),
  );
};

/**
 * The form with a digest in the place of each of its words: two of them differ in just what the forms do, and `compareForms` says in
 * what, without what they say being read (AUT-8).
 */
export const formFingerprint = (form: Form): Form => digested(form) as Form;
