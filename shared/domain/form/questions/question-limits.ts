/** How many questions a form has at most, on all its pages: the form, and a submission, is one stored item each. */
export const mostQuestions = 200;

/** Options a choice has at most. */
export const mostOptions = 50;

/** Characters of a short and of a long text answer at most, whatever the question says. */
export const longestShortText = 200;
export const longestText = 4000;

/** Characters of an information among the questions. */
export const longestInformation = 4000;

/** How far from nothing a score, or the step of a scale, may be. */
export const furthestScore = 1000;
