import {
  answerEnds,
  longestMandateYears,
  type Mandate,
  mandateEnds,
  mandateLastsTo,
  shortestMandateHours,
} from '../../../shared/domain/mandate.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type Fault, Problem } from '../../../shared/domain/problem.ts';
import { isAdult, type RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { organisationSayings } from '../../../shared/domain/sayings/organisation-sayings.ts';

/** What everybody may see of a mandate beside whom it is from and to. */
export const termsOf = ({ mandateId, purposes, validFrom, validTo, registered }: Mandate) => ({
  ...{ mandateId, purposes, validFrom, validTo },
  ...(registered ? { unit: registered.unit } : {}),
});

interface Parties {
  readonly resident: Person;
  readonly proxy: Person;
}

/** In the one spelling of instants, so that text compares as time. */
interface Period {
  readonly validFrom: string;
  readonly validTo: string;
}

/** From now, where nothing is said. */
type PeriodAsked = { readonly validFrom?: string | undefined } & Pick<Period, 'validTo'>;

/** The first thing that is wrong with how long it is to last. */
const faultOfEnd = ({ validFrom, validTo }: Period, now: string) => {
  if (validTo <= now || validTo <= validFrom) return organisationSayings['mandate-ends-early'];
  if (validTo < mandateLastsTo(validFrom, now))
    return organisationSayings['mandate-too-short'](shortestMandateHours);
  if (validTo > mandateEnds(now)) return organisationSayings['mandate-too-long'](longestMandateYears);
  return undefined;
};

/** From whom to whom and for how long, or every fault in it at once. `now` is an ISO instant. */
export const agreeTerms = (
  { resident, proxy }: Parties,
  { validFrom, validTo }: PeriodAsked,
  now: string,
) => {
  const period = { validFrom: validFrom ?? now, validTo };
  const end = faultOfEnd(period, now);
  const faults: Fault[] = [
    ...(resident.key === proxy.key
      ? [{ pointer: '/body/proxy', ...organisationSayings['proxy-is-resident'] }]
      : []),
    ...(end ? [{ pointer: '/body/validTo', ...end }] : []),
  ];
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  return { resident, proxy, ...period, answerBy: answerEnds(now, validTo) };
};

/** No mandate from a child: it would be a parent’s way around the thirteenth birthday (ID-6). */
export const assertAdult = (registered: RegisteredPerson, now: string): void => {
  if (!isAdult(registered, now)) throw new Problem('person-under-age');
};
