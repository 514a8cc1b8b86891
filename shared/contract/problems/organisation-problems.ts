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
    {
      sv: 'Bara privata vårdgivare har avtal med en region',
      en: 'Only private providers have agreements with a region',
    },
    {
      sv: 'Regioner och kommuner ansluts genom ett tjänsteavtal, som nationell förvaltning lägger in.',
      en: 'Regions and municipalities are connected by a service agreement, which national management enters.',
    },
  ),
  'agreement-outlives-region': row(
    422,
    { sv: 'Avtalet gäller längre än regionens eget', en: 'The agreement outlives the region’s own' },
    {
      sv: 'Ange ett slutdatum som är senast den dag regionens tjänsteavtal upphör.',
      en: 'Say an end no later than that of the region’s service agreement.',
    },
  ),
  'connected-through-region': row(
    422,
    { sv: 'Privata vårdgivare ansluts av en region', en: 'Private providers are connected by a region' },
    {
      sv: 'Tjänsteavtal finns för regioner och kommuner. Be en region lägga in sitt avtal med den privata vårdgivaren.',
      en: 'Service agreements are for regions and municipalities. Ask a region to enter its agreement with the private provider.',
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
  'provider-not-connected': row(
    409,
    { sv: 'Inget tjänsteavtal gäller', en: 'No service agreement in force' },
    {
      sv: 'Regionen eller kommunen behöver ett tjänsteavtal som gäller nu. Be nationell förvaltning lägga in det.',
      en: 'The region or municipality needs a service agreement in force. Ask national management to enter it.',
    },
  ),
  'provider-not-registered': row(
    422,
    { sv: 'Vårdgivaren är inte registrerad', en: 'No such care provider' },
    {
      sv: 'Rätta de HSA-id som räknas upp, eller be nationell förvaltning registrera vårdgivarna först.',
      en: 'Correct the HSA-ids listed, or ask national management to register the care providers first.',
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
  'unit-begins-nothing-new': row(
    409,
    { sv: 'Enheten öppnar inget nytt just nu', en: 'The unit opens nothing new at present' },
    {
      sv: 'Det du redan har börjat läsa kan du läsa vidare i. Hör av dig till enheten om du undrar.',
      en: 'What you have begun to read you can read on. Ask the unit if you wonder.',
    },
  ),
  'unit-in-use': row(
    409,
    { sv: 'Enheten används', en: 'The unit is in use' },
    {
      sv: 'Läs vad som finns på enheten och skicka igen med confirmed om det ändå ska göras. Det som pågår fortsätter.',
      en: 'Read what there is on the unit and send again with confirmed if it is to be done all the same. What runs goes on.',
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
