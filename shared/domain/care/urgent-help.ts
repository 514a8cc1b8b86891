import * as z from 'zod';
import type { Outcome } from '../form/answers/outcome.ts';
import { whereHelpIs } from '../sayings/where-help-is.ts';
import type { Language } from '../wording.ts';

/**
 * Where help is at once, for a resident whose answers raised an urgent flag (CARE-9). It names no flag: the text is the same whatever was
 * answered (CARE-18).
 */
export const urgentHelp = z
  .object({
    text: z.string(),
    links: z.array(z.string()).meta({ description: 'To ring, as `tel:` links (RFC 3966)' }),
  })
  .meta({
    id: 'UrgentHelp',
    description: 'Show it at once, and first: answers are not read the moment they are sent',
  });

export const helpAfter = (
  { flags }: Pick<Outcome, 'flags'>,
  language: Language,
): z.infer<typeof urgentHelp> | undefined =>
  flags.some(({ level }) => level === 'urgent')
    ? { text: whereHelpIs[language], links: ['tel:112', 'tel:1177'] }
    : undefined;
