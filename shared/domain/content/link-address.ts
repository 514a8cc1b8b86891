import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';

const longestAddress = 2000;

/** What sets a number apart on paper, and a browser does not dial; the zero in `+46 (0)8` is dialled by nobody who begins with +46. */
const dialled = (number: string): string =>
  number.replace(/^(\s*\+[\d\s]+)\(0\)/, '$1').replace(/[\s().\u2010-\u2015-]/g, '');

const cleaned = (address: string): string => {
  const [, scheme = '', rest = ''] = /^\s*(tel|mailto):(.*)$/isu.exec(address) ?? [];
  if (scheme === '') return address;
  const said = scheme.toLowerCase();
  return `${said}:${said === 'tel' ? dialled(rest) : rest.trim()}`;
};

const is = (scheme: string, address: string): boolean => address.startsWith(`${scheme}:`);
const isUrl = (address: string): boolean => z.url({ protocol: /^https$/ }).safeParse(address).success;
/** With country code (E.164), or as it is dialled within the country: 112 and 1177 too. */
const isDialable = (number: string): boolean => /^(\+[1-9]\d{6,14}|\d{3,15})$/.test(number);
const isMailbox = (address: string): boolean => z.email().safeParse(address).success;

/** Where a link in the content leads (AUT-2): to a page, to a telephone, or to a mailbox. */
export const linkAddress = z
  .string()
  .max(longestAddress)
  .overwrite(cleaned)
  .refine((address) => ['https', 'tel', 'mailto'].some((scheme) => is(scheme, address)), {
    ...told(textSayings['address-scheme']),
    abort: true,
  })
  .refine((address) => !/[\s\p{C}]/u.test(address), told(textSayings['address-with-hidden-characters']))
  .refine((address) => !is('https', address) || isUrl(address), told(textSayings['address-form']))
  .refine(
    (address) => !is('tel', address) || isDialable(address.slice('tel:'.length)),
    told(textSayings['telephone-form']),
  )
  .refine(
    (address) => !is('mailto', address) || isMailbox(address.slice('mailto:'.length)),
    told(textSayings['mailbox-form']),
  )
  .meta({
    format: 'uri',
    description: '`https:`, `tel:` or `mailto:`; spaces and hyphens in a number are taken out',
    examples: ['https://www.1177.se', 'tel:1177', 'tel:+46812345678', 'mailto:mottagning@example.se'],
  });
