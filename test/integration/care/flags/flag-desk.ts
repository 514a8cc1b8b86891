import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { acknowledgeFlag } from '../../../../functions/care/flags/acknowledge-flag.ts';
import { clearFlag } from '../../../../functions/care/flags/clear-flag.ts';
import { listFlags } from '../../../../functions/care/flags/list-flags.ts';
import { reopenFlag } from '../../../../functions/care/flags/reopen-flag.ts';
import type { Flag } from '../../../../shared/domain/care/flag.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import { login, loginResident, seedPeople } from '../../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  haveForm,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { type Received, rows, type Sent, World } from '../../../support/world.ts';

/** One question from 0 to 10, its own sum: urgent from 8, a notice when it has risen by three, and one for every submission. */
const rating = form.parse({
  formId: 'rating',
  kind: 'ordinary',
  title: 'Hur svårt är det?',
  pages: [
    {
      pageId: 'p',
      questions: [
        {
          ...{ type: 'scale', questionId: 'q', text: 'Hur svårt?', required: true, min: 0, max: 10, step: 1 },
          ...{ minLabel: 'Inte alls', maxLabel: 'Mycket' },
        },
      ],
    },
  ],
  scoring: { method: 'sum', questionIds: ['q'], bands: [{ from: 0, to: 10, label: 'Alla' }] },
  flags: [
    { flagId: 'high', level: 'urgent', label: 'Mycket svårt', when: [{ sum: { from: 8 } }] },
    { flagId: 'worse', level: 'notice', label: 'Värre än sist', when: [{ change: { from: 3 } }] },
    { flagId: 'sent', level: 'notice', label: 'Inskickat', when: [] },
  ],
});

/** The same, a page a day. */
const daily = form.parse({ ...rating, formId: 'daily', kind: 'calendar' });

export interface Handled {
  readonly flagId: string;
  readonly resultId: string;
}

type Hooks = Parameters<World['call']>[2];

/** A moment with forms that flag, its resident and its practitioner. */
export class FlagDesk {
  readonly world: World;
  readonly staff: string;
  readonly #resident: string;
  readonly #momentId: string;
  readonly #formVersions: Readonly<Record<string, string>>;
  instanceId = '';
  #versions = new Map<string, number>();

  private constructor(
    world: World,
    momentId: string,
    tokens: { readonly staff: string; readonly resident: string },
    formVersions: Readonly<Record<string, string>>,
  ) {
    this.world = world;
    this.#momentId = momentId;
    this.staff = tokens.staff;
    this.#resident = tokens.resident;
    this.#formVersions = formVersions;
  }

  static async open(): Promise<FlagDesk> {
    const world = await World.create();
    await seedPeople(world);
    await approvedResident(world);
    const momentId = await activeMoment(world);
    const formVersions = {
      rating: await haveForm(world, momentId, rating),
      daily: await haveForm(world, momentId, daily),
    };
    const tokens = { staff: await login('practitioner'), resident: await loginResident('approved') };
    return new FlagDesk(world, momentId, tokens, formVersions);
  }

  async start(): Promise<void> {
    ({ instanceId: this.instanceId } = await startedInstance(this.world, this.#momentId));
    this.#versions = new Map();
  }

  get params() {
    return { instanceId: this.instanceId };
  }

  /** Submits from what was submitted last. */
  async submit(q: number, page?: string, hooks?: Hooks): Promise<Received> {
    const formId = page === undefined ? rating.formId : daily.formId;
    const place = `${formId} ${page}`;
    const version = this.#versions.get(place) ?? 0;
    const received = await this.world.call(
      submitForm,
      {
        params: { ...this.params, formId },
        ...(page === undefined ? {} : { query: { page } }),
        body: {
          ...{ momentId: this.#momentId, momentVersion: '1.0' },
          ...{ formVersion: this.#formVersions[formId], changes: { q } },
        },
        ...{ token: this.#resident, headers: { 'If-Match': `"${version}"` } },
      },
      hooks,
    );
    if (received.status === 201) this.#versions.set(place, version + 1);
    return received;
  }

  async flags(): Promise<Flag[]> {
    return rows(
      await succeed(this.world, listFlags, { params: this.params, token: this.staff }),
      'flags',
    ) as unknown as Flag[];
  }

  #handling({ flagId, resultId }: Handled, body: object = {}): Sent {
    const params = { ...this.params, formId: rating.formId, flagId };
    return { params, body: { resultId, ...body }, token: this.staff };
  }

  acknowledge(flag: Handled, hooks?: Hooks): Promise<Received> {
    return this.world.call(acknowledgeFlag, this.#handling(flag), hooks);
  }

  clear(flag: Handled, hooks?: Hooks): Promise<Received> {
    return this.world.call(clearFlag, this.#handling(flag, { note: 'Ringt' }), hooks);
  }

  reopen(clearingId: string): Promise<Received> {
    return this.world.call(reopenFlag, { params: { ...this.params, clearingId }, token: this.staff });
  }

  /** What the head counts, and where it stands in the lists. */
  async head() {
    const stored = await this.world.runtime.stores.instances.instance(this.instanceId);
    const { openFlags = 0, urgentFlags = 0, oldestFlagAt, oldestUrgentAt, priority } = stored?.value ?? {};
    return { openFlags, urgentFlags, oldestFlagAt, oldestUrgentAt, priority };
  }
}
