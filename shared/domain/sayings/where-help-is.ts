import type { Wording } from '../wording.ts';

/** Said to a resident whose answers may not wait: 112 is the emergency number, 1177 gives advice on care at any hour. */
export const whereHelpIs: Wording = {
  sv: 'Svaren läses inte genast. Är du i fara, eller tänker du på att skada dig själv eller någon annan: ring 112. Behöver du råd om vård, dygnet runt: ring 1177.',
  en: 'Answers are not read at once. If you are in danger, or think of harming yourself or somebody else: ring 112. For advice on care, at any hour: ring 1177.',
};
