/** Milliseconds between looks. */
const lookEvery = 500;

/**
 * Acts when the parent is gone. npm runs its scripts in a shell, which a SIGTERM to npm ends without telling the script:
 * the system would live on, unseen, with its ports and data.
 */
export const onceOrphaned = (act: () => void): void => {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, lookEvery);
  timer.unref();
};
