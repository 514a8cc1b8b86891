import type { Block } from './block.ts';
import { type KeptFinding, noted } from './finding.ts';
import type { StepContent } from './step.ts';

const lacking = (part: Block, pointer: string): KeptFinding | undefined => {
  if (part.type === 'image' && part.alternativeText === undefined)
    return noted({ code: 'alternative-text-missing', level: 'error', pointer });
  if (part.type === 'film' && part.captions === undefined && part.transcript === undefined)
    return noted({ code: 'captions-missing', level: 'error', pointer });
  if (part.type === 'sound' && part.transcript === undefined)
    return noted({ code: 'transcript-missing', level: 'advice', pointer });
  return undefined;
};

/** What in a step keeps its moment from the publisher, or could be better (AUT-2, AUT-9); pointers are within the step. */
export const stepFindings = ({ blocks }: Pick<StepContent, 'blocks'>): KeptFinding[] => [
  ...(blocks.length === 0 ? [noted({ code: 'step-empty', level: 'error', pointer: '' })] : []),
  ...blocks.flatMap((part, at) => lacking(part, `/blocks/${at}`) ?? []),
];
