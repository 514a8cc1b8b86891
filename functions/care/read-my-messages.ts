import { found } from '../../shared/domain/found.ts';
import type { Message } from '../../shared/domain/instance.ts';
import type { StaffMember } from '../../shared/domain/organisation.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { readMyMessages as contract } from './contracts.ts';
import { instanceSubject } from './instance-subject.ts';

/** Unknown staff stay nameless, as protected ones do: only a register that says otherwise gives a name (ID-10). */
const nameShown = (member: StaffMember | undefined): string | undefined =>
  member?.protected === false ? member.name : undefined;

const fromStaff = ({ from }: Message): boolean => from === 'staff';

export const readMyMessages = readUseCase(contract, {
  async load({ instances }, { params: { instanceId }, query: { limit, cursor } }) {
    const [instance, page] = await Promise.all([
      instances.instance(instanceId),
      instances.messages(instanceId, { limit, cursor }),
    ]);
    return { instance: found(instance).value, page };
  },
  subject: ({ instance }) => instanceSubject(instance),
  fetch: ({ organisation }, { page }) =>
    organisation.staffMembers(
      page.items
        .map(({ value }) => value)
        .filter(fromStaff)
        .map(({ author }) => author),
    ),
  answer: ({ page }, staff) => ({
    body: {
      messages: page.items.map(({ value }) => ({
        ...value,
        author: fromStaff(value) ? nameShown(staff.get(value.author)) : undefined,
      })),
      next: page.next,
    },
  }),
});

export const handler = httpHandler(readMyMessages);
