import { ageOfMajority, ageOfOwnAccess } from '../../domain/age-limits.ts';
import { mostWrongNumbers } from '../../domain/mandate.ts';
import { row } from './problem-row.ts';

/** Who may act for somebody, and who may appoint them (ID-7). */
export const mandateProblems = {
  'mandate-limit-reached': row(
    409,
    { sv: 'Det finns redan för många ombud', en: 'There are too many mandates already' },
    {
      sv: 'En invånare kan ha tjugo ombud som väntar eller gäller, eller som utsågs de senaste trettio dagarna och inte har återkallats, den som är ombud kan ha tackat ja till hundra, och en enhet kan ha tio som väntar på bekräftelse för samma invånare. Återkalla, avsäg eller dra tillbaka ett som inte behövs och försök igen.',
      en: 'A resident can have twenty mandates that wait or are in force, or were given in the last thirty days and not revoked, who is a proxy can have accepted a hundred, and a unit can have ten that wait to be confirmed for the same resident. Revoke, resign or withdraw one that is not needed, and try again.',
    },
  ),
  'mandate-locked': row(
    409,
    { sv: 'Ombudet är spärrat', en: 'The mandate is locked' },
    {
      sv: `Fel personnummer har skrivits ${mostWrongNumbers} gånger. Be den som vill ha dig som ombud, eller enheten, att göra det på nytt.`,
      en: `A wrong number was written ${mostWrongNumbers} times. Ask whoever wants you as their proxy, or the unit, to do it anew.`,
    },
  ),
  'mandate-registered-by-you': row(
    409,
    { sv: 'Ombudet behöver bekräftas av en kollega', en: 'A colleague must confirm the mandate' },
    {
      sv: 'Någon annan invånaradministratör på enheten än den som registrerade ombudet måste bekräfta det.',
      en: 'A resident administrator of the unit other than the one who registered the mandate must confirm it.',
    },
  ),
  'person-under-age': row(
    422,
    { sv: `Personen är under ${ageOfMajority} år`, en: `The person is under ${ageOfMajority}` },
    {
      sv: `Bara myndiga kan ha ombud. För barn under ${ageOfOwnAccess} år agerar vårdnadshavare utan fullmakt.`,
      en: `Only adults appoint a proxy. Guardians of children under ${ageOfOwnAccess} need no mandate.`,
    },
  ),
} as const;
