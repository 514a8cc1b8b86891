import { ageOfOwnAccess } from '../../domain/age-limits.ts';
import { row } from './problem-row.ts';

/** Who may: logins, roles, commissions, representation (ID, ORG-6). */
export const accessProblems = {
  'assurance-too-low': row(
    403,
    { sv: 'För svag inloggning', en: 'The login is too weak' },
    {
      sv: 'Logga in på tillitsnivå LoA3, med två faktorer.',
      en: 'Log in at assurance level LoA3, with two factors.',
    },
  ),
  'commission-expired': row(
    403,
    { sv: 'Medarbetaruppdraget har gått ut', en: 'The commission has expired' },
    {
      sv: 'Be enhetens behörighetsadministratör förlänga uppdraget i HSA.',
      en: 'Ask the unit to extend the commission (medarbetaruppdrag) in HSA.',
    },
  ),
  'commission-missing': row(
    403,
    { sv: 'Medarbetaruppdrag saknas', en: 'No commission here' },
    {
      sv: 'Välj vid inloggningen ett medarbetaruppdrag på den här enheten.',
      en: 'At login, choose a commission (medarbetaruppdrag) on this unit.',
    },
  ),
  'guardian-age-limit': row(
    403,
    { sv: 'Barnet svarar för sig självt', en: 'The child answers for themselves' },
    {
      sv: `Vårdnadshavares åtkomst upphör den dag barnet fyller ${ageOfOwnAccess}. Barnet loggar in med egen e-legitimation.`,
      en: `A guardian’s access ends on the day the child turns ${ageOfOwnAccess}. The child logs in with an e-identification of their own.`,
    },
  ),
  'participation-missing': row(
    403,
    { sv: 'Du deltar inte i momentet', en: 'You take no part in this moment' },
    {
      sv: 'Be ansvarig behandlare eller invånaradministratören lägga till dig (addParticipant). Behöver du läsa i det nu: ange varför (openWithReason).',
      en: 'Ask the responsible practitioner or the resident administrator to add you (addParticipant). If you need to read it now, state why (openWithReason).',
    },
  ),
  'representation-missing': row(
    403,
    { sv: 'Du får inte agera för den personen i detta', en: 'You may not act for that person in this' },
    {
      sv: 'Den du vill agera för måste ge dig en fullmakt som gäller för detta.',
      en: 'Whom you want to act for must give you a mandate that covers this.',
    },
  ),
  'representation-not-allowed': row(
    403,
    { sv: 'Kan inte göras åt någon annan', en: 'Cannot be done for somebody else' },
    {
      sv: 'Ta bort rubriken Acting-For.',
      en: 'Leave the header Acting-For out.',
    },
  ),
  'role-missing': row(
    403,
    { sv: 'Rollen saknas', en: 'You lack the role' },
    {
      sv: 'Be enhetens behörighetsadministratör om rollen; i OpenAPI-dokumentet står vilken som krävs.',
      en: 'Ask the authorization administrator for the role; the OpenAPI document says which.',
    },
  ),
  'self-role-change': row(
    403,
    { sv: 'Ingen ger sig själv behörighet', en: 'Nobody gives themselves access' },
    {
      sv: 'Be någon annan som får: en administratör, eller den som ansvarar för momentet.',
      en: 'Ask somebody else who may: an administrator, or whoever is responsible for the moment.',
    },
  ),
  'siths-required': row(
    403,
    { sv: 'SITHS-kort krävs', en: 'A SITHS card is required' },
    { sv: 'Logga in med SITHS-kort.', en: 'Log in with a SITHS card.' },
  ),
  'sms-otp-refused': row(
    403,
    { sv: 'Engångslösenord via SMS räcker inte', en: 'A one-time password by SMS is not accepted' },
    { sv: 'Logga in med SITHS-kort.', en: 'Log in with a SITHS card.' },
  ),
  'token-invalid': row(
    401,
    { sv: 'Inloggningen gäller inte', en: 'The token is not valid' },
    { sv: 'Logga in på nytt.', en: 'Log in again.' },
  ),
  'token-missing': row(
    401,
    { sv: 'Inloggning krävs', en: 'A token is required' },
    {
      sv: 'Skicka Authorization: Bearer med ett giltigt token.',
      en: 'Send Authorization: Bearer with a valid token.',
    },
  ),
  'wrong-kind-of-caller': row(
    403,
    { sv: 'Fel slags inloggning', en: 'The wrong kind of login' },
    {
      sv: 'Personal och invånare har var sin inloggning och var sina adresser.',
      en: 'Staff and residents log in apart and have their own routes.',
    },
  ),
} as const;
