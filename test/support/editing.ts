import { openFormDraft } from '../../functions/authoring/forms/open-form-draft.ts';
import { saveForm } from '../../functions/authoring/forms/save-form.ts';
import { openModuleDraft } from '../../functions/authoring/modules/open-module-draft.ts';
import { saveStep } from '../../functions/authoring/modules/save-step.ts';
import { openDraft as openDraftContract } from '../../functions/authoring/moments/contracts.ts';
import { openDraft } from '../../functions/authoring/moments/open-draft.ts';
import { shownModule } from '../../shared/domain/content/shown-module.ts';
import { form } from '../../shared/domain/form/form.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import { login, type StaffName } from './people.ts';
import { newMoment, savedMoment } from './story.ts';
import type { Received, Sent, World } from './world.ts';

/** A request as the desk sends it: within its moment, and with the ETag of the part where one is asked for. */
export interface Edit {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly etag?: string;
  readonly headers?: Record<string, string>;
}

const insisted = ({ status, body, ...rest }: Received): Received => {
  if (status < 300) return { status, body, ...rest };
  throw new Error(`${status} ${JSON.stringify(body)}`);
};

export const says = (text: string) => ({
  title: `Om ${text}`,
  blocks: [{ type: 'paragraph', text: [{ text }] }],
});

/** Somebody at work on the draft of one moment. */
export class Desk {
  readonly world: World;
  readonly momentId: string;
  private readonly token: string;

  constructor(world: World, momentId: string, token: string) {
    this.world = world;
    this.momentId = momentId;
    this.token = token;
  }

  sent({ params, query, body, etag, headers }: Edit): Sent {
    return {
      params: { momentId: this.momentId, ...params },
      ...(query ? { query } : {}),
      ...(body === undefined ? {} : { body }),
      token: this.token,
      headers: { ...headers, ...(etag === undefined ? {} : { 'If-Match': etag }) },
    };
  }

  try(useCase: UseCase, edit: Edit = {}): Promise<Received> {
    return this.world.call(useCase, this.sent(edit));
  }

  async do(useCase: UseCase, edit: Edit = {}): Promise<Received> {
    return insisted(await this.try(useCase, edit));
  }

  async draft() {
    const { body, headers } = await this.do(openDraft);
    return { ...openDraftContract.response.parse(body), headEtag: headers['etag'] ?? '' };
  }

  async module(moduleId: string) {
    const { body, headers } = await this.do(openModuleDraft, { params: { moduleId } });
    return { ...shownModule.parse(body), etag: headers['etag'] ?? '' };
  }

  async form(formId: string) {
    const { body, headers } = await this.do(openFormDraft, { params: { formId } });
    return {
      form: form.parse(body['form']),
      version: String(body['formVersion']),
      etag: headers['etag'] ?? '',
    };
  }

  /** Saves a step in the module as it is now. */
  async step(moduleId: string, stepId: string, body: object): Promise<Received> {
    const { etag } = await this.module(moduleId);
    return this.do(saveStep, { params: { moduleId, stepId }, body, etag });
  }

  async newForm(value: { readonly formId: string }): Promise<Received> {
    return this.do(saveForm, { params: { formId: value.formId }, body: { form: value }, etag: '"0"' });
  }

  /** Everything that is kept of the moment. */
  async kept(): Promise<Record<string, unknown>[]> {
    return (await this.world.all('moments')).filter(({ pk }) => String(pk).includes(this.momentId));
  }
}

/** At the desk with an empty moment. */
export const emptyDesk = async (world: World, who: StaffName = 'designer'): Promise<Desk> =>
  new Desk(world, (await newMoment(world)).params.momentId, await login(who));

/** At the desk with a moment that says something: the demo's programme where nothing else is given. */
export const fullDesk = async (world: World, content?: object): Promise<Desk> =>
  new Desk(world, (await savedMoment(world, undefined, content)).params.momentId, await login('designer'));
