import type { Contract } from '../shared/contract/contract.ts';
import * as audit from './audit/contracts.ts';
import * as authoring from './authoring/contracts.ts';
import * as authoringDrafts from './authoring/draft-contracts.ts';
import * as authoringForms from './authoring/form-contracts.ts';
import * as authoringModules from './authoring/module-contracts.ts';
import * as authoringTests from './authoring/test-contracts.ts';
import * as care from './care/contracts.ts';
import * as ownCare from './care/own-contracts.ts';
import * as activations from './catalogue/activation-contracts.ts';
import * as catalogue from './catalogue/contracts.ts';
import * as ownCatalogue from './catalogue/own-contracts.ts';
import * as providerCatalogue from './catalogue/provider-contracts.ts';
import * as media from './media/contracts.ts';
import * as organisation from './organisation/contracts.ts';
import * as people from './people/contracts.ts';
import * as staffing from './staffing/contracts.ts';
import * as system from './system/contracts.ts';

/** A contract and the folder its use case lies in. */
export interface Route {
  readonly context: string;
  readonly contract: Contract;
}

/** By folder, the modules its contracts stand in. */
const contexts: Readonly<Record<string, readonly Readonly<Record<string, Contract>>[]>> = {
  organisation: [organisation],
  staffing: [staffing],
  people: [people],
  authoring: [authoring, authoringDrafts, authoringModules, authoringForms, authoringTests],
  media: [media],
  catalogue: [catalogue, providerCatalogue, activations, ownCatalogue],
  care: [care, ownCare],
  audit: [audit],
  system: [system],
};

/** The API at a glance: every contract of every context. What is not here does not exist. */
export const routes: readonly Route[] = Object.entries(contexts).flatMap(([context, contracts]) =>
  contracts
    .flatMap((module) => Object.values(module))
    .map((contract) => ({ context, contract }))
    // Tools differ in the order in which they list a module's exports; documents made from this must not.
    .toSorted((one, other) => one.contract.operationId.localeCompare(other.contract.operationId)),
);
