import type * as z from 'zod';
import { builtInSayings } from '../../domain/sayings/built-in-sayings.ts';
import type { Said } from '../../domain/sayings/said.ts';

type Issue = z.core.$ZodRawIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

const formats: Readonly<Record<string, Said>> = {
  uuid: builtInSayings['not-a-uuid'],
  url: builtInSayings['not-an-address'],
  datetime: builtInSayings['not-an-instant'],
  date: builtInSayings['not-a-date'],
  time: builtInSayings['not-a-time'],
};

const bigSaid = ({ origin, maximum }: IssueOf<'too_big'>): Said => {
  if (origin === 'string') return builtInSayings['too-long'](maximum);
  return origin === 'array' ? builtInSayings['too-many'](maximum) : builtInSayings['too-big'](maximum);
};

const smallSaid = ({ origin, minimum }: IssueOf<'too_small'>): Said => {
  if (origin === 'string') return builtInSayings['too-short'](minimum);
  return origin === 'array' ? builtInSayings['too-few'](minimum) : builtInSayings['too-small'](minimum);
};

const typeSaid = ({ input, expected }: IssueOf<'invalid_type'>): Said =>
  input === undefined ? builtInSayings.missing : builtInSayings['wrong-type'](expected);

/** What zod’s own rules say, in both languages and with a code of ours. */
export const builtInSaid = (issue: Issue): Said => {
  switch (issue.code) {
    case 'invalid_type':
      return typeSaid(issue);
    case 'too_big':
      return bigSaid(issue);
    case 'too_small':
      return smallSaid(issue);
    case 'invalid_format':
      return formats[issue.format] ?? builtInSayings['wrong-shape'];
    case 'invalid_value':
      return builtInSayings['not-among'](issue.values);
    case 'not_multiple_of':
      return builtInSayings['not-a-multiple'](issue.divisor);
    case 'invalid_union':
      // The kind of a part, such as a block’s `type`.
      return Array.isArray(issue.options)
        ? builtInSayings['not-among'](issue.options)
        : builtInSayings['wrong-shape'];
    default:
      return builtInSayings['wrong-shape'];
  }
};
