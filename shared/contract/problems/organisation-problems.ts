import { row } from './problem-row.ts';

/** Providers, agreements, units and the roles on them (ORG). */
export const organisationProblems = {
  'agreement-missing': row(
    409,
    { sv: 'Avtalet gäller inte', en: 'No agreement in force' },
    {
      sv: 'En privat vårdgivare behöver ett gällande avtal med en ansluten region. Be regionen förnya det.',
      en: 'A private provider needs an agreement in force with a connected region. Ask the region to renew it.',
    },
  ),
  'agreement-not-needed': row(
    422,
    { sv: 'Bara privata vårdgivare har avtal', en: 'Only private providers have agreements' },
    {
      sv: 'Regioner och kommuner använder plattformen utan avtal.',
      en: 'Regions and municipalities use the platform without an agreement.',
    },
  ),
  'hsa-id-of-another': row(
    422,
    { sv: 'HSA-id tillhör någon annan', en: 'The HSA-id is somebody else’s' },
    {
      sv: 'Enhetens HSA-id ska börja som vårdgivarens eller regionens. Kontrollera det i HSA.',
      en: 'The unit’s HSA-id must begin as the care provider’s or the region’s. Check it in HSA.',
    },
  ),
  'last-administrator': row(
    409,
    { sv: 'Enhetens sista behörighetsadministratör', en: 'The unit’s last authorization administrator' },
    {
      sv: 'Ge rollen till någon annan först.',
      en: 'Give the role to somebody else first.',
    },
  ),
  'last-auditor': row(
    409,
    { sv: 'Vårdgivarens sista loggansvariga', en: 'The care provider’s last auditor' },
    {
      sv: 'Ge rollen till någon annan först, eller be den nationella förvaltningen att ta bort den.',
      en: 'Give the role to somebody else first, or ask the national management to withdraw it.',
    },
  ),
  'practitioner-not-at-unit': row(
    409,
    { sv: 'Behandlaren finns inte på enheten', en: 'No such practitioner on the unit' },
    {
      sv: 'Ange en person som har rollen behandlare på enheten.',
      en: 'Name someone who has the practitioner role on the unit.',
    },
  ),
  'region-not-connected': row(
    409,
    { sv: 'Regionen är inte ansluten', en: 'The region is not connected' },
    {
      sv: 'Be nationell förvaltning ansluta regionen.',
      en: 'Ask national management to connect the region.',
    },
  ),
  'role-not-here': row(
    422,
    { sv: 'Rollen finns inte här', en: 'No such role here' },
    {
      sv: 'Designer och utgivare finns på utgivarenheter, regionadministratörer på regioner.',
      en: 'Designers and publishers work on publisher units, region administrators at regions.',
    },
  ),
  'unit-inactive': row(
    409,
    { sv: 'Enheten är inte aktiv', en: 'The unit is not active' },
    {
      sv: 'Be vårdgivaradministratören aktivera enheten.',
      en: 'Ask the care provider administrator to activate the unit.',
    },
  ),
} as const;
