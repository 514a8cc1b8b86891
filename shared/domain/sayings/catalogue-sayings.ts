import { sayings } from './said.ts';

const roles = new Map([
  ['designer', 'Designern'],
  ['practitioner', 'Behandlaren'],
]);

/** What is said of testing, publishing and offering. */
export const catalogueSayings = sayings({
  'not-approved': (role: string) => ({
    sv: `${roles.get(role) ?? role} har inte godkänt det här innehållet`,
    en: `The ${role} has not approved this content`,
  }),
  'first-version': {
    sv: 'Ingenting är publicerat än, och den första versionen är en majorversion',
    en: 'Nothing is published yet, and the first version is a major one',
  },
  'offering-form': (most: number) => ({
    sv: `everyone, eller en lista med högst ${most} vårdgivares HSA-id`,
    en: `everyone, or a list of at most ${most} care providers’ HSA-ids`,
  }),
  'provider-twice': { sv: 'Ange varje vårdgivare en gång', en: 'Name each provider once' },
  'too-many-offers': (beyond: number) => ({
    sv: `${beyond} vårdgivare för mycket tillkommer eller tas bort på en gång: låt så många vara som de är nu, och ändra dem med setOffer efteråt`,
    en: `${beyond} providers too many come and go at once: leave so many as they are now, and change them with setOffer afterwards`,
  }),
});
