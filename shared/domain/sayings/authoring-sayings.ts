import type { Wording } from '../wording.ts';
import { sayings } from './said.ts';

const kinds: Readonly<Record<string, Wording>> = {
  moduleIds: { sv: 'Modulen', en: 'module' },
  sectionIds: { sv: 'Avsnittet', en: 'section' },
  stepIds: { sv: 'Steget', en: 'step' },
  formIds: { sv: 'Formuläret', en: 'form' },
};
const ofKind = (kind: string): Wording => kinds[kind] ?? { sv: 'Delen', en: 'part' };

/** What keeps a part of a draft from being added, moved, saved or deleted. */
export const authoringSayings = sayings({
  'module-missing': (id: string) => ({ sv: `Modulen ${id} finns inte`, en: `There is no module ${id}` }),
  'module-twice': (id: string) => ({ sv: `Modulen ${id} finns två gånger`, en: `Module ${id} stands twice` }),
  'left-out': (kind: string, id: string) => ({
    sv: `${ofKind(kind).sv} ${id} saknas: skicka med delen, eller ange den här om den ska tas bort`,
    en: `The ${ofKind(kind).en} ${id} is left out: send it too, or name it here where it shall be deleted`,
  }),
  'not-left-out': (kind: string, id: string) => ({
    sv: `${ofKind(kind).sv} ${id} är kvar, eller har aldrig funnits: stryk delen här`,
    en: `The ${ofKind(kind).en} ${id} is not left out, or was not there: take it out here`,
  }),
  'module-left-out': (id: string) => ({
    sv: `Modulen ${id} saknas: den tas bort med deleteModule`,
    en: `Module ${id} is missing: deleteModule takes it away`,
  }),
  'module-id-taken': { sv: 'En annan modul har det id:t', en: 'Another module has this id' },
  'too-many-modules': (most: number) => ({
    sv: `Ett moment har högst ${most} moduler`,
    en: `A moment has at most ${most} modules`,
  }),
  'section-missing': (id: string, module: string) => ({
    sv: `Modulen ${module} har inget avsnitt ${id}`,
    en: `Module ${module} has no section ${id}`,
  }),
  'section-twice': (id: string) => ({
    sv: `Avsnittet ${id} finns två gånger`,
    en: `Section ${id} stands twice`,
  }),
  'step-without-section': {
    sv: 'Ett nytt steg behöver ett avsnitt att stå i: ange sectionId',
    en: 'A new step needs the section it stands in: say sectionId',
  },
  'step-missing': (id: string, module: string) => ({
    sv: `Modulen ${module} har inget steg ${id}`,
    en: `Module ${module} has no step ${id}`,
  }),
  'step-twice': (id: string) => ({ sv: `Steget ${id} finns två gånger`, en: `Step ${id} stands twice` }),
  'step-id-taken': { sv: 'Ett annat steg har det id:t', en: 'Another step has this id' },
  'too-many-steps': (most: number) => ({
    sv: `En modul har högst ${most} steg: flytta några till en annan`,
    en: `A module has at most ${most} steps: put some in another`,
  }),
  'module-too-large': (megabytes: number) => ({
    sv: `Det som står i en modul är högst ${megabytes} MB: flytta några steg till en annan`,
    en: `All a module says is at most ${megabytes} MB: put some of its steps in another`,
  }),
  'too-many-files': (most: number) => ({
    sv: `En modul visar högst ${most} filer: flytta några steg till en annan`,
    en: `A module shows at most ${most} files: put some of its steps in another`,
  }),
  'part-too-large': (kilobytes: number) => ({
    sv: `Det som en modul eller ett formulär har utöver sitt innehåll – rubriker, platser, anmärkningar – är högst ${kilobytes} kB: dela upp det`,
    en: `What a module or form has beside its contents – titles, places, findings – is at most ${kilobytes} kB: divide it`,
  }),
  'draft-too-large': (most: number) => ({
    sv: `Skriver fler än ${most} delar på en gång: spara modul för modul i stället`,
    en: `Writes more than ${most} items at once: save module by module instead`,
  }),
  'changed-since': { sv: 'Har sparats om sedan dess', en: 'It has been saved since' },
  'form-id-taken': { sv: 'Ett annat formulär har det id:t', en: 'Another form has this id' },
  'form-id-differs': (id: string) => ({ sv: `I adressen står ${id}`, en: `The address says ${id}` }),
  'form-shown': (step: string, module: string) => ({
    sv: `”${step}” i ”${module}” visar formuläret`,
    en: `“${step}” in “${module}” shows it`,
  }),
});
