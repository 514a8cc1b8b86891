type Ending = () => Promise<void>;

let endings: Ending[] = [];

/** Is done when the test file has ended: its worker lives on, and what the file leaves open would slow down those after it. */
export const whenFileEnds = (ending: Ending): void => {
  endings.push(ending);
};

export const endFile = async (): Promise<void> => {
  const due = endings;
  endings = [];
  await Promise.all(due.map((ending) => ending()));
};
