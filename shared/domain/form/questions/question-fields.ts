import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { followUp } from './follow-up.ts';
import { questionText } from './wording.ts';

/** What everything on a page of a form has. */
export const shownFields = { questionId: contentId, text: questionText, followsUp: followUp.optional() };

/** What everything that takes an answer has. */
export const askedFields = { ...shownFields, required: z.boolean() };
