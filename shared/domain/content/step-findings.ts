import type { Block } from './block.ts';
import type { Finding } from './finding.ts';
import type { StepContent } from './step.ts';

const lacking = (part: Block): Omit<Finding, 'pointer'> | undefined => {
  if (part.type === 'image' && part.alternativeText === undefined)
    return {
      code: 'alternative-text-missing',
      level: 'error',
      detail: 'Describe the image for those who do not see it: alternativeText',
    };
  if (part.type === 'film' && part.captions === undefined && part.transcript === undefined)
    return {
      code: 'captions-missing',
      level: 'error',
      detail: 'Give the film captions, or a transcript of what is said and shown',
    };
  if (part.type === 'sound' && part.transcript === undefined)
    return {
      code: 'transcript-missing',
      level: 'advice',
      detail: 'Give the sound a transcript, for those who do not hear it',
    };
  return undefined;
};

/** What in a step keeps its moment from the publisher, or could be better (AUT-2, AUT-9); pointers are within the step. */
export const stepFindings = ({ blocks }: Pick<StepContent, 'blocks'>): Finding[] => [
  ...(blocks.length === 0
    ? [
        {
          code: 'step-empty' as const,
          level: 'error' as const,
          pointer: '',
          detail: 'Fill the step, or delete it',
        },
      ]
    : []),
  ...blocks.flatMap((part, at) => {
    const found = lacking(part);
    return found ? [{ ...found, pointer: `/blocks/${at}` }] : [];
  }),
];
