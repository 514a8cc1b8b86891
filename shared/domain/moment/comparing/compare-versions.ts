import { type Difference, structure, wording } from '../../content/difference.ts';
import { staysOpenAlike } from '../../content/in-maintenance.ts';
import type { Outline } from '../../content/outline.ts';
import { type OptionWords, takesAnothersWords } from '../../form/comparing/option-words.ts';
import { differenceSayings } from '../../sayings/difference-sayings.ts';
import type { FormRef } from '../draft.ts';
import type { DraftBasis } from '../draft-basis.ts';
import type { ModuleSummary } from '../published-version.ts';

/** What would be published. */
export interface Candidate {
  readonly outline: Outline;
  /** In the outline's order. */
  readonly modules: readonly ModuleSummary[];
  readonly forms: readonly FormRef[];
}

type Version = DraftBasis['published'];
/** Of a candidate, or of another version, what is compared. */
type Compared = Omit<Candidate, 'outline'> & { readonly outline: Omit<Outline, 'moduleIds'> };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A module that is left to the practitioner in a later version has been open in the earlier one, by which a resident may ask for it: that
 * is another moment (CARE-3). One that is let open is not.
 */
const openingDiffers = (before: readonly string[], after: readonly string[]): Difference[] => {
  const pointer = '/outline/openedByPractitioner';
  const said = differenceSayings['opening-changed'];
  if (after.some((moduleId) => !before.includes(moduleId))) return [structure(pointer, said)];
  return before.some((moduleId) => !after.includes(moduleId)) ? [wording(pointer, said)] : [];
};

const settingsDiffer = (before: Version, { outline }: Compared): Difference[] => [
  ...(before.title === outline.title
    ? []
    : [wording('/outline/title', differenceSayings['moment-title-changed'])]),
  ...(before.welcome === outline.welcome
    ? []
    : [wording('/outline/welcome', differenceSayings['welcome-changed'])]),
  ...(before.kind === outline.kind
    ? []
    : [structure('/outline/kind', differenceSayings['kind-changed'](before.kind, outline.kind))]),
  ...(before.open === outline.open
    ? []
    : [structure('/outline/open', differenceSayings[outline.open ? 'moment-opened' : 'moment-closed'])]),
  ...(staysOpenAlike(before.maintenance, outline.maintenance)
    ? []
    : [structure('/outline/maintenance', differenceSayings['maintenance-changed'])]),
  ...openingDiffers(before.openedByPractitioner, outline.openedByPractitioner),
  ...Object.entries(before.functions)
    .filter(([name, on]) =>
      Object.entries(outline.functions).some(([other, now]) => other === name && now !== on),
    )
    .map(([name, on]) =>
      structure(
        `/outline/functions/${name}`,
        differenceSayings[on ? 'function-switched-off' : 'function-switched-on'],
      ),
    ),
];

interface Part {
  readonly id: string;
  readonly structure: string;
  readonly wording: string;
  readonly words?: OptionWords | undefined;
}

const partsDiffer = (
  name: 'module' | 'form',
  before: readonly Part[],
  after: readonly Part[],
): Difference[] => {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const later = new Set(after.map(({ id }) => id));
  const at = (id: string) => `/${name}s/${id}`;
  return [
    ...before
      .filter(({ id }) => !later.has(id))
      .map(({ id }) => structure(at(id), differenceSayings[`${name}-gone`])),
    ...after.flatMap((part) => {
      const was = earlier.get(part.id);
      if (!was) return [structure(at(part.id), differenceSayings[`${name}-new`])];
      if (was.structure !== part.structure)
        return [structure(at(part.id), differenceSayings[`${name}-rebuilt`])];
      if (takesAnothersWords(was.words, part.words))
        return [structure(at(part.id), differenceSayings['form-takes-words'])];
      return was.wording === part.wording
        ? []
        : [wording(at(part.id), differenceSayings[`${name}-says-else`])];
    }),
  ];
};

const modulePart = ({ moduleId: id, structure: built, wording: said }: ModuleSummary): Part => ({
  id,
  structure: built,
  wording: said,
});
const formPart = ({ formId: id, structure: built, digest, words }: FormRef): Part => ({
  ...{ id, words },
  structure: built,
  wording: digest,
});

/**
 * All that differs, whole parts at a time (AUT-8): minor is the same modules, steps, forms, questions and scoring. Empty where nothing
 * does. Pure: digests have already said which parts are alike.
 */
export const compareVersions = (before: Version, after: Compared): Difference[] => {
  const order = before.modules.map(({ moduleId }) => moduleId);
  const newOrder = after.modules.map(({ moduleId }) => moduleId);
  const reordered = !same(order, newOrder) && same(order.toSorted(), newOrder.toSorted());
  return [
    ...settingsDiffer(before, after),
    ...(reordered ? [structure('/outline/moduleIds', differenceSayings['modules-reordered'])] : []),
    ...partsDiffer('module', before.modules.map(modulePart), after.modules.map(modulePart)),
    ...partsDiffer('form', before.forms.map(formPart), after.forms.map(formPart)),
  ];
};

export const isStructural = ({ kind }: Difference): boolean => kind === 'structure';
