/** DynamoDB out of reach, slow, throttled or refusing: the request may succeed later. A malformed request of ours will not. */
export const isTransientFailure = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('$metadata' in error) return error.name !== 'ValidationException';
  return error.name === 'TimeoutError' || ('code' in error && /^E[A-Z]+$/.test(String(error.code)));
};
