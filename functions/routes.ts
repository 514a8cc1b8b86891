import type { Contract } from '../shared/contract/contract.ts';
import * as audit from './audit/contracts.ts';
import * as forms from './authoring/forms/contracts.ts';
import * as modules from './authoring/modules/contracts.ts';
import * as moments from './authoring/moments/contracts.ts';
import * as tests from './authoring/tests/contracts.ts';
import * as answers from './care/answers/contracts.ts';
import * as categories from './care/categories/contracts.ts';
import * as comments from './care/comments/contracts.ts';
import * as contacts from './care/contacts/contracts.ts';
import * as flags from './care/flags/contracts.ts';
import * as instances from './care/instances/contracts.ts';
import * as lists from './care/lists/contracts.ts';
import * as messages from './care/messages/contracts.ts';
import * as pages from './care/pages/contracts.ts';
import * as participants from './care/participants/contracts.ts';
import * as plan from './care/plan/contracts.ts';
import * as results from './care/results/contracts.ts';
import * as timeline from './care/timeline/contracts.ts';
import * as activations from './catalogue/activations/contracts.ts';
import * as catalogue from './catalogue/catalogue/contracts.ts';
import * as openMoments from './catalogue/open-moments/contracts.ts';
import * as publishing from './catalogue/publishing/contracts.ts';
import * as media from './media/contracts.ts';
import * as organisation from './organisation/contracts.ts';
import * as information from './organisation/information/contracts.ts';
import * as people from './people/contracts.ts';
import * as mandates from './people/mandates/contracts.ts';
import * as staffing from './staffing/contracts.ts';
import * as system from './system/contracts.ts';

/** A contract, the context it belongs to, and the folder under functions/ that its use case lies in. */
export interface Route {
  readonly context: string;
  readonly folder: string;
  readonly contract: Contract;
}

/** By folder, the rows of its `contracts.ts`. The folders of one context stand together. */
const rooms: Readonly<Record<string, Readonly<Record<string, Contract>>>> = {
  organisation,
  'organisation/information': information,
  staffing,
  people,
  'people/mandates': mandates,
  'authoring/moments': moments,
  'authoring/modules': modules,
  'authoring/forms': forms,
  'authoring/tests': tests,
  media,
  'catalogue/publishing': publishing,
  'catalogue/catalogue': catalogue,
  'catalogue/activations': activations,
  'catalogue/open-moments': openMoments,
  'care/instances': instances,
  'care/lists': lists,
  'care/categories': categories,
  'care/participants': participants,
  'care/plan': plan,
  'care/answers': answers,
  'care/pages': pages,
  'care/results': results,
  'care/messages': messages,
  'care/contacts': contacts,
  'care/comments': comments,
  'care/flags': flags,
  'care/timeline': timeline,
  audit,
  system,
};

const contextOf = (folder: string): string => folder.split('/')[0] ?? folder;

const rows: readonly Route[] = Object.entries(rooms).flatMap(([folder, contracts]) =>
  Object.values(contracts).map((contract) => ({ context: contextOf(folder), folder, contract })),
);

/** The API at a glance: every contract of every context. What is not here does not exist. */
export const routes: readonly Route[] = [...Map.groupBy(rows, ({ context }) => context).values()].flatMap(
  // Tools differ in the order in which they list a module's exports; documents made from this must not.
  (own) => own.toSorted((one, other) => one.contract.operationId.localeCompare(other.contract.operationId)),
);
